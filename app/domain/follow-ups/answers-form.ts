import { z } from 'zod'
import { ratingScores } from '#db/vocabulary/follow-ups.ts'
import { optionalText } from '#app/platform/fields.ts'
import { wordsLength } from './rating-form.ts'

const score = z.enum(ratingScores.map(String), 'validation:score').transform(Number)

/** The number of the attempt the page was about. */
export const attempt = z.coerce.number().int().min(1).max(1000)

/** FU-2, as the caller asks it. */
export const AnswersForm = z.object({
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
})
export type AnswersForm = z.infer<typeof AnswersForm>
