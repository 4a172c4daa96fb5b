import { z } from 'zod'
import { type DayHours, type Weekday, weekdays } from '#app/platform/day-hours.ts'
import { dayHours } from '#app/platform/day-hours-field.ts'
import { optionalLine } from '#app/platform/fields.ts'

const clock = z
  .string()
  .optional()
  .transform((typed) => typed?.trim().slice(0, 5) ?? '')
  .refine((typed) => typed === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), 'validation:time')

/** When the desk answers, day by day, and when customers are left in peace; both times empty is never. */
export const HoursForm = z
  .object({
    day1: dayHours,
    day2: dayHours,
    day3: dayHours,
    day4: dayHours,
    day5: dayHours,
    day6: dayHours,
    day7: dayHours,
    quietFrom: clock,
    quietTo: clock,
    seen: optionalLine(60),
  })
  .superRefine((form, ctx) => {
    const wrong = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (weekdays.every((day) => form[`day${day}`].length === 0)) {
      wrong('day1', 'validation:hoursNone')
    }
    if ((form.quietFrom === '') !== (form.quietTo === '')) {
      wrong(form.quietFrom === '' ? 'quietFrom' : 'quietTo', 'validation:time')
    } else if (form.quietFrom !== '' && form.quietFrom === form.quietTo) {
      wrong('quietTo', 'validation:quietSame')
    }
  })
  .transform(({ quietFrom, quietTo, seen, ...days }) => ({
    seen,
    serviceHours: Object.fromEntries(weekdays.map((day) => [day, days[`day${day}`]])) as Record<
      Weekday,
      DayHours[]
    >,
    quietHours: quietFrom === '' ? null : { from: quietFrom, to: quietTo },
  }))
export type HoursForm = z.output<typeof HoursForm>
