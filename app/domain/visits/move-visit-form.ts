import { z } from 'zod'
import { text, version } from '#app/platform/fields.ts'
import { optionalClock, windowFields, windowInOrder, windowLongEnough } from './window-form.ts'

/** `keep` is the crew there is, `none` leaves it open, digits name another. */
const crew = z
  .union(
    [z.literal('keep'), z.literal('none'), z.string().regex(/^[1-9]\d{0,14}$/)],
    'validation:crew',
  )
  .default('keep')
  .transform((value) => (value === 'keep' ? undefined : value === 'none' ? null : Number(value)))

export const MoveVisitForm = z
  .object({
    ...windowFields,
    crewId: crew,
    start: optionalClock,
    reason: text(500, 'validation:reason'),
    version,
  })
  .refine(windowInOrder.test, windowInOrder.otherwise)
  .refine(windowLongEnough.test, windowLongEnough.otherwise)
export type MoveVisitForm = Omit<z.output<typeof MoveVisitForm>, 'crewId' | 'start'> & {
  crewId?: number | null | undefined
  start?: string | undefined
}
