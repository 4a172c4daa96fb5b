import { addDays, addHours, dayOf, spanOfDay } from '#app/platform/time.server.ts'

/** DS-3: the first whole day that leave asked now is asked for in time. */
export function firstDayInTime(now: Date, leaveHours: number): string {
  const soonest = addHours(now, leaveHours)
  const day = dayOf(soonest)
  return +spanOfDay(day).start === +soonest ? day : addDays(day, 1)
}
