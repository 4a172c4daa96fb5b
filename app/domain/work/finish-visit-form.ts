import { z } from 'zod'
import { cleanText, text } from '#app/platform/fields.ts'
import { itemOfReason } from './reason-field.ts'

const maxReason = 500

/** What was done, and beside it in a field each why a must-item was left out. */
export const FinishVisitForm = z
  .object({ workDone: text(4000, 'validation:workDone') })
  .catchall(z.unknown())
  .transform(({ workDone, ...rest }, ctx) => {
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
    return { workDone, reasons }
  })
export type FinishVisitForm = z.output<typeof FinishVisitForm>
