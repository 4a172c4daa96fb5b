import { z } from 'zod'
import { dayHours } from '#app/platform/day-hours-field.ts'

const aDay = /^\d{4}-\d{2}-\d{2}$/
/** The field of one colleague's hours on one day of the week, Monday is 1. */
const aField = /^h([1-7])_([0-9a-f-]{36})$/

export const hoursField = (weekday: number, staffId: string) => `h${weekday}_${staffId}`

const week = z.string().regex(aDay, 'validation:monday')

/** A week of duty as it is typed: its Monday, what stood when the form was opened, and a line of hours a cell. */
export const dutyForm = (names: Iterable<string>) => {
  const cells = [...new Set(names)].filter((name) => aField.test(name))
  return z.object({
    week,
    seen: z.string().max(40),
    ...Object.fromEntries(cells.map((name) => [name, dayHours])),
  })
}

/** Whose hours on which day a form's fields speak of. */
export function cellsIn(form: Record<string, unknown>) {
  return Object.entries(form).flatMap(([name, hours]) => {
    const [, weekday, staffId] = aField.exec(name) ?? []
    if (!weekday || !staffId || !Array.isArray(hours)) return []
    return [{ weekday: Number(weekday), staffId, hours: hours as { from: string; to: string }[] }]
  })
}

export const CopyWeekForm = z.object({ week })
export type CopyWeekForm = z.output<typeof CopyWeekForm>
