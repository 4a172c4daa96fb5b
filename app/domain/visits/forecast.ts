import type { VisitStatus } from '#db/vocabulary/visits.ts'
import { isCallOverdue } from './call-ahead.ts'

/** What a visit's day looks like from where the clock stands. */
export const delays = ['none', 'uncalled', 'over', 'risk', 'late'] as const
/**
 * Nobody called ahead (BK-4); the work takes longer than planned; it will begin later than planned; it will begin, or
 * wasn't begun, within the promised window.
 */
export type Delay = (typeof delays)[number]

export interface Forecast {
  delay: Delay
  /** When its work begins, or began; null once it is over or nobody goes there. */
  start: Date | null
  end: Date | null
  /** Minutes beyond the window (`late`), the plan (`risk`) or the planned end (`over`). */
  minutes: number
}

interface Planned {
  status: VisitStatus
  windowStart: Date
  windowEnd: Date
  plannedStart: Date | null
  plannedEnd: Date | null
  calledAheadAt: Date | null
  setOutAt: Date | null
  arrivedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  /** When the crew said it reckons to be there (DS-4). */
  expectedAt?: Date | null
  /** When its work rested: from, and to unless it still does (VS-2). */
  rests?: readonly (readonly [Date, Date | null])[]
}

const minute = 60_000
/** Less than this isn't worth the dispatcher's eye. */
const tolerance = 10

/**
 * How a crew's day goes on from now (DS-2): each visit begins when it is planned, or when the crew is free of the one
 * before and has come the way. Of a day that is over it tells what was never begun.
 * @param visits one crew's, by planned start
 * @param ways minutes of travel to each from the one before it
 */
export function forecast(
  visits: readonly Planned[],
  ways: readonly number[],
  now: Date,
  ahead: { callAheadMinutes: number },
): Forecast[] {
  let free = -Infinity
  return visits.map((visit, i) => {
    const one = forecastOne(visit, { free, way: (ways[i] ?? 0) * minute, now, ahead })
    if (one.end) free = Math.max(free, one.end.getTime())
    return one
  })
}

function forecastOne(
  visit: Planned,
  {
    free,
    way,
    now,
    ahead,
  }: { free: number; way: number; now: Date; ahead: { callAheadMinutes: number } },
): Forecast {
  const time = now.getTime()
  const planned = visit.plannedStart!.getTime()
  const length = visit.plannedEnd!.getTime() - planned
  const span = (start: number, end = start + length) => ({
    start: new Date(start),
    end: new Date(end),
  })
  switch (visit.status) {
    case 'proposed':
    case 'cancelled':
      return { delay: 'none', start: null, end: null, minutes: 0 }
    case 'finished':
      return { delay: 'none', start: visit.startedAt, end: visit.finishedAt, minutes: 0 }
    case 'working': {
      const started = visit.startedAt!.getTime()
      const end = Math.max(time, started + length + rested(visit, time))
      const over = (end - Math.max(planned, started) - length) / minute
      return {
        delay: over >= tolerance ? 'over' : 'none',
        ...span(started, end),
        minutes: over >= tolerance ? Math.round(over) : 0,
      }
    }
    case 'arrived':
      return { delay: 'none', ...span(Math.max(time, visit.arrivedAt!.getTime())), minutes: 0 }
    case 'on_the_way':
    case 'confirmed': {
      const onTheWay = visit.setOutAt ? visit.setOutAt.getTime() + way : free + way
      const start = Math.max(
        visit.status === 'on_the_way' ? visit.windowStart.getTime() : planned,
        onTheWay,
        visit.expectedAt?.getTime() ?? -Infinity,
        time,
      )
      return { ...judged(visit, start, now, ahead), ...span(start) }
    }
  }
}

function rested({ rests = [] }: Planned, time: number): number {
  return rests.reduce((sum, [from, to]) => sum + (to?.getTime() ?? time) - from.getTime(), 0)
}

function judged(visit: Planned, start: number, now: Date, ahead: { callAheadMinutes: number }) {
  const late = (start - visit.windowEnd.getTime()) / minute
  if (late > 0) return { delay: 'late' as const, minutes: Math.ceil(late) }
  const behind = (start - visit.plannedStart!.getTime()) / minute
  if (behind >= tolerance) return { delay: 'risk' as const, minutes: Math.round(behind) }
  return {
    delay: isCallOverdue(visit, now, ahead) ? ('uncalled' as const) : ('none' as const),
    minutes: 0,
  }
}
