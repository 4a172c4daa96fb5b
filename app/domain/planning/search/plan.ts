import { Journal } from './journal.ts'
import { type Model } from './model.ts'
import { type Cost, type Routes } from './problem.ts'

/**
 * A plan being changed. Each vehicle's stops stand in order in a row of `seq`; each stop knows its earliest start and
 * how late a vehicle may come to it without harm to what follows, so that a further stop is judged in constant time.
 */
export class Plan {
  readonly model: Model
  readonly row: number
  readonly seq: Int32Array
  readonly size: Int32Array
  /** The vehicle of each stop; -1 while it has none. */
  readonly vehicleOf: Int32Array
  readonly start: Float64Array
  /** From when on the vehicle can leave each stop, and its way there from the one before. */
  readonly left: Float64Array
  readonly way: Float64Array
  /** The latest arrival at which nothing from here on becomes impossible, and at which nothing becomes later than due. */
  readonly until: Float64Array
  readonly untilLate: Float64Array
  /** By vehicle; `wayBack` is the last way of a route that has stops. */
  readonly travelOf: Float64Array
  readonly lateOf: Float64Array
  readonly loadOf: Float64Array
  readonly wayBack: Float64Array
  /** Two routes with the same version are the same. */
  readonly version: Float64Array
  readonly open: Uint8Array
  /** The stops without a vehicle, the first `absentCount`. */
  readonly absent: Int32Array
  absentCount = 0
  used = 0
  /** For stops with a stop before them: no start before that one's end. And by its second, no start of a first after. */
  readonly readyNow: Float64Array
  readonly capNow: Float64Array

  versions = 0
  /** Told of each route before it changes. */
  readonly journal: Journal

  constructor(model: Model) {
    this.model = model
    const n = model.count
    const m = model.fleet
    this.row = n
    this.seq = new Int32Array(n * m)
    this.size = new Int32Array(m)
    this.vehicleOf = new Int32Array(n).fill(-1)
    this.start = new Float64Array(n)
    this.left = new Float64Array(n)
    this.way = new Float64Array(n)
    this.until = new Float64Array(n)
    this.untilLate = new Float64Array(n)
    this.travelOf = new Float64Array(m)
    this.lateOf = new Float64Array(m)
    this.loadOf = new Float64Array(m)
    this.wayBack = new Float64Array(m)
    this.version = new Float64Array(m)
    this.open = new Uint8Array(m).fill(1)
    this.absent = Int32Array.from({ length: n }, (_, stop) => stop)
    this.absentCount = n
    this.readyNow = model.ready.slice()
    this.capNow = new Float64Array(n).fill(Infinity)
    this.journal = new Journal(this)
  }

  /** Works out times forward from `index` on; @returns where they stay as they were */
  private forward(vehicle: number, index: number, atLeast: number): void {
    const { model, seq, start, left, way, readyNow } = this
    const base = vehicle * this.row
    const end = base + this.size[vehicle]!
    let out = index > 0 ? left[seq[base + index - 1]!]! : model.free[vehicle]!
    for (let i = base + index; i < end; i++) {
      const stop = seq[i]!
      const arrival = out + way[stop]!
      const ready = readyNow[stop]!
      const begin = model.startAt(vehicle, stop, arrival > ready ? arrival : ready)
      const done = begin + model.service[stop]!
      const leave = model.pinned[stop] === 1 && done < out ? out : done
      if (i >= base + atLeast && begin === start[stop] && leave === left[stop]) return
      start[stop] = begin
      left[stop] = leave
      out = leave
    }
  }

