import { z } from 'zod'

const clockTime = /^([01]\d|2[0-3]):[0-5]\d(:00)?$/

/** `HH:MM` as a time field sends it; some browsers add seconds. */
const clock = z
  .string({ message: 'validation:time' })
  .regex(clockTime, 'validation:time')
  .transform((value) => value.slice(0, 5))

/** The same, or nothing. */
export const optionalClock = z
  .string()
  .optional()
  .refine((value) => !value || clockTime.test(value), 'validation:time')
  .transform((value) => value?.slice(0, 5) || undefined)

export const windowFields = {
  /** `YYYY-MM-DD` */
  day: z.iso.date({ message: 'validation:day' }),
  from: clock,
  to: clock,
}

/** A window has its beginning before its end. */
export function windowInOrder(
  form: { from: string; to: string },
  ctx: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): void {
  if (form.from < form.to) return
  ctx.addIssue({ code: 'custom', path: ['to'], message: 'validation:windowOrder' })
}
