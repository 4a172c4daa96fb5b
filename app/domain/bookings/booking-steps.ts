/** The steps of a booking, in order; each is one question group. */
export const bookingSteps = ['order', 'contact', 'time', 'home', 'check'] as const
export type BookingStep = (typeof bookingSteps)[number]

export const bookingFields = [
  'service',
  'orderNumber',
  'phone',
  'what',
  'name',
  'email',
  'address',
  'area',
  'day',
  'window',
  'install',
  'lift',
  'floor',
  'parking',
  'takeAway',
  'roomReady',
] as const
export type BookingField = (typeof bookingFields)[number]

/** What has been typed, as it was typed. */
export type BookingAnswers = Partial<Record<BookingField, string>>

export const fieldsOfBookingStep: Record<BookingStep, readonly BookingField[]> = {
  order: ['service', 'orderNumber', 'phone', 'what'],
  contact: ['name', 'email', 'address', 'area'],
  time: ['window', 'install'],
  home: ['lift', 'floor', 'parking', 'takeAway', 'roomReady'],
  check: [],
}

export const stepOfBookingField = (field: BookingField): BookingStep =>
  bookingSteps.find((step) => fieldsOfBookingStep[step].includes(field)) ?? 'time'

export const isBookingStep = (value: unknown): value is BookingStep =>
  bookingSteps.includes(value as BookingStep)

/** The step after this one. */
export const nextBookingStep = (step: BookingStep): BookingStep =>
  bookingSteps[bookingSteps.indexOf(step) + 1] ?? 'check'

/** The answer that leaves the linked visit for another day. */
export const bookLater = 'later'