  /** Works out back from the stop at `index` how late one may come; those up to `atMost` whatever happens. */
  private backward(vehicle: number, index: number, atMost: number): void {
    const { model, seq, until, untilLate, way } = this
    const base = vehicle * this.row
    const size = this.size[vehicle]!
    const next = index + 1 < size ? seq[base + index + 1]! : -1
    let never =
      next >= 0 ? until[next]! - way[next]! : model.dayEnd[vehicle]! - this.wayBack[vehicle]!
    let late = next >= 0 ? untilLate[next]! - way[next]! : never
    for (let i = index; i >= 0; i--) {
      const stop = seq[base + i]!
      const service = model.service[stop]!
      const cap = Math.min(model.latest[stop]!, this.capNow[stop]!)
      const no = model.startBy(vehicle, stop, Math.min(cap, never - service))
      let soft = no
      if (model.soft)
        soft = model.startBy(vehicle, stop, Math.min(cap, model.due[stop]!, late - service))
      if (i < atMost && no === until[stop] && soft === untilLate[stop]) return
      until[stop] = no
      untilLate[stop] = soft
      never = no - way[stop]!
      late = soft - way[stop]!
    }
  }

  /** What else there is to a route whose stops or times changed. */
  private sumUp(vehicle: number): void {
    this.version[vehicle] = ++this.versions
    if (!this.model.soft) return
    const base = vehicle * this.row
    const end = base + this.size[vehicle]!
    let late = 0
    for (let i = base; i < end; i++) {
      const over = this.start[this.seq[i]!]! - this.model.due[this.seq[i]!]!
      if (over > 0) late += over
    }
    this.lateOf[vehicle] = late
  }

  /** How the stop at `index` is reached, or how one gets back when it is behind the last. */
  private join(vehicle: number, index: number): void {
    const { model, seq } = this
    const base = vehicle * this.row
    const from = index > 0 ? seq[base + index - 1]! : model.home[vehicle]!
    if (index < this.size[vehicle]!) {
      const stop = seq[base + index]!
      const way = model.leg[from * model.nodes + stop]!
      this.travelOf[vehicle]! += way - this.way[stop]!
      this.way[stop] = way
    } else {
      const way = index > 0 ? model.leg[from * model.nodes + model.end[vehicle]!]! : 0
      this.travelOf[vehicle]! += way - this.wayBack[vehicle]!
      this.wayBack[vehicle] = way
    }
  }

  insert(stop: number, vehicle: number, index: number): void {
    this.journal.remember(vehicle)
    const base = vehicle * this.row
    const size = this.size[vehicle]!
    this.seq.copyWithin(base + index + 1, base + index, base + size)
    this.seq[base + index] = stop
    this.size[vehicle] = size + 1
    if (size === 0) this.used++
    this.vehicleOf[stop] = vehicle
    this.loadOf[vehicle]! += this.model.load[stop]!
    this.way[stop] = 0
    this.join(vehicle, index)
    this.join(vehicle, index + 1)
    this.forward(vehicle, index, index + 1)
    this.backward(vehicle, index, index)
    this.sumUp(vehicle)
    if (this.model.links.length > 0) this.settle()
  }

  /** Takes `length` stops in a row away from `from` on, but the `kept` ones from `gap` on and pinned ones. */
  remove(vehicle: number, from: number, length: number, gap = 0, kept = 0): void {
    this.journal.remember(vehicle)
    const { seq, model } = this
    const base = vehicle * this.row
    const size = this.size[vehicle]!
    let write = from
    for (let read = from; read < size; read++) {
      const stop = seq[base + read]!
      const goes = read < from + length && !(read >= gap && read < gap + kept)
      if (goes && model.pinned[stop] === 0) {
        this.vehicleOf[stop] = -1
        this.absent[this.absentCount++] = stop
        this.loadOf[vehicle]! -= model.load[stop]!
        this.travelOf[vehicle]! -= this.way[stop]!
      } else seq[base + write++] = stop
    }
    if (write === size) return
    this.size[vehicle] = write
    if (write === 0) this.used--
    const behind = from + length - (size - write)
    for (let i = from; i <= behind; i++) this.join(vehicle, i)
    this.forward(vehicle, from, behind + 1)
    this.backward(vehicle, behind - 1, from - 1)
    this.sumUp(vehicle)
    if (model.links.length > 0) this.settle()
  }

