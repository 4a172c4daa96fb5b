import type { Day } from './day.ts'
import { type DayProblem, problemOfDay } from './day-problem.ts'
import { evaluate } from './search/evaluate.ts'
import { timesOf, timesOfRoute } from './timing.ts'

/** What the search begins with, and the problem in which nobody who has a crew now loses it for others. */
export function startOf(day: Day): { problem: DayProblem; initial: number[][] } {
  const problem = problemOfDay(day)
  const initial = initialOf(problem)
  const placed = new Set(initial.flat())
  const stops = problem.problem.stops.map((stop, i) =>
    placed.has(i) && !stop.pinned ? { ...stop, kept: true } : stop,
  )
  return { problem: { ...problem, problem: { ...problem.problem, stops } }, initial }
}

/** The day as it is planned today, without the visits that their crew can't make: the search begins with it. */
function initialOf(day: DayProblem): number[][] {
  const isFixed = (stop: number) => day.stops[stop]!.kind === 'fixed'
  const routes = day.planned.map((route, vehicle) => keptOf(day, vehicle, route))
  if (isPossible(day, routes)) return routes
  const certain = routes.map((route) => route.filter(isFixed))
  routes.forEach((route, vehicle) => {
    const more = certain.with(vehicle, route)
    if (isPossible(day, more)) certain[vehicle] = route
  })
  return certain
}

const isPossible = (day: DayProblem, routes: readonly (readonly number[])[]) =>
  timesOf(day, routes) !== null && evaluate(day.problem, routes).feasible

/** A crew's stops without those that find no time, the last of them first. */
function keptOf(day: DayProblem, vehicle: number, route: readonly number[]): number[] {
  const kept: number[] = []
  const allowed = (stop: number) => day.problem.stops[stop]!.vehicles?.includes(vehicle) ?? true
  for (const stop of route) {
    if (day.stops[stop]!.kind === 'fixed') {
      while (!timesOfRoute(day, vehicle, [...kept, stop])) {
        const movable = kept.findLastIndex((other) => day.stops[other]!.kind === 'movable')
        if (movable < 0) break
        kept.splice(movable, 1)
      }
      kept.push(stop)
    } else if (allowed(stop) && timesOfRoute(day, vehicle, [...kept, stop])) kept.push(stop)
  }
  return kept
}
