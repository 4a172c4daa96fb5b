/** Hours of one day, `HH:MM`; `24:00` is its end. */
export interface DayHours {
  from: string
  to: string
}

/** Monday is 1. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]
export type WeekHours = Readonly<Record<Weekday, readonly DayHours[]>>

/** The same hours on every day of the week. */
export const everyDay = (...hours: DayHours[]): Record<Weekday, DayHours[]> => ({
  1: hours,
  2: hours,
  3: hours,
  4: hours,
  5: hours,
  6: hours,
  7: hours,
})

/** As it is typed into one line: `08:00–12:00, 13:30–18:00`. */
export const hoursText = (hours: readonly DayHours[]): string =>
  hours.map(({ from, to }) => `${from}–${to}`).join(', ')

/** `8:30-15:00`, `0830-1500`, `9-12` */
const typedSpan = /^(\d{1,2})(?::?(\d{2}))?-(\d{1,2})(?::?(\d{2}))?$/
const clock = (hours: string, minutes = '00') => `${hours.padStart(2, '0')}:${minutes}`
/** 8点, 8点半, 8点15分 */
const spokenTime = /(\d{1,2})点(?:(半)|(\d{1,2})分?)?/g
const ofDay = (time: string) => time <= '24:00' && time.slice(3) < '60'

/** What is wrong with hours, or the hours in order. */
export function readDayHours(typed: string): DayHours[] | { error: string } {
  const parts = typed
    .normalize('NFKC')
    .replace(spokenTime, (_, hours: string, half?: string, minutes?: string) =>
      clock(hours, half ? '30' : minutes?.padStart(2, '0')),
    )
    .replace(/\s*(?:[-‐‑–—―−~〜至到]|\bto\b)\s*/g, '-')
    .split(/[\s,、;]+/)
    .filter(Boolean)
  const hours: DayHours[] = []
  for (const part of parts) {
    const [, fromHours, fromMinutes, toHours, toMinutes] = typedSpan.exec(part) ?? []
    if (!fromHours || !toHours) return { error: 'validation:hours' }
    const span = { from: clock(fromHours, fromMinutes), to: clock(toHours, toMinutes) }
    if (!ofDay(span.from) || !ofDay(span.to)) return { error: 'validation:hoursOutside' }
    if (span.from >= span.to) return { error: 'validation:hoursOrder' }
    hours.push(span)
  }
  hours.sort((a, b) => (a.from < b.from ? -1 : 1))
  const overlap = hours.some(({ to }, i) => hours[i + 1] !== undefined && hours[i + 1]!.from < to)
  return overlap ? { error: 'validation:hoursOverlap' } : hours
}
