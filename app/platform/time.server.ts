import { Temporal } from 'temporal-polyfill'
import { environment } from './environment.server.ts'

/** The company's time zone: appointments keep it, whatever the reader's clock says. */
export const companyZone = () => environment().COMPANY_ZONE

/**
 * The instant at which clocks in the company's zone show this date and time.
 * A time that a clock change skips is taken as the later one.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`; `24:00` is the end of the day
 */
export function instantAt(day: string, time: string, zone = companyZone()): Date {
  const date = Temporal.PlainDate.from(day)
  const wall =
    time === '24:00'
      ? date.add({ days: 1 }).toPlainDateTime()
      : date.toPlainDateTime(Temporal.PlainTime.from(time))
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds)
}

/** The civil date in the company's zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date, zone = companyZone()): string {
  return zoned(instant, zone).toPlainDate().toString()
}

/** The wall clock in the company's zone, `HH:MM`. */
export function timeOf(instant: Date, zone = companyZone()): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Monday is 1. */
export const weekdayOf = (day: string) => Temporal.PlainDate.from(day).dayOfWeek

export const addDays = (day: string, days: number) =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** From one civil day to another; negative when that is earlier. */
export const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(to).days

export const isDay = (value: string) => {
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** The day as a half-open span of instants; 23 or 25 hours where clocks change. */
export function spanOfDay(day: string, zone = companyZone()): { start: Date; end: Date } {
  return { start: instantAt(day, '00:00', zone), end: instantAt(day, '24:00', zone) }
}

export const addMinutes = (instant: Date, minutes: number) =>
  new Date(instant.getTime() + minutes * 60_000)

export const addHours = (instant: Date, hours: number) => addMinutes(instant, hours * 60)

function zoned(instant: Date, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}
