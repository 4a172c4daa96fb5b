/** A half-open span of time: its end is no longer in it, so spans may touch. */
export interface Span {
  start: Date
  end: Date
}

export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

export const covers = (outer: Span, inner: Span) =>
  outer.start <= inner.start && inner.end <= outer.end

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

/** What is left of spans that don't overlap each other once others are taken out; in order. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const gaps = joined(taken)
  return joined(spans).flatMap(({ start, end }) => {
    const left: Span[] = []
    let from = start
    for (const gap of gaps) {
      if (gap.end <= from) continue
      if (gap.start >= end) break
      if (gap.start > from) left.push({ start: from, end: gap.start })
      from = gap.end
    }
    if (from < end) left.push({ start: from, end })
    return left
  })
}

/** The parts of spans that lie in another one. */
export const within = (spans: readonly Span[], { start, end }: Span): Span[] =>
  spans
    .filter((span) => overlaps(span, { start, end }))
    .map((span) => ({
      start: span.start > start ? span.start : start,
      end: span.end < end ? span.end : end,
    }))
