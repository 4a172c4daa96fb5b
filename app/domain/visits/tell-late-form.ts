import { z } from 'zod'
import { lateReasons } from '#db/vocabulary/work.ts'
import { optionalText } from '#app/platform/fields.ts'

/** DS-4: why the crew comes later, and when it reckons to be there. */
export const TellLateForm = z
  .object({
    reason: z.enum(lateReasons, { message: 'validation:choose' }),
    /** The customer reads it. */
    note: optionalText(300),
    /** `HH:MM` of the visit's own day, in the company's zone. */
    expected: z
      .string({ message: 'validation:time' })
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'validation:time'),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    path: ['note'],
    message: 'validation:reason',
  })
export type TellLateForm = z.output<typeof TellLateForm>
