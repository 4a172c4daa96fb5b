import { type Model } from './model.ts'
import { type Plan } from './plan.ts'

const averageRemoved = 10
const longestString = 10
const splitShare = 0.5
const splitDeeper = 0.5

/** Takes strings of neighbouring stops off a few routes that pass near one place. */
export class Ruin {
  private readonly plan: Plan
  private readonly model: Model
  private readonly random: () => number
  private readonly near: (Int32Array | undefined)[]
  private readonly ruined: Float64Array
  private times = 0

  constructor(plan: Plan, random: () => number) {
    this.plan = plan
    this.model = plan.model
    this.random = random
    this.near = new Array<undefined>(plan.model.count)
    this.ruined = new Float64Array(plan.model.fleet)
  }

  run(): void {
    const { plan, random, ruined } = this
    const placed = this.model.count - plan.absentCount
    if (placed === 0) return
    const longest = Math.min(longestString, placed / plan.used)
    const most = (4 * averageRemoved) / (1 + longest) - 1
    let strings = Math.floor(random() * most + 1)
    const near = this.neighbours(Math.floor(random() * this.model.count))
    this.times++
    for (let i = 0; i < near.length && strings > 0; i++) {
      const stop = near[i]!
      const vehicle = plan.vehicleOf[stop]!
      if (vehicle < 0 || ruined[vehicle] === this.times) continue
      ruined[vehicle] = this.times
      strings--
      this.cut(vehicle, stop, longest)
    }
  }

  /** Takes a string that holds the stop, or one whose middle stays. */
  private cut(vehicle: number, stop: number, longest: number): void {
    const { plan, random } = this
    const size = plan.size[vehicle]!
    const length = Math.floor(random() * Math.min(size, longest) + 1)
    const at = plan.indexOf(stop)
    let kept = 0
    if (length > 1 && length < size && random() < splitShare) {
      kept = 1
      while (length + kept < size && random() < splitDeeper) kept++
    }
    const whole = length + kept
    const first = Math.max(0, at - whole + 1)
    const last = Math.min(at, size - whole)
    const from = first + Math.floor(random() * (last - first + 1))
    const gap = kept > 0 ? from + 1 + Math.floor(random() * (length - 1)) : from
    plan.remove(vehicle, from, whole, gap, kept)
  }

  /** All stops, the nearest first, itself among them. */
  private neighbours(stop: number): Int32Array {
    let near = this.near[stop]
    if (!near) {
      const { leg, legTo, nodes, count } = this.model
      const far = Float64Array.from({ length: count }, (_, other) =>
        other === stop ? -1 : leg[stop * nodes + other]! + legTo[stop * nodes + other]!,
      )
      near = Int32Array.from(far.keys()).sort((a, b) => far[a]! - far[b]!)
      this.near[stop] = near
    }
    return near
  }
}
