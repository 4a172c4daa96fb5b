import { z } from 'zod'
import {
  cleanText,
  line,
  optionalEmail,
  optionalLine,
  optionalText,
  text,
} from '#app/platform/fields.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { phone } from '#app/platform/phone.server.ts'
import { isOffered } from './offered-category.server.ts'
import {
  type Answers,
  descriptionLength,
  fieldsOfStep,
  type ReportField,
  reportFields,
  type ReportStep,
} from './report-steps.ts'

/** IN-1: what a report must say to become a ticket. */
export const ReportForm = z.object({
  product: line(120, 'validation:product'),
  orderNumber: optionalLine(40),
  category: line(40, 'validation:category'),
  description: text(descriptionLength, 'validation:description'),
  address: text(200, 'validation:address'),
  name: line(60, 'validation:name'),
  phone: text(200, 'validation:phoneMissing').pipe(phone),
  email: optionalEmail,
  preferredDays: optionalText(400),
  /** The window's own day decides. */
  day: optionalLine(40),
  /** A window's key, for a report that may have one in the same go; empty for none. */
  window: z
    .string()
    .optional()
    .refine((value) => !value || /^[1-9]\d{0,14}$/.test(value), 'validation:window')
    .transform((value) => (value ? Number(value) : null)),
  tried: optionalLine(500).transform((names) =>
    names.split(' ').filter((name) => /^[a-z0-9-]{1,80}$/.test(name)),
  ),
} satisfies Record<ReportField, z.ZodType>)
export type Report = z.output<typeof ReportForm>

export type ReportErrors = Partial<Record<ReportField, string>>

/** What is wrong with one step's answers, or with all of them: the key of a message for each field. */
export async function reportErrors(
  ctx: Ctx,
  answers: Answers,
  step?: ReportStep,
): Promise<ReportErrors> {
  const errors = errorsIn(answers, step)
  const asked = !step || fieldsOfStep[step].includes('category')
  if (!asked || errors.category || (await isOffered(ctx, answers.category ?? ''))) return errors
  return { category: 'validation:category', ...errors }
}

/** The same without what only the database knows. */
export function errorsIn(answers: Answers, step?: ReportStep): ReportErrors {
  const result = ReportForm.safeParse(answers)
  if (result.success) return {}
  const errors: ReportErrors = {}
  for (const { path, message } of result.error.issues) {
    const field = path[0] as ReportField
    if (step && !fieldsOfStep[step].includes(field)) continue
    errors[field] ??= message
  }
  return errors
}

/**
 * The answers a form carries; fields it doesn't carry are left out, except those of `step`, which are then empty.
 * `preferredDays` may come several times: chosen parts of days, and own words.
 */
export function answersOf(form: FormData, step: ReportStep | null): Answers {
  const answers: Answers = {}
  for (const field of reportFields) {
    const values = form.getAll(field).filter((value) => typeof value === 'string')
    if (values.length > 0) {
      answers[field] = cleanText(values.filter(Boolean).join(','))
    } else if (step && fieldsOfStep[step].includes(field)) {
      answers[field] = ''
    }
  }
  return answers
}
