import type { Point } from '#app/platform/point.ts'

/** Where somebody is or comes from. */
export interface Stand {
  point: Point | null
  areaId: number | null
}

/** One way: whole minutes, kilometres. */
export interface Leg {
  minutes: number
  km: number
}

/** What an estimate is made with. */
export interface Pace {
  /** How much longer a way is than as the crow flies. */
  detour: number
  /** Minutes of every way that don't depend on its length. */
  approachMinutes: number
  /** Where the way leads to decides how fast it goes. */
  speedOf: (areaId: number | null) => number
}

/** A way of which one end is unknown. */
export const unknownMinutes = 15

const earthRadiusKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along a great circle, as the crow flies. */
export function kmBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2)
  const east = Math.sin(radians(b.lng - a.lng) / 2)
  const chord = north * north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east * east
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}

export function estimateLeg(from: Stand, to: Stand, pace: Pace): Leg {
  if (!from.point || !to.point) {
    return { minutes: Math.max(unknownMinutes, pace.approachMinutes), km: 0 }
  }
  const km = kmBetween(from.point, to.point) * pace.detour
  return legOf((km / pace.speedOf(to.areaId)) * 60, km, pace)
}

/** A way of so many minutes at the wheel. */
export const legOf = (
  driving: number,
  km: number,
  { approachMinutes }: Pick<Pace, 'approachMinutes'>,
): Leg => ({ minutes: approachMinutes + Math.ceil(driving - 1e-6), km })
