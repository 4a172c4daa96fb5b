import { isCallOverdue } from '#app/domain/visits/call-ahead.ts'
import type { dayOfDispatch, DispatchVisit } from '#app/domain/visits/index.server.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { boardHours } from '#app/ui/console/board.tsx'

/** A stop shorter than this many quarter hours is drawn as long, to be readable. */
const shortest = 3

/** Nobody was called ahead (BK-4), not there yet although its time has come, or its window is over. */
export type Delay = 'none' | 'uncalled' | 'risk' | 'late'

/** The dispatcher's day as plain facts for the page: instants as text, places on the board in quarter hours. */
export function boardView(
  day: Awaited<ReturnType<typeof dayOfDispatch>>,
  { day: date, now, settings }: { day: string; now: Date; settings: Settings },
) {
  const first = instantAt(date, `${String(boardHours.from).padStart(2, '0')}:00`)
  const quarter = (at: Date) => Math.round((at.getTime() - first.getTime()) / 900_000)
  const span = ({ start, end }: { start: Date; end: Date }) => {
    const from = quarter(start)
    return { from, to: Math.max(from + shortest, quarter(end)) }
  }
  const visit = (row: DispatchVisit) => ({
    id: row.id,
    status: row.status,
    skill: row.skill,
    severity: row.severity,
    name: row.name,
    work: row.work,
    address: row.address,
    number: row.number,
    windowStart: row.windowStart.toISOString(),
    windowEnd: row.windowEnd.toISOString(),
    minutes: row.durationMinutes,
  })
  return {
    now: now >= day.span.start && now < day.span.end ? quarter(now) : null,
    more: day.moreUnassigned,
    off: day.offShift.map(({ crew }) => ({ zh: crew.nameZh, en: crew.nameEn })),
    unassigned: day.unassigned.map((row) => ({ ...visit(row), over: row.windowEnd <= now })),
    crews: day.onShift.map(({ crew, members, working, visits }) => ({
      id: crew.id,
      zh: crew.nameZh,
      en: crew.nameEn,
      skills: crew.skills,
      members,
      shifts: working.map(({ start, end }) => ({
        start: start.toISOString(),
        end: end.toISOString(),
      })),
      working: working.map(({ start, end }) => ({ from: quarter(start), to: quarter(end) })),
      visits: visits.map((row) => ({
        ...visit(row),
        start: row.plannedStart!.toISOString(),
        end: row.plannedEnd!.toISOString(),
        span: span({ start: row.plannedStart!, end: row.plannedEnd! }),
        delay: delayOf(row, now, settings),
      })),
    })),
  }
}

export type BoardCrew = ReturnType<typeof boardView>['crews'][number]
export type UnassignedVisit = ReturnType<typeof boardView>['unassigned'][number]

function delayOf(visit: DispatchVisit, now: Date, settings: Settings): Delay {
  if (visit.arrivedAt || visit.status === 'finished') return 'none'
  if (visit.windowEnd <= now) return 'late'
  if (visit.status === 'confirmed' && visit.plannedStart! <= now) return 'risk'
  return isCallOverdue(visit, now, settings) ? 'uncalled' : 'none'
}
