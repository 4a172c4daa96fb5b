import { z } from 'zod'
import { type DayHours, readDayHours } from './day-hours.ts'

/** A line of hours; an empty one is none. Judged inside the transform: absent reads as empty. */
export const dayHours = z
  .string()
  .optional()
  .transform((typed, ctx): DayHours[] => {
    const hours = readDayHours(typed?.slice(0, 400) ?? '')
    if (Array.isArray(hours)) return hours
    ctx.addIssue({ code: 'custom', message: hours.error })
    return z.NEVER
  })

/** The same, at least one. */
export const someDayHours = dayHours.refine((hours) => hours.length > 0, 'validation:hoursNone')
