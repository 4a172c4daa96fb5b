import { z } from 'zod'
import { line, submissionKey } from '#app/platform/fields.ts'

const pngUrl = /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/

export const SignVisitForm = z.object({
  signer: line(80, 'validation:signer'),
  /** What was drawn, as a PNG data URL. */
  drawing: z
    .string({ message: 'validation:signature' })
    .max(1_400_000, 'validation:signature')
    .regex(pngUrl, 'validation:signature'),
  submissionKey,
})
export type SignVisitForm = z.output<typeof SignVisitForm>
