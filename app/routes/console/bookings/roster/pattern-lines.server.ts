import { hoursField, maxRotationWeeks, weekdays, weeksOf } from '#app/domain/crews/rotation.ts'
import type { Pattern } from '#app/domain/crews/shifts-form.ts'
import { hoursText } from '#app/platform/day-hours.ts'

type Lines = Record<string, string>

/** What was typed before the number of weeks was changed; nothing once a colleague saved other shifts. */
export function typedLines(search: URLSearchParams, seen: string): { weeks: number; typed: Lines } {
  const weeks = Math.floor(Number(search.get('weeks')))
  const fits = weeks >= 1 && weeks <= maxRotationWeeks
  return {
    weeks: fits ? weeks : 0,
    typed: search.get('seen') === seen ? Object.fromEntries(search) : {},
  }
}

/** The form's lines for so many weeks: as typed, else as they stand; a week that is new begins as the one it repeats. */
export function patternLines(pattern: Pattern, { weeks, typed }: ReturnType<typeof typedLines>) {
  const standing: Lines = Object.fromEntries(
    pattern.hours.map((day) => [hoursField(day.week, day.weekday), hoursText(day.hours)]),
  )
  const lines = { ...standing, ...typed }
  const rotation = Number(typed.rotationWeeks) || pattern.rotationWeeks
  const shown = weeks || pattern.rotationWeeks
  const hours = weeksOf(shown).flatMap((week) =>
    weekdays.map((weekday) => {
      const repeated = hoursField(((week - 1) % rotation) + 1, weekday)
      return [hoursField(week, weekday), lines[repeated] ?? ''] as const
    }),
  )
  return {
    weeks: shown,
    rotationFrom: typed.rotationFrom ?? pattern.rotationFrom,
    hours: Object.fromEntries(hours),
  }
}