  /** What a first stop and its second know of each other. @returns whether the second's or the first's bound changed: 1, 2 */
  bind(first: number, second: number): number {
    const { model } = this
    const there = this.vehicleOf[second]! >= 0
    const ready =
      this.vehicleOf[first]! >= 0
        ? Math.max(model.ready[second]!, this.start[first]! + model.service[first]!)
        : model.ready[second]!
    const cap = there ? this.start[second]! - model.service[first]! : Infinity
    const changed = (ready !== this.readyNow[second] ? 1 : 0) + (cap !== this.capNow[first] ? 2 : 0)
    this.readyNow[second] = ready
    this.capNow[first] = cap
    return changed
  }

  /** Takes seconds away that have lost their first, and carries the times of linked stops from route to route. */
  private settle(): void {
    const { model } = this
    for (const { first, second } of model.links) {
      const vehicle = this.vehicleOf[second]!
      if (this.vehicleOf[first]! < 0 && vehicle >= 0 && model.pinned[second] === 0) {
        this.remove(vehicle, this.indexOf(second), 1)
        return
      }
    }
    for (let turn = 0, changed = true; changed && turn <= model.links.length; turn++) {
      changed = false
      for (const { first, second } of model.links) {
        const what = this.bind(first, second)
        const secondOn = this.vehicleOf[second]!
        const firstOn = this.vehicleOf[first]!
        if (what & 1 && secondOn >= 0) this.workOut(secondOn)
        if (what & 2 && firstOn >= 0) this.workOut(firstOn)
        if (what > 0) changed = true
      }
    }
  }

  /** All of a route's times anew. */
  private workOut(vehicle: number): void {
    this.journal.remember(vehicle)
    const size = this.size[vehicle]!
    this.forward(vehicle, 0, size)
    this.backward(vehicle, size - 1, 0)
    this.sumUp(vehicle)
  }

  indexOf(stop: number): number {
    const base = this.vehicleOf[stop]! * this.row
    let index = 0
    while (this.seq[base + index] !== stop) index++
    return index
  }

  /** Takes on a whole plan as it is. */
  adopt(routes: Routes): void {
    this.vehicleOf.fill(-1)
    this.used = 0
    routes.forEach((route, vehicle) => {
      this.seq.set(route, vehicle * this.row)
      this.size[vehicle] = route.length
      if (route.length > 0) this.used++
      this.travelOf[vehicle] = this.wayBack[vehicle] = this.loadOf[vehicle] = 0
      for (const stop of route) {
        this.vehicleOf[stop] = vehicle
        this.loadOf[vehicle]! += this.model.load[stop]!
        this.way[stop] = 0
      }
      for (let i = 0; i <= route.length; i++) this.join(vehicle, i)
    })
    this.absentCount = 0
    for (let stop = 0; stop < this.model.count; stop++) {
      if (this.vehicleOf[stop]! < 0) this.absent[this.absentCount++] = stop
    }
    for (let vehicle = 0; vehicle < this.model.fleet; vehicle++) this.workOut(vehicle)
    if (this.model.links.length > 0) this.settle()
    this.journal.begin()
  }

  routes(): number[][] {
    return Array.from(this.size, (size, vehicle) =>
      Array.from(this.seq.subarray(vehicle * this.row, vehicle * this.row + size)),
    )
  }

  /** What is carried beyond what the vehicles hold. */
  excess(): number {
    let sum = 0
    for (let vehicle = 0; vehicle < this.model.fleet; vehicle++) {
      const over = this.loadOf[vehicle]! - this.model.capacity[vehicle]!
      if (over > 0) sum += over
    }
    return sum
  }

  cost(): Cost {
    let late = 0
    let travel = 0
    for (let vehicle = 0; vehicle < this.model.fleet; vehicle++) {
      if (this.size[vehicle] === 0) continue
      late += this.lateOf[vehicle]!
      travel += this.travelOf[vehicle]!
    }
    return { unserved: this.journal.sumNow(this.model.worth), late, vehicles: this.used, travel }
  }
}
