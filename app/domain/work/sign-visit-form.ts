import { z } from 'zod'
import { wishParts, wishWays } from '#db/vocabulary/work.ts'
import { drawing } from '#app/platform/drawing-field.ts'
import { line, submissionKey } from '#app/platform/fields.ts'

export const SignVisitForm = z.object({
  signer: line(80, 'validation:signer'),
  drawing,
  /** VS-9: when and how the customer would like the follow-up. */
  wishPart: z.enum(wishParts).default('any'),
  wishWay: z.enum(wishWays).default('phone'),
  submissionKey,
})
export type SignVisitForm = z.output<typeof SignVisitForm>
