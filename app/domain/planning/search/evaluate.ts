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

export function isFeasible(plan: Plan, routes: Routes): boolean {
  const { model } = plan
  return routes.every((route, vehicle) => {
    const last = route.at(-1)
    if (last === undefined || route.every((stop) => model.pinned[stop] === 1))
      return inOrder(plan, route)
    const back = plan.left[last]! + plan.wayBack[vehicle]!
    if (model.pinned[last] === 0 && back > model.dayEnd[vehicle]!) return false
    if (plan.loadOf[vehicle]! > model.capacity[vehicle]!) return false
    return (
      inOrder(plan, route) &&
      route.every((stop, index) => {
        if (model.allowed[stop]?.[vehicle] === 0 || plan.vehicleOf[stop] !== vehicle) return false
        if (model.pinned[stop] === 1) {
          const before = route[index - 1]
          if (before === undefined || model.pinned[before] === 1) return true
          return plan.left[before]! + plan.way[stop]! <= plan.start[stop]!
        }
        const first = model.firstOf[stop]!
        if (first >= 0 && plan.vehicleOf[first]! < 0) return false
        return plan.start[stop]! <= Math.min(model.latest[stop]!, plan.capNow[stop]!)
      })
    )
  })
}

const inOrder = (plan: Plan, route: readonly number[]) =>
  route.every((stop, index) => index === 0 || plan.start[route[index - 1]!]! <= plan.start[stop]!)
