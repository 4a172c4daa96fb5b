import { dayOf, instantAt, timeOf } from '#app/platform/time.server.ts'

const opening = 8 * 60 + 30
const minutesADay = 12 * 60
const millisecondsADay = 86_400_000

/** As many working minutes before `instant`, always a working moment. */
export const workingTimeBefore = (instant: Date, minutes: number) =>
  workingInstant(workingMinute(instant) - minutes)

/** As many working minutes after `instant`; what comes after closing is done in the morning. */
export const workingTimeAfter = (instant: Date, minutes: number) =>
  workingInstant(workingMinute(instant) + minutes)

/** Minutes between opening and closing, day after day, since 1970. */
function workingMinute(instant: Date): number {
  const [hours, minutes] = timeOf(instant).split(':').map(Number) as [number, number]
  const today = Math.min(Math.max(hours * 60 + minutes - opening, 0), minutesADay - 1)
  return dayNumber(dayOf(instant)) * minutesADay + today
}

function workingInstant(minute: number): Date {
  const day = Math.floor(minute / minutesADay)
  const clock = opening + (minute - day * minutesADay)
  return instantAt(dayNumbered(day), `${two(Math.floor(clock / 60))}:${two(clock % 60)}`)
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / millisecondsADay
const dayNumbered = (number: number) =>
  new Date(number * millisecondsADay).toISOString().slice(0, 10)
const two = (value: number) => String(value).padStart(2, '0')
