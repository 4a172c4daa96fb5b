import { type Plan } from './plan.ts'

/** No fewer can carry it all. */
export function leastVehicles({ model: { load, capacity } }: Plan): number {
  const all = load.reduce((sum, one) => sum + one, 0)
  const largest = capacity.reduce((most, one) => Math.max(most, one), 0)
  return Number.isFinite(largest) && largest > 0 ? Math.ceil(all / largest) : 1
}

/** Closes the vehicle whose stops have been the easiest to place; @returns false when none can be closed */
export function closeOne(plan: Plan, absences: Float64Array, random: () => number): boolean {
  const { model } = plan
  let least = Infinity
  let chosen = -1
  for (let vehicle = 0; vehicle < model.fleet; vehicle++) {
    const size = plan.size[vehicle]!
    if (size === 0) plan.open[vehicle] = 0
    if (plan.open[vehicle] === 0) continue
    const route = plan.seq.subarray(vehicle * plan.row, vehicle * plan.row + size)
    if (route.some((stop) => model.pinned[stop] === 1)) continue
    const sum = route.reduce((total, stop) => total + absences[stop]!, 0)
    const hard = sum * (0.9 + 0.2 * random())
    if (hard < least) {
      least = hard
      chosen = vehicle
    }
  }
  if (chosen < 0) return false
  plan.open[chosen] = 0
  plan.remove(chosen, 0, plan.size[chosen]!)
  return true
}
