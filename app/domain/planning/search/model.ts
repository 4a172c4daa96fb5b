import { type Problem } from './problem.ts'

/**
 * A problem as columns of numbers. Stops are nodes 0 to `count`; after them come the places vehicles set out from and
 * go back to, and last a node that is nowhere: no way from or to it takes any time.
 */
export class Model {
  readonly problem: Problem
  readonly count: number
  readonly fleet: number
  readonly nodes: number
  /** Travel from a node to another, row by row, and the same the other way round. */
  readonly leg: Float64Array
  readonly legTo: Float64Array
  readonly service: Float64Array
  readonly ready: Float64Array
  readonly due: Float64Array
  readonly latest: Float64Array
  readonly load: Float64Array
  /** What leaving it out counts. */
  readonly worth: Float64Array
  readonly pinned: Uint8Array
  readonly allowed: readonly (Uint8Array | null)[]
  /** The stop that comes before each and the one that comes after; -1 for none. */
  readonly links: readonly { first: number; second: number }[]
  readonly firstOf: Int32Array
  /** How many stops must be placed before each. */
  readonly depth: Int32Array
  readonly home: Int32Array
  readonly end: Int32Array
  readonly free: Float64Array
  readonly dayEnd: Float64Array
  readonly capacity: Float64Array
  /** Vehicles that differ in nothing share a kind. */
  readonly kind: Int32Array
  readonly kinds: number
  /** Starts follow from `ready` and `latest` alone: no marks, pins or rests, and every vehicle works the same hours. */
  readonly plain: boolean
  /** Somebody may be late. */
  readonly soft: boolean

  private readonly mark: number
  private readonly throughRests: Uint8Array
  private readonly pieceFrom: Float64Array
  private readonly pieceTo: Float64Array
  private readonly pieceAt: Int32Array

