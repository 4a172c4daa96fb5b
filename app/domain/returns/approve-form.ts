import { z } from 'zod'
import { text } from '#app/platform/fields.ts'

/** RX-2: what somebody above says to a decision, and why. */
export const AnswerDecisionForm = z.object({
  /** The decision that was on the page. */
  decision: z.coerce.number().int().positive(),
  answer: z.enum(['approve', 'send_back'], { message: 'validation:choose' }),
  reason: text(2000),
})
export type AnswerDecisionForm = z.output<typeof AnswerDecisionForm>
