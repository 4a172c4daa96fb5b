import { z } from 'zod'
import { optionalLine } from '#app/platform/fields.ts'

const days = z
  .string({ message: 'validation:contactDays' })
  .regex(/^\s*\d{1,3}\s*$/, 'validation:contactDays')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 730, 'validation:contactDays')

/** CU-1: after how many days customers of each grade are contacted again. */
export const ContactDaysForm = z
  .object({ daysA: days, daysB: days, daysC: days, seen: optionalLine(60) })
  .transform(({ seen, daysA, daysB, daysC }) => ({
    seen,
    contactDays: { A: daysA, B: daysB, C: daysC },
  }))
export type ContactDaysForm = z.output<typeof ContactDaysForm>
