import { type DayVisit, lengthOf, onMark, type Piece } from './day.ts'

/** When each visit of a crew will have been made, as far as can be told now. */
export interface Expected extends Piece {
  visit: DayVisit
  /** The crew is on its way or there, or has been: nothing changes that. */
  begun: boolean
}

/**
 * A crew's day from where the clock stands: each visit as it is planned, or as soon as the crew is free of the one
 * before. Between two visits as they are planned the way never takes more than the time there is.
 * @param visits one crew's, by planned start
 */
export function expectedDay(
  visits: readonly DayVisit[],
  way: (from: DayVisit, to: DayVisit) => number,
  now: number,
): Expected[] {
  const day: Expected[] = []
  for (const visit of visits) {
    const last = day.at(-1)
    const free = last ? last.to + planned(last.visit, visit, way) : -Infinity
    day.push({ visit, ...expectOne(visit, free, now) })
  }
  return day
}

/** The way from one visit to the next of today's plan. */
function planned(a: DayVisit, b: DayVisit, way: (from: DayVisit, to: DayVisit) => number): number {
  return Math.min(way(a, b), Math.max(0, b.plan!.from - a.plan!.to))
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
