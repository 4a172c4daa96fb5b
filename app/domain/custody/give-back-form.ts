import { z } from 'zod'
import { line, optionalText, submissionKey } from '#app/platform/fields.ts'
import { optionalDrawing } from '#app/platform/drawing-field.ts'

/** VS-4: the item is back; the paper is reclaimed, or it is said why it can't be. */
export const GiveBackForm = z
  .object({
    /** The key of the receipt. */
    receipt: submissionKey,
    /** Who took the item back, by name. */
    receivedBy: line(80, 'validation:signer'),
    reclaimed: z
      .enum(['yes', 'no'], { message: 'validation:choose' })
      .transform((value) => value === 'yes'),
    because: optionalText(300),
    drawing: optionalDrawing,
  })
  .refine(({ reclaimed, because }) => reclaimed || because !== '', {
    path: ['because'],
    message: 'validation:reason',
  })
export type GiveBackForm = z.output<typeof GiveBackForm>
