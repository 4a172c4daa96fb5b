import { addDays, dayOf, instantAt, weekdayOf } from '#app/platform/time.server.ts'
import { joined, type Span, without } from './span.ts'

export interface Shift {
  /** Of the crew's rotation, from 1. */
  week: number
  /** Monday is 1. */
  weekday: number
  /** `HH:MM` or `HH:MM:SS`, company zone. */
  startsAt: string
  endsAt: string
}

/** What decides when a crew works; exceptions, leave and holidays of the days that are asked about. */
export interface Roster {
  rotationWeeks: number
  /** The Monday of a week 1, `YYYY-MM-DD`. */
  rotationFrom: string
  shifts: readonly Shift[]
  /** Days with hours of their own; no hours means the crew is off. */
  exceptions: ReadonlyMap<string, readonly Hours[]>
  holidays: ReadonlySet<string>
  /** When too few of its members are there (DS-3). */
  off: readonly Span[]
}

type Hours = Pick<Shift, 'startsAt' | 'endsAt'>

/** Which week of its rotation a crew is in, from 1; also before the rotation began. */
export function weekOfRotation(
  { rotationWeeks, rotationFrom }: Pick<Roster, 'rotationWeeks' | 'rotationFrom'>,
  day: string,
): number {
  const days = Math.round((Date.parse(day) - Date.parse(rotationFrom)) / 86_400_000)
  const week = Math.floor(days / 7) % rotationWeeks
  return ((week + rotationWeeks) % rotationWeeks) + 1
}

/** The hours of one day by the pattern or its exception, before leave; `[]` is a day off. */
export function hoursOfDay(roster: Roster, day: string): readonly Hours[] {
  if (roster.exceptions.has(day)) return roster.exceptions.get(day)!
  if (roster.holidays.has(day)) return []
  const week = weekOfRotation(roster, day)
  const weekday = weekdayOf(day)
  return roster.shifts.filter((shift) => shift.week === week && shift.weekday === weekday)
}

/** A crew's working time on one day of the company's zone: shifts, less leave. */
export function workingTime(roster: Roster, day: string): Span[] {
  const spans = hoursOfDay(roster, day).map(({ startsAt, endsAt }) => ({
    start: instantAt(day, startsAt.slice(0, 5)),
    end: instantAt(day, endsAt.slice(0, 5)),
  }))
  return without(
    spans.filter(({ start, end }) => start < end),
    roster.off,
  )
}

/** The same for every day that a span touches; a shift that goes on past midnight is one. */
export function workingTimeAround(roster: Roster, span: Span): Span[] {
  const spans: Span[] = []
  const last = dayOf(span.end)
  for (let day = dayOf(span.start); day <= last; day = addDays(day, 1)) {
    spans.push(...workingTime(roster, day))
  }
  return joined(spans)
}
