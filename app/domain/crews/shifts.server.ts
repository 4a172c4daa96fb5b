import { addDays, dayOf, instantAt, weekdayOf } from '#app/platform/time.server.ts'
import { joined, type Shift, shiftSpans } from './shift-spans.ts'
import type { Span } from './span.ts'

/** A crew's working time on one day of the company's zone. */
export const workingTime = (shifts: readonly Shift[], day: string): Span[] =>
  shiftSpans(shifts, { weekday: weekdayOf(day), at: (time) => instantAt(day, time) })

/** The same for every day that a span touches; a shift that goes on past midnight is one. */
export function workingTimeAround(shifts: readonly Shift[], span: Span): Span[] {
  const spans: Span[] = []
  const last = dayOf(span.end)
  for (let day = dayOf(span.start); day <= last; day = addDays(day, 1)) {
    spans.push(...workingTime(shifts, day))
  }
  return joined(spans)
}
