import { z } from 'zod'
import { optionalText } from '#app/platform/fields.ts'

const choose = { message: 'validation:choose' }

export const HandOverForm = z.object({
  /** A colleague's key. */
  to: z.uuid(choose),
  /** What they should know; not asked of somebody who takes it on themselves. */
  note: optionalText(2000),
})
export type HandOverForm = z.output<typeof HandOverForm>

/** `back`: whoever handed it over has thought better of it. */
export const handoverAnswers = ['take', 'decline', 'back'] as const

export const AnswerHandoverForm = z
  .object({ answer: z.enum(handoverAnswers, choose), reason: optionalText(500) })
  .refine(({ answer, reason }) => answer !== 'decline' || reason !== '', {
    path: ['reason'],
    message: 'validation:required',
  })
export type AnswerHandoverForm = z.output<typeof AnswerHandoverForm>
