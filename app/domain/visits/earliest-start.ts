/** A half-open span of time. */
interface Span {
  start: Date
  end: Date
}

const step = 5 * 60_000

/**
 * The earliest start in `[window.start, window.end)`, on a five-minute mark, at which the work fits wholly into one
 * of the working times and overlaps nothing that is planned; touching is no overlap.
 */
export function earliestStart(
  window: Span,
  minutes: number,
  working: readonly Span[],
  planned: readonly Span[],
): Date | null {
  const length = minutes * 60_000
  const busy = [...planned].sort((a, b) => a.start.getTime() - b.start.getTime())
  for (const shift of working) {
    let start = onMark(Math.max(window.start.getTime(), shift.start.getTime()))
    for (const span of busy) {
      const clash = start < span.end.getTime() && span.start.getTime() < start + length
      if (clash) start = onMark(span.end.getTime())
    }
    if (start < window.end.getTime() && start + length <= shift.end.getTime())
      return new Date(start)
  }
  return null
}

const onMark = (time: number) => Math.ceil(time / step) * step
