import { z } from 'zod'
import { optionalText, text } from '#app/platform/fields.ts'

/** `reasons` holds why a must-item was left out, under `item<key>`. */
export const FinishVisitForm = z.object({
  workDone: text(4000, 'validation:workDone'),
  reasons: z.record(z.string().regex(/^item[1-9]\d{0,14}$/), optionalText(500)).default({}),
})
export type FinishVisitForm = z.output<typeof FinishVisitForm>

export const reasonKey = (itemId: number) => `item${itemId}`
