import { type Plan } from './plan.ts'

const timesOfStop = 5
const sumsOfVehicle = 5

/** Remembers what a plan was like before a few of its routes changed. */
export class Journal {
  private readonly plan: Plan
  private readonly touched: Int32Array
  private touchedCount = 0
  private readonly isTouched: Uint8Array
  private readonly seq: Int32Array
  private readonly times: Float64Array
  private readonly size: Int32Array
  private readonly sums: Float64Array
  private readonly absent: Int32Array
  private absentCount = 0

  constructor(plan: Plan) {
    const { count, fleet } = plan.model
    this.plan = plan
    this.touched = new Int32Array(fleet)
    this.isTouched = new Uint8Array(fleet)
    this.seq = new Int32Array(count * fleet)
    this.times = new Float64Array(count * timesOfStop)
    this.size = new Int32Array(fleet)
    this.sums = new Float64Array(fleet * sumsOfVehicle)
    this.absent = new Int32Array(count)
  }

  /** From here on everything can be taken back. */
  begin(): void {
    const { absent, absentCount } = this.plan
    for (let i = 0; i < this.touchedCount; i++) this.isTouched[this.touched[i]!] = 0
    this.touchedCount = 0
    this.absentCount = absentCount
    for (let i = 0; i < absentCount; i++) this.absent[i] = absent[i]!
  }

  /** To be told of each route before it changes. */
  remember(vehicle: number): void {
    if (this.isTouched[vehicle] === 1) return
    this.isTouched[vehicle] = 1
    this.touched[this.touchedCount++] = vehicle
    const { plan, seq, times, sums } = this
    const size = plan.size[vehicle]!
    this.size[vehicle] = size
    const base = vehicle * plan.row
    for (let i = base; i < base + size; i++) {
      const stop = plan.seq[i]!
      seq[i] = stop
      const at = stop * timesOfStop
      times[at] = plan.start[stop]!
      times[at + 1] = plan.left[stop]!
      times[at + 2] = plan.way[stop]!
      times[at + 3] = plan.until[stop]!
      times[at + 4] = plan.untilLate[stop]!
    }
    const at = vehicle * sumsOfVehicle
    sums[at] = plan.travelOf[vehicle]!
    sums[at + 1] = plan.lateOf[vehicle]!
    sums[at + 2] = plan.loadOf[vehicle]!
    sums[at + 3] = plan.wayBack[vehicle]!
    sums[at + 4] = plan.version[vehicle]!
  }

  /** Back to where it began. */
  takeBack(): void {
    const { plan, touched } = this
    for (let i = 0; i < this.absentCount; i++) {
      plan.absent[i] = this.absent[i]!
      plan.vehicleOf[this.absent[i]!] = -1
    }
    plan.absentCount = this.absentCount
    for (let i = 0; i < this.touchedCount; i++) this.restore(touched[i]!)
    for (const { first, second } of plan.model.links) plan.bind(first, second)
    this.begin()
  }

  /** Whether every stop is where it was. */
  isUnchanged(): boolean {
    const { plan, seq, touched } = this
    if (plan.absentCount !== this.absentCount) return false
    for (let t = 0; t < this.touchedCount; t++) {
      const vehicle = touched[t]!
      const size = this.size[vehicle]!
      if (plan.size[vehicle] !== size) return false
      const base = vehicle * plan.row
      for (let i = base; i < base + size; i++) if (plan.seq[i] !== seq[i]) return false
    }
    return true
  }

  private restore(vehicle: number): void {
    const { plan, seq, times, sums } = this
    const size = this.size[vehicle]!
    if (plan.size[vehicle] === 0) plan.used++
    if (size === 0) plan.used--
    plan.size[vehicle] = size
    const base = vehicle * plan.row
    for (let i = base; i < base + size; i++) {
      const stop = seq[i]!
      plan.seq[i] = stop
      plan.vehicleOf[stop] = vehicle
      const at = stop * timesOfStop
      plan.start[stop] = times[at]!
      plan.left[stop] = times[at + 1]!
      plan.way[stop] = times[at + 2]!
      plan.until[stop] = times[at + 3]!
      plan.untilLate[stop] = times[at + 4]!
    }
    const at = vehicle * sumsOfVehicle
    plan.travelOf[vehicle] = sums[at]!
    plan.lateOf[vehicle] = sums[at + 1]!
    plan.loadOf[vehicle] = sums[at + 2]!
    plan.wayBack[vehicle] = sums[at + 3]!
    plan.version[vehicle] = sums[at + 4]!
  }

  /** Sums some value up over what is absent, and over what was when it began. */
  sumNow(values: Float64Array): number {
    return sum(values, this.plan.absent, this.plan.absentCount)
  }

  sumBefore(values: Float64Array): number {
    return sum(values, this.absent, this.absentCount)
  }
}

function sum(values: Float64Array, stops: Int32Array, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += values[stops[i]!]!
  return total
}
