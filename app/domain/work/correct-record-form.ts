import { z } from 'zod'
import { submissionKey, text } from '#app/platform/fields.ts'

/** VS-3: what is put right about a signed record. */
export const CorrectRecordForm = z.object({
  text: text(2000, 'validation:correction'),
  submissionKey,
})
export type CorrectRecordForm = z.output<typeof CorrectRecordForm>