  constructor(problem: Problem) {
    const { stops, vehicles, travel, places } = problem
    this.problem = problem
    const n = (this.count = stops.length)
    const m = (this.fleet = vehicles.length)
    this.mark = problem.mark
    this.service = Float64Array.from(stops, ({ service }) => service)
    this.ready = Float64Array.from(stops, ({ ready, pinned }) => pinned?.start ?? ready)
    this.due = Float64Array.from(stops, ({ due }) => due)
    this.latest = Float64Array.from(stops, ({ latest, pinned }) => pinned?.start ?? latest)
    this.load = Float64Array.from(stops, ({ load }) => load)
    this.worth = Float64Array.from(stops, ({ kept }) => (kept ? 1000 : 1))
    this.pinned = Uint8Array.from(stops, ({ pinned }) => Number(pinned !== null))
    this.throughRests = Uint8Array.from(stops, ({ throughRests }) => Number(throughRests))
    this.soft = stops.some((stop) => stop.latest > stop.due || (stop.pinned?.start ?? 0) > stop.due)
    this.allowed = stops.map(({ vehicles: some, pinned }) => {
      if (!some && !pinned) return null
      const mask = new Uint8Array(m)
      for (const vehicle of pinned ? [pinned.vehicle] : some!) mask[vehicle] = 1
      return mask
    })
    this.firstOf = Int32Array.from(stops, ({ after }) => after ?? -1)
    this.links = stops.flatMap(({ after }, second) =>
      after === null ? [] : [{ first: after, second }],
    )
    this.depth = Int32Array.from(stops, (_, stop) => {
      let depth = 0
      for (let at = this.firstOf[stop]!; at >= 0 && depth < n; at = this.firstOf[at]!) depth++
      return depth
    })

    const own = [...new Set(vehicles.flatMap(({ start, end }) => [start, end ?? start]))]
    const nodeOf = new Map(own.map((place, i) => [place, n + i]))
    const nowhere = n + own.length
    this.nodes = nowhere + 1
    this.home = Int32Array.from(vehicles, ({ start }) => nodeOf.get(start)!)
    this.end = Int32Array.from(vehicles, ({ end }) => (end === null ? nowhere : nodeOf.get(end)!))
    this.leg = new Float64Array(this.nodes * this.nodes)
    this.legTo = new Float64Array(this.nodes * this.nodes)
    const placeOf = [...stops.map(({ place }) => place), ...own]
    placeOf.forEach((from, i) => {
      placeOf.forEach((to, j) => {
        const way = travel[from * places + to]!
        this.leg[i * this.nodes + j] = way
        this.legTo[j * this.nodes + i] = way
      })
    })

    if (this.leg.every((way, i) => way === this.legTo[i])) this.legTo = this.leg
    this.free = Float64Array.from(vehicles, ({ free }) => free)
    this.dayEnd = Float64Array.from(vehicles, ({ end, shifts, whole }) =>
      end === null
        ? Infinity
        : Math.max(shifts.at(-1)?.to ?? -Infinity, whole.at(-1)?.to ?? -Infinity),
    )
    this.capacity = Float64Array.from(vehicles, ({ capacity }) => capacity)
    const calendars = [
      ...vehicles.map(({ shifts }) => shifts),
      ...vehicles.map(({ whole }) => whole),
    ]
    this.pieceFrom = Float64Array.from(
      calendars.flatMap((pieces) => pieces.map(({ from }) => from)),
    )
    this.pieceTo = Float64Array.from(calendars.flatMap((pieces) => pieces.map(({ to }) => to)))
    this.pieceAt = new Int32Array(calendars.length + 1)
    calendars.forEach((pieces, i) => (this.pieceAt[i + 1] = this.pieceAt[i]! + pieces.length))

    const known = new Map<string, number>()
    this.kind = Int32Array.from(vehicles, (vehicle, v) => {
      const able = this.allowed.map((mask) => (mask ? mask[v] : 1)).join('')
      const key = JSON.stringify([vehicle, String(vehicle.free), String(vehicle.capacity), able])
      if (!known.has(key)) known.set(key, known.size)
      return known.get(key)!
    })
    this.kinds = known.size

    const hours = new Set(vehicles.map(({ shifts }) => JSON.stringify(shifts)))
    const only =
      vehicles[0]?.shifts.length === 1 && hours.size === 1 ? vehicles[0].shifts[0]! : null
    this.plain =
      only !== null &&
      problem.mark === 0 &&
      stops.every(({ pinned, throughRests }) => !pinned && !throughRests)
    if (this.plain && only) {
      for (let stop = 0; stop < n; stop++) {
        this.ready[stop] = Math.max(this.ready[stop]!, only.from)
        this.latest[stop] = Math.min(this.latest[stop]!, only.to - this.service[stop]!)
      }
    }
  }

  /** The earliest start of work at `stop` by `vehicle` that is not before `time`; Infinity when no shift has room. */
  startAt(vehicle: number, stop: number, time: number): number {
    if (this.pinned[stop] === 1) return this.ready[stop]!
    if (this.plain) return time
    const service = this.service[stop]!
    const calendar = this.throughRests[stop] === 1 ? vehicle + this.fleet : vehicle
    const last = this.pieceAt[calendar + 1]!
    for (let piece = this.pieceAt[calendar]!; piece < last; piece++) {
      const from = this.pieceFrom[piece]!
      let start = time > from ? time : from
      if (this.mark > 0) start = Math.ceil(start / this.mark) * this.mark
      if (start + service <= this.pieceTo[piece]!) return start
    }
    return Infinity
  }

  /** The latest start of work at `stop` by `vehicle` that is not after `time`; -Infinity when there is none. */
  startBy(vehicle: number, stop: number, time: number): number {
    if (this.pinned[stop] === 1) return this.ready[stop]!
    if (this.plain) return time
    const service = this.service[stop]!
    const calendar = this.throughRests[stop] === 1 ? vehicle + this.fleet : vehicle
    const first = this.pieceAt[calendar]!
    for (let piece = this.pieceAt[calendar + 1]! - 1; piece >= first; piece--) {
      const latest = this.pieceTo[piece]! - service
      let start = time < latest ? time : latest
      if (this.mark > 0) start = Math.floor(start / this.mark) * this.mark
      if (start >= this.pieceFrom[piece]!) return start
    }
    return -Infinity
  }
}
