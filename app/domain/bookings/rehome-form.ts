import { z } from 'zod'
import { text, version } from '#app/platform/fields.ts'
import { windowField } from './window-field.ts'

const key = z.coerce.number().int().positive().max(1e15)

/** The same window, another crew. */
export const RehomeVisitForm = z.object({ visit: key, version, crewId: key })
export type RehomeVisitForm = z.output<typeof RehomeVisitForm>

/** Another window: the customer is told why. */
export const MoveStrandedForm = z.object({
  visit: key,
  version,
  window: windowField,
  reason: text(500, 'validation:reason'),
})
export type MoveStrandedForm = z.output<typeof MoveStrandedForm>

/** A visit as the page showed it: `12:3` is visit 12 in its version 3. */
const seen = z
  .string()
  .regex(/^[1-9]\d{0,14}:[1-9]\d{0,8}$/)
  .transform((value) => {
    const [id = 0, version = 0] = value.split(':').map(Number)
    return { id, version }
  })

export const RehomeAllForm = z.object({ visits: z.array(seen).min(1).max(50) })

/** The forms of one page, told apart by `intent`. */
export const StrandedForm = z.discriminatedUnion('intent', [
  RehomeVisitForm.extend({ intent: z.literal('take') }),
  MoveStrandedForm.extend({ intent: z.literal('move') }),
  RehomeAllForm.extend({ intent: z.literal('all') }),
])
