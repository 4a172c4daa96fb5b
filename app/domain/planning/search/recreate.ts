import { type Insertion } from './insertion.ts'
import { type Model } from './model.ts'
import { type Plan } from './plan.ts'

/** Puts absent stops back one by one, each where it costs least, in an order that changes from time to time. */
export class Recreate {
  private readonly plan: Plan
  private readonly insertion: Insertion
  private readonly random: () => number
  /** What goes first has the least number; a null order is any. */
  private readonly orders: { share: number; keys: Float64Array | null }[]
  private readonly shares: number
  private readonly shuffled: Float64Array

  constructor(plan: Plan, insertion: Insertion, random: () => number) {
    this.plan = plan
    this.insertion = insertion
    this.random = random
    this.orders = ordersOf(plan.model)
    this.shares = this.orders.reduce((sum, { share }) => sum + share, 0)
    this.shuffled = new Float64Array(plan.model.count)
  }

  run(blink: number, order = this.choose()): void {
    const { plan, insertion, random } = this
    const { absent } = plan
    this.sort(order)
    const count = plan.absentCount
    let left = 0
    for (let i = 0; i < count; i++) {
      const stop = absent[i]!
      if (insertion.find(stop, random, blink)) plan.insert(stop, insertion.vehicle, insertion.index)
      else absent[left++] = stop
    }
    plan.absentCount = left
  }

  private choose(): Float64Array {
    let dice = this.random() * this.shares
    for (const { share, keys } of this.orders) {
      dice -= share
      if (dice >= 0) continue
      if (keys) return keys
      break
    }
    const { absent, absentCount } = this.plan
    for (let i = 0; i < absentCount; i++) this.shuffled[absent[i]!] = this.random()
    return this.shuffled
  }

  /** In order, seconds behind their firsts. */
  private sort(keys: Float64Array): void {
    const { absent, absentCount, model } = this.plan
    for (let i = 1; i < absentCount; i++) {
      const stop = absent[i]!
      const key = keys[stop]!
      let at = i
      for (; at > 0 && keys[absent[at - 1]!]! > key; at--) absent[at] = absent[at - 1]!
      absent[at] = stop
    }
    if (model.links.length === 0) return
    const { depth } = model
    absent.subarray(0, absentCount).sort((a, b) => depth[a]! - depth[b]!)
  }
}

function ordersOf(model: Model): { share: number; keys: Float64Array | null }[] {
  const { count, fleet, nodes, legTo } = model
  const by = (share: number, key: (stop: number) => number) => ({
    share,
    keys: Float64Array.from({ length: count }, (_, stop) => key(stop)),
  })
  const far = (stop: number) => {
    let sum = 0
    for (let vehicle = 0; vehicle < fleet; vehicle++)
      sum += legTo[stop * nodes + model.home[vehicle]!]!
    return sum
  }
  const able = (stop: number) => {
    const mask = model.allowed[stop]
    return mask ? mask.reduce((sum, one) => sum + one, 0) : fleet
  }
  const loaded = model.load.some((load) => load > 0)
  const choosy = model.allowed.some((mask) => mask !== null)
  return [
    { share: 4, keys: null },
    by(4, (stop) => -(loaded ? model.load[stop]! : model.service[stop]!)),
    by(2, (stop) => -far(stop)),
    by(1, far),
    by(2, (stop) => model.due[stop]! - model.ready[stop]!),
    by(2, (stop) => model.ready[stop]!),
    by(2, (stop) => -model.due[stop]!),
    ...(choosy ? [by(4, able)] : []),
  ]
}
