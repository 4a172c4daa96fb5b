import { type Service, services } from '#db/vocabulary/bookings.ts'

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

/** The fields of each step in the order they stand on its page. */
export const fieldsOfBookingStep: Record<BookingStep, readonly BookingField[]> = {
  order: ['service', 'phone', 'orderNumber', 'what'],
  contact: ['address', 'area', 'name', 'email'],
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

/** What is asked of the home: only what a crew with or without large goods needs to know. */
export const homeQuestions = {
  delivery: ['lift', 'floor', 'parking', 'takeAway', 'roomReady'],
  install: ['lift', 'floor', 'parking', 'takeAway', 'roomReady'],
  survey: ['floor', 'parking', 'roomReady'],
  repair: ['floor', 'parking'],
} as const satisfies Record<Service, readonly BookingField[]>
export type HomeQuestion = (typeof homeQuestions)[Service][number]

/** What is asked for this service; all of it while none is chosen. */
export const homeQuestionsOf = (service: string | undefined): readonly HomeQuestion[] =>
  homeQuestions[services.find((one) => one === service) ?? 'delivery']

/** Every step was filled in, so that changing one leads back to the check. */
export const wentThrough = (answers: BookingAnswers) =>
  fieldsOfBookingStep.home.every((field) => answers[field] !== undefined)

/** The answer that leaves the linked visit for another day. */
export const bookLater = 'later'

/** The answer of whoever can't say. */
export const notSure = 'unsure'
