import { z } from 'zod'
import { itemOfValue, readReading } from './reading.ts'

const itemId = z.coerce.number().int().positive()

/**
 * A checklist as it was shown: which items, which of them are ticked, and in a field each what was read; a reading that
 * was taken out again is `null`.
 */
export const RecordChecksForm = z
  .object({
    shown: z.array(itemId).min(1).max(200),
    done: z.array(itemId).max(200).default([]),
  })
  .catchall(z.unknown())
  .transform(({ shown, done, ...rest }, ctx) => {
    const values = new Map<number, number | null>()
    for (const [field, value] of Object.entries(rest)) {
      const item = itemOfValue(field)
      if (Number.isNaN(item) || typeof value !== 'string') continue
      const reading = readReading(value)
      if (Number.isNaN(reading)) {
        ctx.addIssue({ code: 'custom', path: [field], message: 'validation:reading' })
      } else values.set(item, reading)
    }
    return { shown, done, values }
  })
export type RecordChecksForm = z.output<typeof RecordChecksForm>
