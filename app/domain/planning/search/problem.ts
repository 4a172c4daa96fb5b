/** A place to be visited once, by one vehicle. Times and services are in one unit: minutes, for a day of crews. */
export interface Stop {
  /** Its row in the travel matrix. */
  place: number
  /** How long the work takes. */
  service: number
  /** The earliest start, and the latest that is not late. */
  ready: number
  due: number
  /** No start after this, however late; `due` when nobody may be late. */
  latest: number
  /** What it takes of a vehicle's capacity. */
  load: number
  /** The vehicles that may come; null when all may. */
  vehicles: readonly number[] | null
  /** Too long for any piece of a shift: the work runs through the rest hours, within `whole`. */
  throughRests: boolean
  /** It stays with this vehicle and starts at this very time, whatever travel and shifts say. */
  pinned: { vehicle: number; start: number } | null
  /** It has a vehicle in the plan to begin with, and never loses it for the sake of others. */
  kept?: boolean
  /** The stop that must be finished before this one starts, and must be made if this one is. */
  after: number | null
}

/** Working time in one piece: work begins and ends in it. */
export interface Shift {
  from: number
  to: number
}

export interface Vehicle {
  /** The place where it sets out, and from when; -Infinity when the first way takes none of its working time. */
  start: number
  free: number
  /** Where it must be back by the end of its last shift; null where that is nobody's concern. */
  end: number | null
  /** Its working time in order: the pieces between rest hours, and as it is with them. */
  shifts: readonly Shift[]
  whole: readonly Shift[]
  /** Infinity when nothing is counted. */
  capacity: number
}

export interface Problem {
  stops: readonly Stop[]
  vehicles: readonly Vehicle[]
  /** Between places, row by row: `travel[from * places + to]`, in the unit of time. */
  travel: Float64Array
  places: number
  /** Starts lie on multiples of this; 0 for any. */
  mark: number
}

/** Each vehicle's stops in order. */
export type Routes = readonly (readonly number[])[]

/** What a plan costs; the first difference decides. */
export interface Cost {
  /** Stops without a vehicle; one that was to be kept counts as a thousand. */
  unserved: number
  /** The sum of what each start is later than due. */
  late: number
  /** How many have anything to do. */
  vehicles: number
  travel: number
}

/** Negative when `a` is the better. A thousandth of lateness or travel is none. */
export function compareCosts(a: Cost, b: Cost): number {
  return (
    a.unserved - b.unserved ||
    unlessTiny(a.late - b.late) ||
    a.vehicles - b.vehicles ||
    unlessTiny(a.travel - b.travel)
  )
}

const unlessTiny = (difference: number) => (Math.abs(difference) < 0.001 ? 0 : difference)
