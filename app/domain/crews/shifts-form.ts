import { z } from 'zod'
import { hoursText, type DayHours } from '#app/platform/day-hours.ts'
import { dayHours } from '#app/platform/day-hours-field.ts'
import { optionalLine } from '#app/platform/fields.ts'
import { type HoursField, hoursField, maxRotationWeeks, weekdays, weeksOf } from './rotation.ts'

const lines: Record<HoursField, typeof dayHours> = Object.fromEntries(
  weeksOf(maxRotationWeeks).flatMap((week) =>
    weekdays.map((weekday) => [hoursField(week, weekday), dayHours]),
  ),
)

const monday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

/** A crew's weekly hours as rows, in order. */
export interface Pattern {
  rotationWeeks: number
  rotationFrom: string
  hours: { week: number; weekday: number; hours: DayHours[] }[]
}

/** A crew's weekly hours and how they rotate; `seen` is the stamp of what stood when the form was filled. */
export const ShiftsForm = z
  .object({
    rotationWeeks: z.coerce
      .number({ message: 'validation:choose' })
      .int('validation:choose')
      .min(1, 'validation:choose')
      .max(maxRotationWeeks, 'validation:choose'),
    rotationFrom: z.iso
      .date({ message: 'validation:day', abort: true })
      .refine(monday, 'validation:monday'),
    /** The number of weeks chosen above the lines; they follow it once it is applied. */
    weeks: optionalLine(3),
    seen: optionalLine(60),
    strands: optionalLine(60),
    ...lines,
  })
  .superRefine(({ weeks, rotationWeeks }, ctx) => {
    if (weeks === '' || weeks === String(rotationWeeks)) return
    ctx.addIssue({ code: 'custom', path: ['weeks'], message: 'validation:weeksNotApplied' })
  })
  .transform(({ rotationWeeks, rotationFrom, weeks: _, seen, strands, ...typed }) => {
    const days: Partial<Record<HoursField, DayHours[]>> = typed
    const hours = weeksOf(rotationWeeks).flatMap((week) =>
      weekdays.map((weekday) => ({
        week,
        weekday,
        hours: days[hoursField(week, weekday)] ?? [],
      })),
    )
    return { seen, strands, pattern: { rotationWeeks, rotationFrom, hours } satisfies Pattern }
  })
export type ShiftsForm = z.output<typeof ShiftsForm>

/** A pattern in one line, whatever the reader's language, as the audit log keeps it. */
export const patternText = ({ rotationWeeks, rotationFrom, hours }: Pattern): string => {
  const days = hours
    .filter((day) => day.hours.length > 0)
    .map((day) => `${day.week}/${day.weekday} ${hoursText(day.hours)}`)
  return [`${rotationWeeks} × 7, ${rotationFrom}`, ...days].join('; ')
}
