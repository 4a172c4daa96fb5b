import type { DayProblem } from './day-problem.ts'
import { lastStart, onMark } from './day.ts'

type Routes = readonly (readonly number[])[]

/** The start of each stop; `NaN` of one that isn't on any route. */
export type Starts = Float64Array

/**
 * When the work of each stop begins when every crew makes its stops in this order; null when that can't be. What stays
 * with its crew keeps its planned time wherever nobody becomes later by it.
 */
export function timesOf(day: DayProblem, routes: Routes): Starts | null {
  const soonest = timed(day, routes, false)
  const kept = timed(day, routes, true)
  if (!soonest || !kept) return soonest
  return latenessOf(day, kept) <= latenessOf(day, soonest) ? kept : soonest
}

/** Minutes by which work begins after the last start within the windows; of what has begun nothing is said. */
export function latenessOf({ stops }: DayProblem, starts: Starts): number {
  return starts.reduce((sum, start, stop) => {
    const { visit, expected } = stops[stop]!
    if (Number.isNaN(start) || expected?.begun) return sum
    return sum + Math.max(0, start - lastStart(visit.window))
  }, 0)
}

/** Linked visits on two routes wait for each other: the second's route is timed again until none is too early. */
function timed(day: DayProblem, routes: Routes, keep: boolean): Starts | null {
  const { stops } = day.problem
  const starts = new Float64Array(stops.length).fill(NaN)
  const notBefore = new Float64Array(stops.length).fill(-Infinity)
  for (let pass = 0; pass <= stops.length; pass++) {
    for (const [vehicle, route] of routes.entries()) {
      const times = timesOfRoute(day, vehicle, route, notBefore, keep)
      if (!times) return null
      route.forEach((stop, i) => (starts[stop] = times[i]!))
    }
    let early = false
    stops.forEach(({ after, pinned }, stop) => {
      if (after === null || pinned || Number.isNaN(starts[stop])) return
      const end = starts[after]! + stops[after]!.service
      if (Number.isNaN(end) || starts[stop]! >= end) return
      notBefore[stop] = end
      early = true
    })
    if (!early) return starts
  }
  return null
}

/** A route's starts, or null when a stop finds no time on it. */
export function timesOfRoute(
  day: DayProblem,
  vehicle: number,
  route: readonly number[],
  notBefore?: Float64Array,
  keep = false,
): number[] | null {
  const times: number[] = []
  for (let i = 0; i < route.length; i++) {
    const earliest = startOf(day, vehicle, route, i, times[i - 1], notBefore)
    if (earliest === null) return null
    const { kind, visit } = day.stops[route[i]!]!
    const wished = visit.plan?.from ?? -Infinity
    const own = visit.plan?.crewId === day.crews[vehicle]!.id
    times.push(earliest)
    if (!keep || kind !== 'movable' || !own || wished <= earliest) continue
    if (!fits(day, vehicle, route[i]!, wished)) continue
    const soon = restOf(day, vehicle, route, [...times], notBefore)
    const later = restOf(day, vehicle, route, [...times.slice(0, -1), wished], notBefore)
    if (later !== null && (soon === null || later <= soon)) times[i] = wished
  }
  return times
}

/** How late the stops after those already timed become, each as soon as can be; null when one finds no time. */
function restOf(
  day: DayProblem,
  vehicle: number,
  route: readonly number[],
  times: number[],
  notBefore: Float64Array | undefined,
): number | null {
  let late = lateBy(day, route[times.length - 1]!, times.at(-1)!)
  for (let i = times.length; i < route.length; i++) {
    const start = startOf(day, vehicle, route, i, times[i - 1], notBefore)
    if (start === null) return null
    times.push(start)
    late += lateBy(day, route[i]!, start)
  }
  return late
}

const lateBy = ({ problem }: DayProblem, stop: number, start: number) =>
  Math.max(0, start - problem.stops[stop]!.due)

/** The earliest start of the i-th stop after one that starts at `last`. */
function startOf(
  { day, stops, problem }: DayProblem,
  vehicle: number,
  route: readonly number[],
  i: number,
  last: number | undefined,
  notBefore: Float64Array | undefined,
): number | null {
  const number = route[i]!
  const stop = problem.stops[number]!
  const { kind, visit, expected } = stops[number]!
  const before = route[i - 1]
  const arrival =
    before === undefined
      ? -Infinity
      : last! +
        problem.stops[before]!.service +
        problem.travel[problem.stops[before]!.place * problem.places + stop.place]!
  if (kind === 'fixed') {
    if (expected!.begun) return expected!.from
    const soonest = Math.max(arrival, day.now)
    const start = soonest <= visit.plan!.from ? visit.plan!.from : onMark(soonest)
    // What stays on its crew is there with or without the time for the way between.
    const held = before === undefined || stops[before]!.kind === 'fixed'
    return held ? Math.min(start, expected!.from) : start <= expected!.from ? start : null
  }
  const time = Math.max(stop.ready, arrival, notBefore?.[number] ?? -Infinity)
  const { shifts, whole } = problem.vehicles[vehicle]!
  for (const { from, to } of stop.throughRests ? whole : shifts) {
    const start = Math.ceil(Math.max(time, from) / problem.mark) * problem.mark
    if (start + stop.service <= to) return start <= stop.latest ? start : null
  }
  return null
}

function fits({ problem }: DayProblem, vehicle: number, stop: number, start: number): boolean {
  const { service, throughRests, ready, latest } = problem.stops[stop]!
  const { shifts, whole } = problem.vehicles[vehicle]!
  return (
    start >= ready &&
    start <= latest &&
    (throughRests ? whole : shifts).some(({ from, to }) => from <= start && start + service <= to)
  )
}
