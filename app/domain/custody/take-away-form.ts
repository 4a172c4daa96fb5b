import { z } from 'zod'
import { custodyPurposes } from '#db/vocabulary/work.ts'
import { line, optionalText, submissionKey, text } from '#app/platform/fields.ts'
import { optionalDrawing } from '#app/platform/drawing-field.ts'

/** VS-4, VS-5: what leaves the home, how it looked, and who handed it over. */
export const TakeAwayForm = z.object({
  purpose: z.enum(custodyPurposes, { message: 'validation:choose' }),
  item: line(200, 'validation:item'),
  condition: text(500, 'validation:condition'),
  reason: optionalText(500),
  /** A civil date or nothing. */
  backOn: z
    .union([z.literal(''), z.iso.date('validation:day')])
    .optional()
    .transform((day) => day || null),
  handedBy: line(80, 'validation:signer'),
  drawing: optionalDrawing,
  /** The receipt's own key. */
  submissionKey,
})
export type TakeAwayForm = z.output<typeof TakeAwayForm>
