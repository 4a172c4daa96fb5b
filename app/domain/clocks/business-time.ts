import { Temporal } from 'temporal-polyfill'

/** Hours of one day, `HH:MM`, half open; `24:00` is its end. */
export interface DayHours {
  from: string
  to: string
}

/** When the desk works: hours by weekday (Monday is 1), and the civil days on which it doesn't. */
export interface Calendar {
  zone: string
  week: Readonly<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DayHours[]>>
  holidays: ReadonlySet<string>
}

/** Which calendar was in force when: ascending by `from` (epoch milliseconds), the first from `-Infinity` on. */
export type Timeline = readonly { from: number; calendar: Calendar }[]

/** An open stretch `[start, end)`, epoch milliseconds. */
interface Span {
  start: number
  end: number
}

/** A calendar that never opens has no due times: the search ends after so many days. */
const longestSearch = 800

/** How much of `[from, to)` lies within service hours, in milliseconds. */
export function businessTime(from: Date, to: Date, timeline: Timeline): number {
  let sum = 0
  const end = to.getTime()
  for (const span of openFrom(from.getTime(), timeline)) {
    if (span.start >= end) break
    sum += Math.min(span.end, end) - span.start
  }
  return sum
}

/** The instant by which so much service time has passed since `from`; null where it never will have. */
export function addBusinessTime(from: Date, milliseconds: number, timeline: Timeline): Date | null {
  if (milliseconds <= 0) return from
  let left = milliseconds
  for (const span of openFrom(from.getTime(), timeline)) {
    const length = span.end - span.start
    if (length >= left) return new Date(span.start + left)
    left -= length
  }
  return null
}

/** The open stretches from an instant on, in order, whatever calendars follow one another. */
function* openFrom(from: number, timeline: Timeline): Generator<Span> {
  for (const [at, { from: since, calendar }] of timeline.entries()) {
    const until = timeline[at + 1]?.from ?? Infinity
    const begin = Math.max(from, since)
    if (begin >= until) continue
    yield* openDuring(begin, until, calendar)
  }
}

function* openDuring(begin: number, until: number, calendar: Calendar): Generator<Span> {
  let day = zoned(begin, calendar.zone).toPlainDate()
  for (let searched = 0; searched < longestSearch; searched++, day = day.add({ days: 1 })) {
    for (const { start, end } of openOn(day, calendar)) {
      if (start >= until) return
      if (end > begin) {
        yield { start: Math.max(start, begin), end: Math.min(end, until) }
        searched = 0
      }
    }
    if (dayBounds(day, calendar.zone).end >= until) return
  }
}

const days = new WeakMap<Calendar, Map<string, readonly Span[]>>()

/** One civil day's open stretches. Where clocks change, an hour that is shown twice counts twice. */
function openOn(day: Temporal.PlainDate, calendar: Calendar): readonly Span[] {
  const known = days.get(calendar) ?? new Map<string, readonly Span[]>()
  days.set(calendar, known)
  const key = day.toString()
  const before = known.get(key)
  if (before) return before
  const hours = calendar.holidays.has(key) ? [] : calendar.week[day.dayOfWeek as 1]
  const spans = stretchesOfDay(day, calendar.zone)
    .flatMap(({ start, end, clock }) =>
      hours.map((open) => ({
        start: start + Math.max(0, minutes(open.from) * 60_000 - clock),
        end: Math.min(end, start + minutes(open.to) * 60_000 - clock),
      })),
    )
    .filter(({ start, end }) => start < end)
  known.set(key, spans)
  return spans
}

/** The day in stretches of one offset, each with what the clock shows at its start, milliseconds after midnight. */
function stretchesOfDay(day: Temporal.PlainDate, zone: string): (Span & { clock: number })[] {
  const { start, end } = dayBounds(day, zone)
  const stretches: (Span & { clock: number })[] = []
  for (let at = start; at < end;) {
    const here = zoned(at, zone)
    const next = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
    const until = Math.min(next, end)
    const { hour, minute, second, millisecond } = here
    const clock = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    stretches.push({ start: at, end: until, clock })
    at = until
  }
  return stretches
}

function dayBounds(day: Temporal.PlainDate, zone: string): Span {
  return {
    start: day.toZonedDateTime(zone).epochMilliseconds,
    end: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
  }
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
