import { z } from 'zod'
import { dayHours } from '#app/platform/day-hours-field.ts'
import { line, optionalLine } from '#app/platform/fields.ts'

const whole = (min: number, max: number, message: string) =>
  z
    .string({ message })
    .regex(/^\s*\d{1,4}\s*$/, message)
    .transform(Number)
    .refine((n) => n >= min && n <= max, message)

const clock = z
  .string({ message: 'validation:time' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:\d{2})?$/, 'validation:time')
  .transform((value) => value.slice(0, 5))

/** Which problems may be given a time in the same go as they are reported. */
export const CategoriesForm = z.object({
  bookableCategories: z
    .array(line(40, 'validation:choose'), { message: 'validation:choose' })
    .optional()
    .transform((given) => [...new Set(given)]),
  seen: optionalLine(60),
})
export type CategoriesForm = z.output<typeof CategoriesForm>

/** How customers book, and what the company promises. */
export const BookingRulesForm = z.object({
  bookingDays: whole(1, 180, 'validation:bookingDays'),
  /** Percent. */
  heldShare: whole(0, 90, 'validation:heldShare').transform((percent) => percent / 100),
  cutOff: clock,
  restHours: dayHours,
  remindAt: clock,
  callAheadMinutes: whole(5, 240, 'validation:callAhead'),
  leaveHours: whole(0, 720, 'validation:leaveHours'),
  agreeDays: whole(1, 60, 'validation:agreeDays'),
  checkBy: clock,
  seen: optionalLine(60),
})
export type BookingRulesForm = z.output<typeof BookingRulesForm>
