import { isFeasible } from './evaluate.ts'
import { type Insertion } from './insertion.ts'
import { type Plan } from './plan.ts'
import { type Routes } from './problem.ts'

/** Takes on a plan with the pinned stops it leaves out; of one that can't be, the pinned stops alone. */
export function takeOn(plan: Plan, initial: Routes = []): void {
  const { stops, vehicles } = plan.model.problem
  const named = new Set(initial.flat())
  const routes = vehicles.map((_, vehicle) => [...(initial[vehicle] ?? [])])
  stops.forEach(({ pinned }, stop) => {
    if (!pinned || named.has(stop)) return
    const route = routes[pinned.vehicle]!
    const later = route.findIndex((other) => (stops[other]!.pinned?.start ?? -1) > pinned.start)
    route.splice(later < 0 ? route.length : later, 0, stop)
  })
  plan.adopt(routes)
  if (!isFeasible(plan, routes)) plan.adopt(pinsOf(plan))
}

function pinsOf(plan: Plan): number[][] {
  const { stops, vehicles } = plan.model.problem
  const routes: number[][] = vehicles.map(() => [])
  const pins = stops.flatMap(({ pinned }, stop) => (pinned ? [{ stop, ...pinned }] : []))
  pins.sort((a, b) => a.start - b.start)
  for (const { stop, vehicle } of pins) routes[vehicle]!.push(stop)
  return routes
}

const never = () => 1

/** What the stops are worth that have no place even on a day of pinned ones alone. */
export function worthOfHopeless(plan: Plan, insertion: Insertion): number {
  plan.adopt(pinsOf(plan))
  const { model } = plan
  const hopeless = new Set<number>()
  const absent = Array.from(plan.absent.subarray(0, plan.absentCount))
  for (const stop of absent.sort((a, b) => model.depth[a]! - model.depth[b]!)) {
    const first = model.firstOf[stop]!
    const waits = first >= 0 && model.pinned[first] === 0
    if (waits ? hopeless.has(first) : !insertion.find(stop, never, 0)) hopeless.add(stop)
  }
  let worth = 0
  for (const stop of hopeless) worth += model.worth[stop]!
  return worth
}
