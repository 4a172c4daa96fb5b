import type { VisitStatus } from '#db/vocabulary/visits.ts'

interface Planned {
  status: VisitStatus
  plannedStart: Date | null
  calledAheadAt: Date | null
  arrivedAt: Date | null
}

/** BK-4: the crew calls so many minutes ahead. */
interface Ahead {
  callAheadMinutes: number
}

/** Of a visit that moves: its crew has nobody called for the new time. */
export const notCalledAhead = { calledAheadAt: null, calledAheadBy: null } as const

const before = (start: Date, minutes: number) => new Date(start.getTime() - minutes * 60_000)

/** From when on the crew is to call, or null when there is nobody to call any more. */
export function callAheadFrom(visit: Planned, { callAheadMinutes }: Ahead): Date | null {
  const coming = visit.status === 'confirmed' || visit.status === 'on_the_way'
  if (!coming || !visit.plannedStart || visit.calledAheadAt || visit.arrivedAt) return null
  return before(visit.plannedStart, callAheadMinutes)
}

export function isCallDue(visit: Planned, now: Date, ahead: Ahead): boolean {
  const from = callAheadFrom(visit, ahead)
  return from !== null && now >= from
}

/** How long a call that was logged as answered can still be put right. */
const correctableMinutes = 10

export const isCorrectable = ({ status, calledAheadAt }: Planned, now: Date): boolean =>
  (status === 'confirmed' || status === 'on_the_way') &&
  calledAheadAt !== null &&
  now < before(calledAheadAt, -correctableMinutes)

/** Half of the time has gone and nobody was reached: worth the dispatcher's eye. */
export const isCallOverdue = (visit: Planned, now: Date, { callAheadMinutes }: Ahead): boolean =>
  isCallDue(visit, now, { callAheadMinutes: callAheadMinutes / 2 })
