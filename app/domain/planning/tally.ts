import type { DayProblem } from './day-problem.ts'
import type { Tally } from './plan-view.ts'
import { latenessOf, type Starts } from './timing.ts'

/** What a day costs whose crews make their stops in this order. */
export function tallyOf(
  day: DayProblem,
  routes: readonly (readonly number[])[],
  starts: Starts,
): Tally {
  const { stops, vehicles, travel, places } = day.problem
  let minutes = 0
  let km = 0
  routes.forEach((route, vehicle) => {
    let at = vehicles[vehicle]!.start
    for (const stop of route) {
      const { place } = stops[stop]!
      minutes += travel[at * places + place]!
      km += day.day.km(at, place)
      at = place
    }
  })
  return {
    unserved: day.left.length + starts.reduce((sum, start) => sum + Number(Number.isNaN(start)), 0),
    late: latenessOf(day, starts),
    crews: routes.filter(({ length }) => length > 0).length,
    minutes,
    km: Math.round(km * 10) / 10,
  }
}

/** Negative when `a` is the better day. */
export const compareTallies = (a: Tally, b: Tally): number =>
  a.unserved - b.unserved || a.late - b.late || a.crews - b.crews || a.minutes - b.minutes
