import { z } from 'zod'
import { verdicts } from '#db/vocabulary/complaints.ts'
import { optionalText } from '#app/platform/fields.ts'

export const verdictWordsLength = 1000

/** CP-1: what whoever complained thinks of the answer; without being content, why. */
export const VerdictForm = z
  .object({
    verdict: z.enum(verdicts, { message: 'validation:choose' }),
    words: optionalText(verdictWordsLength),
  })
  .superRefine(({ verdict, words }, ctx) => {
    if (verdict === 'content' || words !== '') return
    ctx.addIssue({ code: 'custom', path: ['words'], message: 'validation:required' })
  })
