import { z } from 'zod'
import { ratingScores } from '#db/vocabulary/follow-ups.ts'
import { optionalText } from '#app/platform/fields.ts'
import { isPoor, wordsLength } from './rating-form.ts'

const score = z.enum(ratingScores.map(String), 'validation:score').transform(Number)

/** The number of the attempt the page was about. */
export const attempt = z.coerce.number().int().min(1).max(1000)

const Answers = z.object({
  attempt,
  attitude: score,
  quality: score,
  solved: score,
  punctuality: score,
  tidiness: score,
  recommend: z
    .string()
    .regex(/^(\d|10)$/, 'validation:choose')
    .transform(Number)
    .optional(),
  /** What happened, asked when an answer is poor. */
  reason: optionalText(wordsLength),
  words: optionalText(wordsLength),
  /** The scores were filled in from what the customer gave online. */
  prefilled: z.literal('yes').optional(),
  confirmed: z.literal('yes').optional(),
})

/**
 * FU-2, as the caller asks it. A poor answer carries the customer's reason (FU-4), and scores given online are the
 * answers of the call only when the caller has gone through them with the customer.
 */
export const AnswersForm = Answers.superRefine((given, ctx) => {
  if (isPoor(given) && !given.reason) {
    ctx.addIssue({ code: 'custom', path: ['reason'], message: 'validation:poorReason' })
  }
  if (given.prefilled && !given.confirmed) {
    ctx.addIssue({ code: 'custom', path: ['confirmed'], message: 'validation:confirmed' })
  }
})
export type AnswersForm = z.output<typeof AnswersForm>
