import { z } from 'zod'
import { verdicts } from '#db/vocabulary/complaints.ts'
import { attempt } from '#app/domain/follow-ups/answers-form.ts'
import { optionalText } from '#app/platform/fields.ts'

/** CP-1: the customer's verdict as a caller takes it down; who isn't content says why. */
export const VerdictOnCallForm = z
  .object({
    attempt,
    verdict: z.enum(verdicts, { message: 'validation:choose' }),
    words: optionalText(1000),
  })
  .superRefine(({ verdict, words }, ctx) => {
    if (verdict === 'content' || words !== '') return
    ctx.addIssue({ code: 'custom', path: ['words'], message: 'validation:required' })
  })
export type VerdictOnCallForm = z.output<typeof VerdictOnCallForm>
