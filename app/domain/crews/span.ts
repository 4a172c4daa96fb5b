/** A half-open span of time: its end is no longer in it, so spans may touch. */
export interface Span {
  start: Date
  end: Date
}

export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

export const covers = (outer: Span, inner: Span) =>
  outer.start <= inner.start && inner.end <= outer.end
