import { type Model } from './model.ts'
import { type Plan } from './plan.ts'

/** Looks for the cheapest place of an absent stop, and remembers what it found on routes that haven't changed since. */
export class Insertion {
  /** What the last look found; no vehicle is -1. */
  vehicle = -1
  index = 0
  /** What each unit beyond a vehicle's capacity costs; Infinity lets nothing be beyond it. */
  overweight = Infinity

  private readonly model: Model
  private readonly plan: Plan
  private readonly lateWeight: number
  private readonly vehicleWeight: number
  private readonly seenVersion: Float64Array
  private readonly seenCost: Float64Array
  private readonly seenIndex: Int16Array
  private readonly triedKind: Float64Array
  private tries = 0
  private foundCost = Infinity
  private foundIndex = 0

  constructor(plan: Plan, weights: { late: number; vehicle: number }) {
    this.plan = plan
    const { model } = plan
    this.model = model
    this.lateWeight = weights.late
    this.vehicleWeight = weights.vehicle
    this.seenVersion = new Float64Array(model.count * model.fleet).fill(-1)
    this.seenCost = new Float64Array(model.count * model.fleet)
    this.seenIndex = new Int16Array(model.count * model.fleet)
    this.triedKind = new Float64Array(model.kinds)
  }

  /**
   * The cheapest place of a stop, where the best of a route is overlooked now and then, so that the search doesn't
   * always make the same choice. @returns whether there is one
   */
  find(stop: number, random: () => number, blink: number): boolean {
    const { model, plan, seenVersion, seenCost } = this
    const { open, size, loadOf, version } = plan
    const first = model.firstOf[stop]!
    if (first >= 0 && plan.vehicleOf[first]! < 0) return false
    const allowed = model.allowed[stop]!
    const load = model.load[stop]!
    let best = Infinity
    this.vehicle = -1
    this.tries++
    for (let vehicle = 0; vehicle < model.fleet; vehicle++) {
      if (open[vehicle] === 0 || (allowed !== null && allowed[vehicle] === 0)) continue
      const over = this.priceOf(loadOf[vehicle]! + load - model.capacity[vehicle]!, load)
      if (over >= best) continue
      if (size[vehicle] === 0) {
        const kind = model.kind[vehicle]!
        if (this.triedKind[kind] === this.tries) continue
        this.triedKind[kind] = this.tries
      }
      const seen = stop * model.fleet + vehicle
      if (seenVersion[seen] !== version[vehicle] || first >= 0) {
        this.scan(stop, vehicle, -1)
        seenVersion[seen] = version[vehicle]!
        seenCost[seen] = this.foundCost
        this.seenIndex[seen] = this.foundIndex
      }
      if (seenCost[seen]! + over >= best) continue
      if (blink > 0 && random() < blink) {
        this.scan(stop, vehicle, this.seenIndex[seen]!)
        if (this.foundCost + over >= best) continue
        best = this.foundCost + over
        this.index = this.foundIndex
      } else {
        best = seenCost[seen]! + over
        this.index = this.seenIndex[seen]!
      }
      this.vehicle = vehicle
    }
    return this.vehicle >= 0
  }

  /** What a load adds to what is carried too much, when that is `over` then. */
  private priceOf(over: number, load: number): number {
    if (over <= 0) return 0
    return this.overweight * (over < load ? over : load)
  }

  /** The cheapest place on one route but `skipped`. */
  private scan(stop: number, vehicle: number, skipped: number): void {
    const { model, plan } = this
    const { seq, left, until, untilLate, way } = plan
    const { leg, legTo, nodes, plain, soft } = model
    const base = vehicle * plan.row
    const size = plan.size[vehicle]!
    const at = stop * nodes
    const service = model.service[stop]!
    const ready = plan.readyNow[stop]!
    const latest = Math.min(model.latest[stop]!, plan.capNow[stop]!)
    let best = Infinity
    let bestIndex = -1

    let low = this.firstIndex(stop, vehicle, ready + service)
    const first = model.firstOf[stop]!
    if (first >= 0 && plan.vehicleOf[first] === vehicle) {
      low = Math.max(low, plan.indexOf(first) + 1)
    }
    let before = low > 0 ? seq[base + low - 1]! : model.home[vehicle]!
    let out = low > 0 ? left[before]! : model.free[vehicle]!
    for (let i = low; i < size; i++) {
      if (out > latest) break
      const next = seq[base + i]!
      const there = legTo[at + before]!
      const onward = leg[at + next]!
      let cost = there + onward - way[next]!
      if (cost < best && i !== skipped) {
        const arrival = out + there
        let start = arrival > ready ? arrival : ready
        if (!plain) start = model.startAt(vehicle, stop, start)
        if (start <= latest) {
          const reached = start + service + onward
          if (reached <= until[next]!) {
            if (soft) {
              if (start > model.due[stop]!) cost += this.lateWeight * (start - model.due[stop]!)
              if (reached > untilLate[next]!)
                cost += this.lateWeight * this.laterBy(vehicle, i, reached)
            }
            if (cost < best) {
              best = cost
              bestIndex = i
            }
          }
        }
      }
      before = next
      out = left[next]!
    }
    if (out <= latest && size !== skipped) {
      const there = legTo[at + before]!
      const onward = leg[at + model.end[vehicle]!]!
      let cost =
        size > 0 ? there + onward - plan.wayBack[vehicle]! : there + onward + this.vehicleWeight
      if (cost < best) {
        const arrival = out + there
        const start = model.startAt(vehicle, stop, arrival > ready ? arrival : ready)
        if (start <= latest && start + service + onward <= model.dayEnd[vehicle]!) {
          if (soft && start > model.due[stop]!) cost += this.lateWeight * (start - model.due[stop]!)
          if (cost < best) {
            best = cost
            bestIndex = size
          }
        }
      }
    }
    this.foundCost = best
    this.foundIndex = bestIndex
  }

  /** The first place on a route before which nothing can be: what follows must still be reached by `done`. */
  private firstIndex(stop: number, vehicle: number, done: number): number {
    const { seq, until, row, size } = this.plan
    const base = vehicle * row
    let low = 0
    let high = size[vehicle]!
    while (low < high) {
      const middle = (low + high) >> 1
      if (until[seq[base + middle]!]! < done) low = middle + 1
      else high = middle
    }
    return low
  }

  /** What later stops become later by when the one at `index` is reached at `arrival`. */
  private laterBy(vehicle: number, index: number, arrival: number): number {
    const { model, plan } = this
    const base = vehicle * plan.row
    const end = base + plan.size[vehicle]!
    let more = 0
    let time = arrival
    for (let i = base + index; i < end; i++) {
      const stop = plan.seq[i]!
      const ready = plan.readyNow[stop]!
      const start = model.startAt(vehicle, stop, time > ready ? time : ready)
      const before = plan.start[stop]!
      if (start <= before) return more
      const due = model.due[stop]!
      if (start > due) more += start - Math.max(before, due)
      if (i + 1 === end) return more
      time = start + model.service[stop]! + plan.way[plan.seq[i + 1]!]!
    }
    return more
  }
}
