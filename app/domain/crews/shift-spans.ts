import type { Span } from './span.ts'

export interface Shift {
  /** Monday is 1. */
  weekday: number
  /** `HH:MM` or `HH:MM:SS`, company zone. */
  startsAt: string
  endsAt: string
}

/** The shifts of one day as spans of instants. */
export function shiftSpans(
  shifts: readonly Shift[],
  day: { weekday: number; at(time: string): Date },
): Span[] {
  return joined(
    shifts
      .filter((shift) => shift.weekday === day.weekday)
      .map(({ startsAt, endsAt }) => ({
        start: day.at(startsAt.slice(0, 5)),
        end: day.at(endsAt.slice(0, 5)),
      })),
  )
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): Span[] {
  const inOrder = [...spans].sort((a, b) => a.start.getTime() - b.start.getTime())
  const whole: Span[] = []
  for (const { start, end } of inOrder) {
    const last = whole.at(-1)
    if (last && start <= last.end) last.end = end > last.end ? end : last.end
    else whole.push({ start, end })
  }
  return whole
}
