import { Model } from './model.ts'
import { Plan } from './plan.ts'
import { type Cost, type Problem, type Routes } from './problem.ts'

export interface Evaluation {
  cost: Cost
  /** By stop: when work begins at the earliest; null where nobody comes. */
  starts: (number | null)[]
  /** Every stop is made by a vehicle that may, in its working time, as early as it must be, after its first. */
  feasible: boolean
}

/** What a plan comes to when everybody sets out as early as may be. */
export function evaluate(problem: Problem, routes: Routes): Evaluation {
  const model = new Model(problem)
  const plan = new Plan(model)
  plan.adopt(routes)
  return {
    cost: plan.cost(),
    starts: problem.stops.map((_, stop) => (plan.vehicleOf[stop]! < 0 ? null : plan.start[stop]!)),
    feasible: isFeasible(plan, routes),
  }
}

/** Whether nothing is wrong with a plan but what its pinned stops are to blame for among themselves. */
export function isFeasible(plan: Plan, routes: Routes): boolean {
  const { model } = plan
  const isPinned = (stop: number) => model.pinned[stop] === 1
  return routes.every((route, vehicle) => {
    if (!route.every((stop, index) => fits(plan, vehicle, stop, route[index - 1]))) return false
    if (route.every(isPinned)) return true
    const last = route.at(-1)!
    const back = plan.left[last]! + plan.wayBack[vehicle]!
    return (
      plan.loadOf[vehicle]! <= model.capacity[vehicle]! &&
      (isPinned(last) || back <= model.dayEnd[vehicle]!)
    )
  })
}

function fits(plan: Plan, vehicle: number, stop: number, before: number | undefined): boolean {
  const { model, start, left, way } = plan
  if (plan.vehicleOf[stop] !== vehicle || model.allowed[stop]?.[vehicle] === 0) return false
  if (before !== undefined && start[before]! > start[stop]!) return false
  if (model.pinned[stop] === 1) {
    if (before === undefined || model.pinned[before] === 1) return true
    return left[before]! + way[stop]! <= start[stop]!
  }
  const first = model.firstOf[stop]!
  if (first >= 0 && plan.vehicleOf[first]! < 0) return false
  return start[stop]! <= Math.min(model.latest[stop]!, plan.capNow[stop]!)
}
