import type { DayHours } from '#app/platform/day-hours.ts'

/** The parts of the hours that nobody's shift covers, in order. */
export function uncovered(hours: readonly DayHours[], shifts: readonly DayHours[]): DayHours[] {
  const sorted = [...shifts].sort((a, b) => (a.from < b.from ? -1 : 1))
  return hours.flatMap(({ from, to }) => {
    const gaps: DayHours[] = []
    let at = from
    for (const shift of sorted) {
      if (shift.to <= at || shift.from >= to) continue
      if (shift.from > at) gaps.push({ from: at, to: shift.from })
      if (shift.to > at) at = shift.to
    }
    if (at < to) gaps.push({ from: at, to })
    return gaps
  })
}
