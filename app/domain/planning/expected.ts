import { type DayVisit, lengthOf, onMark, type Piece } from './day.ts'

/** When each visit of a crew will have been made, as far as can be told now. */
export interface Expected extends Piece {
  visit: DayVisit
  /** The crew is on its way or there, or has been: nothing changes that. */
  begun: boolean
}

/**
 * A crew's day from where the clock stands: what has begun, then each other visit as it is planned, or as soon as the
 * crew is free of the one before.
 * @param visits one crew's, by planned start
 */
export function expectedDay(
  visits: readonly DayVisit[],
  way: (from: DayVisit, to: DayVisit) => number,
  now: number,
): Expected[] {
  const day: Expected[] = []
  let until = -Infinity
  for (const visit of [...visits.filter(hasBegun), ...visits.filter((one) => !hasBegun(one))]) {
    const last = day.at(-1)?.visit
    const free = last ? until + wayOfPlan(last, visit, way(last, visit)) : -Infinity
    const expected = { visit, ...expectOne(visit, free, now) }
    until = Math.max(until, expected.to)
    day.push(expected)
  }
  return day
}

const hasBegun = ({ status }: DayVisit) => status !== 'proposed' && status !== 'confirmed'

/** Between two visits as they are planned the way takes no more than the time there is. */
export function wayOfPlan(a: DayVisit, b: DayVisit, way: number): number {
  const gap = b.plan!.from - a.plan!.to
  return gap < 0 ? way : Math.min(way, gap)
}

function expectOne(visit: DayVisit, free: number, now: number): Piece & { begun: boolean } {
  const { from, to } = visit.plan!
  const length = lengthOf(visit)
  const until = (end: number) => ({ from, to: Math.max(to, end), begun: true })
  switch (visit.status) {
    case 'working':
      return until(Math.max(now, (visit.started ?? from) + length))
    case 'arrived':
      return until(Math.max(now, visit.arrived ?? from) + length)
    case 'on_the_way':
      return until(Math.max(now, from) + length)
    case 'finished':
    case 'cancelled':
      return until(to)
    case 'proposed':
    case 'confirmed': {
      const soonest = Math.max(free, now)
      const start = soonest <= from ? from : onMark(soonest)
      return { from: start, to: start + length, begun: false }
    }
  }
}
