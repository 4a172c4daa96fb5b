import { z } from 'zod'
import { returnReasons, returnWishes } from '#db/vocabulary/returns.ts'
import type { DraftKind } from '#app/domain/tickets/index.server.ts'
import { cleanText, line, optionalEmail, text } from '#app/platform/fields.ts'
import { phone } from '#app/platform/phone.server.ts'
import {
  type AskAnswers,
  type AskField,
  askFields,
  type AskStep,
  fieldsOfAskStep,
  wordsLength,
} from './ask-steps.ts'

export const askKind: DraftKind<AskField> = { fields: askFields, alreadySent: 'askAlreadySent' }

const choose = 'validation:choose'

/** RX-1: what a customer must say to ask for a return or exchange. */
export const CustomerAskForm = z.object({
  phone: text(200, 'validation:phoneMissing').pipe(phone),
  orderNumber: line(40),
  /** A line of the order. */
  line: z
    .string({ message: choose })
    .regex(/^[1-9]\d{0,14}$/, choose)
    .transform(Number),
  /** Which of the product's pieces, by their places from 0. */
  pieces: z
    .string()
    .optional()
    .transform((said) => (said?.match(/\d{1,3}/g) ?? []).map(Number)),
  quantity: z
    .string()
    .optional()
    .refine((said) => !said || /^[1-9]\d{0,3}$/.test(said), 'validation:quantity')
    .transform((said) => Number(said || 1)),
  reason: z.enum(returnReasons, choose),
  words: text(wordsLength, 'validation:description'),
  unpacked: z
    .string()
    .optional()
    .transform((said) => (said === 'yes' ? true : said === 'no' ? false : null)),
  wish: z.enum(returnWishes, choose),
  name: line(60, 'validation:name'),
  address: text(200, 'validation:address'),
  email: optionalEmail,
} satisfies Record<AskField, z.ZodType>)
export type CustomerAsk = z.output<typeof CustomerAskForm>

export type AskErrors = Partial<Record<AskField, string>>

/** What is wrong with one step's answers, or with all of them: the key of a message for each field. */
export function askErrorsIn(answers: AskAnswers, step?: AskStep): AskErrors {
  const errors: AskErrors = {}
  for (const { path, message } of CustomerAskForm.safeParse(answers).error?.issues ?? []) {
    const field = path[0] as AskField
    if (!step || fieldsOfAskStep[step].includes(field)) errors[field] ??= message
  }
  return errors
}

/** The answers a step's form carries; those of its fields it doesn't carry are then empty. */
export function askAnswersOf(form: FormData, step: AskStep): AskAnswers {
  const answers: AskAnswers = {}
  for (const field of fieldsOfAskStep[step]) {
    const said = form.getAll(field).filter((value) => typeof value === 'string')
    answers[field] = cleanText(said.filter(Boolean).join(','))
  }
  return answers
}
