import { z } from 'zod'
import {
  poorScore,
  type RatingQuestion,
  ratingQuestions,
  ratingScores,
  ratingTags,
} from '#db/vocabulary/follow-ups.ts'
import { optionalText } from '#app/platform/fields.ts'

const score = z
  .enum(ratingScores.map(String), 'validation:stars')
  .transform((value) => Number(value))

export const wordsLength = 1000

/** FU-2: five questions, words, tags, whether they would recommend us. */
export const RatingForm = z.object({
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
  words: optionalText(wordsLength),
  tags: z
    .union([z.enum(ratingTags), z.array(z.enum(ratingTags))], 'validation:choose')
    .optional()
    .transform((value) => [...new Set([value ?? []].flat())]),
  wantsCall: z
    .enum(['yes', 'no'], 'validation:choose')
    .optional()
    .transform((value) => value === 'yes'),
})
export type Rating = z.output<typeof RatingForm>

/** FU-2, each 1–5. */
export type Scores = Record<RatingQuestion, number>

/** FU-4: the questions answered poorly. */
export const poorQuestions = (scores: Scores): RatingQuestion[] =>
  ratingQuestions.filter((question) => scores[question] <= poorScore)

export const isPoor = (scores: Scores) => poorQuestions(scores).length > 0

export const scoresOf = (given: Scores): Scores =>
  Object.fromEntries(ratingQuestions.map((question) => [question, given[question]])) as Scores
