import { estimateLeg, type Leg, type Stand } from '#app/domain/travel/estimate.ts'

/** Minutes since the board's day began, `[from, to)`. */
export interface Span {
  from: number
  to: number
}

export interface DropVisit extends Stand {
  id: number
  skill: string
  minutes: number
  /** The promised window. */
  window: Span
  /** Nobody has set out for it. */
  movable: boolean
}

export interface Taken extends Span, Stand {
  id: number
  name: string
}

export interface DropCrew {
  id: number
  name: string
  active: boolean
  skills: readonly string[]
  /** Empty: it goes anywhere. */
  areaIds: readonly number[]
  working: readonly Span[]
  base: Stand
  /** By time. */
  taken: readonly Taken[]
}

export interface Pace {
  detour: number
  approachMinutes: number
  usualSpeed: number
  speeds: Readonly<Record<number, number>>
}

export type Refused =
  | { why: 'underWay' | 'crewInactive' | 'skill' | 'area' | 'windowOver' | 'shift' }
  | { why: 'window'; from: number; to: number }
  | { why: 'past'; now: number }
  | { why: 'overlap'; name: string; from: number; to: number }

export type Verdict =
  | {
      allowed: true
      /** Minutes on the way from the stop before, or from where the crew is at home; null when that is unknown. */
      way: number | null
      /** The way is longer than the time there is for it. */
      short: boolean
    }
  | ({ allowed: false } & Refused)

/** Times on the board are whole five minutes. */
export const snapMinutes = 5
export const snap = (minute: number) => Math.round(minute / snapMinutes) * snapMinutes

/**
 * Whether a visit may begin with a crew at a minute of the day (DS-1): the rules of the server's `planWithCrew`, which
 * has the last word, told while the visit is still in the hand.
 * @param now minutes of the day; null when the board shows another day
 */
export function judgeDrop(
  visit: DropVisit,
  crew: DropCrew,
  start: number,
  { now, pace }: { now: number | null; pace: Pace },
): Verdict {
  const refusal = refusalOf(visit, crew, start, now)
  if (refusal) return { allowed: false, ...refusal }
  const before = beforeOf(visit, crew, start)
  const way = wayTo(visit, { before: before?.stand ?? null, base: crew.base }, pace)
  const short = before !== null && way !== null && start - before.to < way.minutes
  return { allowed: true, way: way?.minutes ?? null, short }
}

function refusalOf(
  visit: DropVisit,
  crew: DropCrew,
  start: number,
  now: number | null,
): Refused | null {
  if (!visit.movable) return { why: 'underWay' }
  if (!crew.active) return { why: 'crewInactive' }
  if (!crew.skills.includes(visit.skill)) return { why: 'skill' }
  if (!goesTo(crew, visit.areaId)) return { why: 'area' }
  if (now !== null && visit.window.to <= now) return { why: 'windowOver' }
  if (start < visit.window.from || start >= visit.window.to) {
    return { why: 'window', ...visit.window }
  }
  if (now !== null && start + snapMinutes <= now) return { why: 'past', now }
  const end = start + visit.minutes
  if (!crew.working.some(({ from, to }) => from <= start && end <= to)) return { why: 'shift' }
  const other = crew.taken.find(({ id, from, to }) => id !== visit.id && from < end && start < to)
  return other ? { why: 'overlap', name: other.name, from: other.from, to: other.to } : null
}

const goesTo = ({ areaIds }: DropCrew, areaId: number | null) =>
  !areaId || areaIds.length === 0 || areaIds.includes(areaId)

function beforeOf(visit: DropVisit, crew: DropCrew, start: number) {
  const before = crew.taken.filter(({ id, to }) => id !== visit.id && to <= start).at(-1)
  return before ? { to: before.to, stand: before } : null
}

/** From the stop before, or from where the crew is at home: null when that is unknown. */
export function wayTo(
  to: Stand,
  { before, base }: { before: Stand | null; base: Stand },
  pace: Pace,
): Leg | null {
  if (!before && !base.point) return null
  return estimateLeg(before ?? base, to, {
    ...pace,
    speedOf: (areaId) => pace.speeds[areaId ?? -1] ?? pace.usualSpeed,
  })
}

/** The earliest minute at which a visit may begin with a crew; null when there is none that day. */
export function earliestDrop(
  visit: DropVisit,
  crew: DropCrew,
  { now, pace }: { now: number | null; pace: Pace },
): number | null {
  const starts = [
    visit.window.from,
    ...(now === null ? [] : [now]),
    ...crew.working.map(({ from }) => from),
    ...crew.taken.map(({ to }) => to),
  ]
  const rounded = starts.map((minute) => Math.ceil(minute / snapMinutes) * snapMinutes)
  const allowed = rounded.filter((minute) => judgeDrop(visit, crew, minute, { now, pace }).allowed)
  return allowed.length > 0 ? Math.min(...allowed) : null
}

/** Why no crew at all can take a visit that day; null when one can. */
export function nobodyTakes(
  visit: DropVisit,
  crews: readonly DropCrew[],
  at: { now: number | null; pace: Pace },
): 'windowOver' | 'skill' | 'area' | 'full' | null {
  if (at.now !== null && visit.window.to <= at.now) return 'windowOver'
  const able = crews.filter(({ active, skills }) => active && skills.includes(visit.skill))
  if (able.length === 0) return 'skill'
  const near = able.filter((crew) => goesTo(crew, visit.areaId))
  if (near.length === 0) return 'area'
  return near.some((crew) => earliestDrop(visit, crew, at) !== null) ? null : 'full'
}
