import { z } from 'zod'
import { visitOutcomes } from '#db/vocabulary/work.ts'
import { cleanText, optionalText, text } from '#app/platform/fields.ts'
import { itemOfReason } from './reason-field.ts'

const maxReason = 500

/**
 * What was done, how it ended, and in a field each why a must-item was left out. What couldn't be done says what it
 * takes (VS-4).
 */
export const FinishVisitForm = z
  .object({
    workDone: text(4000, 'validation:workDone'),
    outcome: z.enum(visitOutcomes).default('done'),
    needed: optionalText(1000),
  })
  .catchall(z.unknown())
  .refine(({ outcome, needed }) => outcome !== 'escalated' || Boolean(needed), {
    path: ['needed'],
    error: 'validation:needed',
    // Said beside what else is wrong, not after it.
    when: () => true,
  })
  .transform(({ workDone, outcome, needed, ...rest }, ctx) => {
    const reasons = new Map<number, string>()
    for (const [field, value] of Object.entries(rest)) {
      const itemId = itemOfReason(field)
      if (Number.isNaN(itemId) || typeof value !== 'string') continue
      const reason = cleanText(value)
      if (reason.length > maxReason) {
        ctx.addIssue({ code: 'custom', path: [field], message: 'validation:tooLong' })
      }
      if (reason) reasons.set(itemId, reason)
    }
    return { workDone, outcome, needed, reasons }
  })
export type FinishVisitForm = z.output<typeof FinishVisitForm>
