import type { Translate } from '#app/i18n/keys.ts'
import {
  type DayHours,
  hoursText,
  readDayHours,
  type WeekHours,
  type Weekday,
  weekdays,
} from './day-hours.ts'

/** The hours of a week in one line: 每天 08:30–22:00 · Mon–Fri 08:30–20:00; Sat 09:00–18:00 */
export function weekWords(t: Translate, week: WeekHours): string {
  const runs: { first: Weekday; last: Weekday; hours: string }[] = []
  for (const day of weekdays) {
    const hours = hoursText(week[day])
    const before = runs.at(-1)
    if (before?.hours === hours && before.last === day - 1) before.last = day
    else runs.push({ first: day, last: day, hours })
  }
  const open = runs.filter(({ hours }) => hours !== '')
  if (open.length === 0) return t('common:hours.none')
  if (runs.length === 1) return t('common:hours.daily', { hours: open[0]!.hours })
  return open
    .map(({ first, last, hours }) => {
      const [from, to] = [t(`common:hours.day.${first}`), t(`common:hours.day.${last}`)]
      const days = first === last ? from : t('common:hours.range', { first: from, last: to })
      return t('common:hours.of', { days, hours })
    })
    .join(t('common:hours.and'))
}

/** The hours of a week as the audit log keeps them: `1 08:30–22:00; 2 …`, Monday first. */
export const weekText = (week: WeekHours): string =>
  weekdays.map((day) => `${day} ${hoursText(week[day])}`.trim()).join('; ')

/** Reads `weekText` again; null when it is something else. */
export function readWeek(text: string): WeekHours | null {
  const days = new Map<string, DayHours[]>()
  for (const part of text.split('; ')) {
    const [, day, typed = ''] = /^([1-7])(?: (.+))?$/.exec(part) ?? []
    const hours = readDayHours(typed)
    if (!day || !Array.isArray(hours)) return null
    days.set(day, hours)
  }
  if (days.size !== weekdays.length) return null
  return Object.fromEntries(days) as unknown as WeekHours
}
