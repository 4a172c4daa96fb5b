/** Minutes since the board's day began. */
export interface BoardSpan {
  from: number
  to: number
}

/** The whole hours a board shows. */
export interface BoardRange {
  first: number
  last: number
}

/** The hours shown when nobody works earlier or later. */
export const usualHours: BoardRange = { first: 8, last: 21 }

const grain = 5

/** Shows the usual hours, and earlier or later ones when something lies there. */
export function rangeOf(spans: Iterable<BoardSpan>): BoardRange {
  let { first, last } = usualHours
  for (const { from, to } of spans) {
    first = Math.min(first, Math.floor(from / 60))
    last = Math.max(last, Math.ceil(to / 60))
  }
  return { first: Math.max(0, first), last: Math.min(24, last) }
}

export const rangeClasses = ({ first, last }: BoardRange) => `first-${first} last-${last}`

/** The part of a span that a board shows, to five minutes; null when there is none. */
export function shownOf({ from, to }: BoardSpan, { first, last }: BoardRange): BoardSpan | null {
  const start = Math.max(Math.round(from / grain) * grain, first * 60)
  const end = Math.min(Math.max(Math.round(to / grain) * grain, start + grain), last * 60)
  return start < end ? { from: start, to: end } : null
}

/** Where a span stands, as classes: a style attribute would need a weaker content security policy. */
export function placeClasses({ from, to }: BoardSpan): string {
  const long = to - from
  return `at-h${Math.floor(from / 60)} at-m${from % 60} for-h${Math.floor(long / 60)} for-m${long % 60}`
}

/** What lies outside these spans, of the hours shown. */
export function outside(spans: readonly BoardSpan[], { first, last }: BoardRange): BoardSpan[] {
  const gaps: BoardSpan[] = []
  let at = first * 60
  for (const { from, to } of spans) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, last * 60) })
    at = Math.max(at, to)
  }
  if (at < last * 60) gaps.push({ from: at, to: last * 60 })
  return gaps
}
