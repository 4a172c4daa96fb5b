import { z } from 'zod'

const itemId = z.coerce.number().int().positive()

/** A checklist as it was shown: which items, and which of them are ticked. */
export const RecordChecksForm = z.object({
  shown: z.array(itemId).min(1).max(200),
  done: z.array(itemId).max(200).default([]),
})
export type RecordChecksForm = z.output<typeof RecordChecksForm>
