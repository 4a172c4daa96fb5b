import { hoursWithin, type ServiceHours } from '#app/platform/service-hours.server.ts'
import { addDays, addHours, dayOf, instantAt, timeOf } from '#app/platform/time.server.ts'

/** Parts of the day at which people are home at different times; meals are left out. */
const parts = [
  { from: '00:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
  { from: '18:00', to: '24:00' },
] as const

/** Holidays can follow one another. */
const longestSearch = 15

export interface CallTime {
  notBefore: Date
  dueAt: Date
}

/**
 * FU-3: when to try again after reaching nobody: `nextAttemptHours` later at the earliest, in service hours, in a part
 * of the day that hasn't been tried yet. It is due by the end of that part.
 */
export function nextCall(
  now: Date,
  tried: readonly Date[],
  nextAttemptHours: number,
  service: ServiceHours,
): CallTime {
  const earliest = addHours(now, nextAttemptHours)
  const before = new Set([...tried, now].map((at) => partOf(timeOf(at))))
  const untried = parts.filter((part) => !before.has(part))
  const wanted = untried.length > 0 ? untried : parts
  for (let day = dayOf(earliest), n = 0; n < longestSearch; day = addDays(day, 1), n++) {
    for (const part of wanted) {
      for (const { from, to } of hoursWithin(service, day, part)) {
        const [start, end] = [instantAt(day, from), instantAt(day, to)]
        const notBefore = start > earliest ? start : earliest
        if (notBefore < end) return { notBefore, dueAt: end }
      }
    }
  }
  return { notBefore: earliest, dueAt: addHours(earliest, 2) }
}

/** The part a time belongs to; a meal belongs to what follows it. */
const partOf = (time: string) => parts.find((part) => time < part.to)
