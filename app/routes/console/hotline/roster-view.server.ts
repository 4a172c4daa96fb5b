import { hoursField } from '#app/domain/hotline/duty-form.ts'
import type { readDutyWeek } from '#app/domain/hotline/index.server.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { weekdayOf } from '#app/platform/time.server.ts'

export type WeekView = ReturnType<typeof weekView>

/** A week as the table shows it: a row a colleague, a cell a day. */
export function weekView(week: Awaited<ReturnType<typeof readDutyWeek>>) {
  const { days, colleagues, shifts } = week
  return {
    week: week.week,
    seen: week.seen,
    canCopy: week.canCopy,
    days: days.map(({ day, hours, uncovered, outside }) => ({
      day,
      hours: hoursText(hours),
      uncovered: hoursText(uncovered),
      outside: outside.map(({ name, spans }) => ({ name, hours: hoursText(spans) })),
    })),
    rows: colleagues.map(({ id, name }) => ({
      id,
      name,
      cells: days.map(({ day }) => ({
        day,
        field: hoursField(weekdayOf(day), id),
        hours: hoursText(shifts.filter((one) => one.staffId === id && one.day === day)),
      })),
    })),
    changes: week.changes.map(({ id, at, by, changes }) => ({
      id,
      at: at.toISOString(),
      by,
      changes: changes.map(({ field, from, to }) => ({
        day: field.slice(0, 10),
        name: field.slice(11),
        from,
        to,
      })),
    })),
  }
}
