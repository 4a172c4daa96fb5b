import { z } from 'zod'
import { parkingAnswers, services } from '#db/vocabulary/bookings.ts'
import {
  cleanText,
  line,
  optionalEmail,
  optionalLine,
  optionalText,
  text,
} from '#app/platform/fields.ts'
import { phone } from '#app/platform/phone.server.ts'
import { isDay } from '#app/platform/time.server.ts'
import type { DraftKind } from '#app/domain/tickets/index.server.ts'
import {
  type BookingAnswers,
  type BookingField,
  bookingFields,
  type BookingStep,
  bookLater,
  fieldsOfBookingStep,
  notSure,
} from './booking-steps.ts'

export const bookingKind: DraftKind<BookingField> = {
  fields: bookingFields,
  alreadySent: 'bookingAlreadySent',
}

const key = (message: string) =>
  z
    .string({ message })
    .regex(/^[1-9]\d{0,14}$/, message)
    .transform(Number)
const windowId = key('validation:window')

/** Nothing said, or `none`, is no answer: null. */
const optional = <T>(answer: z.ZodType<T, string>, none = '') =>
  z
    .string()
    .optional()
    .transform((said, ctx): T | null => {
      if (!said || said === none) return null
      const given = answer.safeParse(said)
      if (given.success) return given.data
      ctx.addIssue({ code: 'custom', message: given.error.issues[0]!.message })
      return z.NEVER
    })

const yesOrNo = optional(
  z
    .string()
    .pipe(z.enum(['yes', 'no']))
    .transform((said) => said === 'yes'),
  notSure,
)

/** BK-1: what a booking must say. About the home nothing has to be answered. */
export const BookingForm = z.object({
  service: z.enum(services, 'validation:service'),
  orderNumber: optionalLine(40).transform((number) => number.toUpperCase()),
  phone: text(200, 'validation:phoneMissing').pipe(phone),
  what: optionalText(500),
  name: line(60, 'validation:name'),
  email: optionalEmail,
  address: text(200, 'validation:address'),
  /** Chosen when the address names no district of ours. */
  area: optional(key('validation:choose')),
  day: z.string({ message: 'validation:day' }).refine(isDay, 'validation:day'),
  window: windowId,
  install: optional(windowId, bookLater),
  lift: yesOrNo,
  floor: optional(
    z
      .string()
      .regex(/^(-[1-9]|[1-9]\d?|1[0-4]\d)$/, 'validation:floor')
      .transform(Number),
  ),
  parking: optional(z.string().pipe(z.enum(parkingAnswers)), notSure),
  takeAway: optionalText(300),
  roomReady: yesOrNo,
} satisfies Record<BookingField, z.ZodType>)
export type BookingFacts = z.output<typeof BookingForm>

/** Its part that says what is booked and when. */
export const TimeForm = BookingForm.pick({ service: true, window: true, install: true })

export type BookingErrors = Partial<Record<BookingField, string>>

/** What is wrong with one step's answers, or with all of them: the key of a message for each field. */
export function bookingErrorsIn(answers: BookingAnswers, step?: BookingStep): BookingErrors {
  const errors: BookingErrors = {}
  for (const { path, message } of BookingForm.safeParse(answers).error?.issues ?? []) {
    const field = path[0] as BookingField
    if (!step || fieldsOfBookingStep[step].includes(field)) errors[field] ??= message
  }
  if (step === 'order' && !cleanText(answers.orderNumber ?? '') && !cleanText(answers.what ?? '')) {
    errors.what = 'validation:orderOrWhat'
  }
  return asAsked(errors)
}

/** In the order of the pages. */
const asAsked = (errors: BookingErrors): BookingErrors =>
  Object.fromEntries(
    [...Object.values(fieldsOfBookingStep).flat(), 'day' as const]
      .filter((field) => errors[field] !== undefined)
      .map((field) => [field, errors[field]]),
  )

/** The answers a form carries; fields it doesn't carry are left out, except those of `step`, which are then empty. */
export function bookingAnswersOf(form: FormData, step: BookingStep | null): BookingAnswers {
  const answers: BookingAnswers = {}
  for (const field of bookingFields) {
    const value = form.get(field)
    if (typeof value === 'string') answers[field] = cleanText(value)
    else if (step && fieldsOfBookingStep[step].includes(field)) answers[field] = ''
  }
  return answers
}
