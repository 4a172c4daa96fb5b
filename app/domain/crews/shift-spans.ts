import type { Span } from './span.ts'

export interface Shift {
  /** Monday is 1. */
  weekday: number
  /** `HH:MM` or `HH:MM:SS`, company zone. */
  startsAt: string
  endsAt: string
}

/** The shifts of one day as spans of instants, in order; shifts that touch are one. */
export function shiftSpans(
  shifts: readonly Shift[],
  day: { weekday: number; at(time: string): Date },
): Span[] {
  const spans = shifts
    .filter((shift) => shift.weekday === day.weekday)
    .map(({ startsAt, endsAt }) => ({
      start: day.at(startsAt.slice(0, 5)),
      end: day.at(endsAt.slice(0, 5)),
    }))
    .sort((a, b) => a.start.getTime() - b.start.getTime())
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = span.end > last.end ? span.end : last.end
    else joined.push(span)
  }
  return joined
}
