import { unknownMinutes } from '#app/domain/travel/index.server.ts'

/** A half-open span of time. */
interface Span {
  start: Date
  end: Date
}

/** Minutes of travel around one crew's day, were the new stop put before its k-th (or after its last). */
export interface Ways {
  /** From the stop before, or where the crew is at home; null when that is unknown. */
  to: readonly (number | null)[]
  /** To the stop after; null after the last. */
  onward: readonly (number | null)[]
  /** What is saved: the way that was there between the two. */
  instead: readonly (number | null)[]
}

export interface Gap {
  start: Date
  end: Date
  /** Minutes on the way there, null when unknown. */
  way: number | null
  /** Minutes of travel more than without it. */
  detour: number
  /** Minutes missing for the ways there and on; 0 when they fit. */
  short: number
}

const minute = 60_000
const mark = 5 * minute
const onMark = (time: number) => Math.ceil(time / mark) * mark

/**
 * The best place for a visit in a crew's day, begun within `ahead` on a five-minute mark and wholly in its working time,
 * overlapping nothing: the one that costs least travel, counting what the ways are short of threefold.
 * @param taken what the crew has that day, by start
 */
export function bestGap({
  ahead,
  minutes,
  working,
  taken,
  ways,
}: {
  ahead: Span
  minutes: number
  working: readonly Span[]
  taken: readonly Span[]
  ways: Ways
}): Gap | null {
  const length = minutes * minute
  let best: Gap | null = null
  for (let k = 0; k <= taken.length; k++) {
    const freeFrom = Math.max(taken[k - 1]?.end.getTime() ?? -Infinity, ahead.start.getTime())
    const freeTo = taken[k]?.start.getTime() ?? Infinity
    // At home in the morning the crew sets out in time for its first stop.
    const there = k === 0 ? 0 : (ways.to[k] ?? 0) * minute
    const ready = k === 0 ? freeFrom : Math.max(freeFrom, taken[k - 1]!.end.getTime() + there)
    const onward = (ways.onward[k] ?? 0) * minute
    for (const shift of working) {
      const last = Math.min(shift.end.getTime(), freeTo) - length
      const earliest = onMark(Math.max(freeFrom, shift.start.getTime()))
      if (earliest > last || earliest >= ahead.end.getTime()) continue
      const wished = onMark(Math.max(ready, shift.start.getTime()))
      const start =
        wished <= last && wished < ahead.end.getTime()
          ? wished
          : Math.max(earliest, Math.min(lastMark(last), lastMark(ahead.end.getTime() - 1)))
      const late = Math.max(0, ready - start) + Math.max(0, start + length + onward - freeTo)
      const gap: Gap = {
        start: new Date(start),
        end: new Date(start + length),
        way: ways.to[k] ?? null,
        detour: (ways.to[k] ?? unknownMinutes) + (ways.onward[k] ?? 0) - (ways.instead[k] ?? 0),
        short: late / minute,
      }
      if (!best || gap.detour + 3 * gap.short < best.detour + 3 * best.short) best = gap
    }
  }
  return best
}

const lastMark = (time: number) => Math.floor(time / mark) * mark
