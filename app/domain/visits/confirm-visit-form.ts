import { z } from 'zod'
import { version } from '#app/platform/fields.ts'
import { optionalClock } from './window-form.ts'

/** A crew for a visit; without a start, the earliest one. */
export const ConfirmVisitForm = z.object({
  crewId: z.coerce
    .number({ message: 'validation:crew' })
    .int('validation:crew')
    .positive('validation:crew'),
  start: optionalClock,
  version,
})
export type ConfirmVisitForm = Omit<z.output<typeof ConfirmVisitForm>, 'start'> & {
  start?: string | undefined
}
