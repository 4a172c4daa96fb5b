import { workingTimeAround } from '#app/domain/crews/index.server.ts'
import { visitableTicketStatuses } from '#app/domain/visits/index.server.ts'
import type { Base } from './base.ts'
import type { DayRows } from './day-rows.server.ts'

/** The day as it stands, to be compared with what a plan was made from. */
export function baseOfRows({ span, visits, crews }: DayRows): Base {
  const iso = (instant: Date | null) => instant?.toISOString() ?? null
  return {
    visits: Object.fromEntries(
      visits.map((row) => [
        row.id,
        {
          status: row.status,
          crewId: row.crewId,
          start: iso(row.plannedStart),
          end: iso(row.plannedEnd),
          windowStart: row.windowStart.toISOString(),
          windowEnd: row.windowEnd.toISOString(),
          minutes: row.durationMinutes,
          skill: row.skill,
          areaId: row.areaId,
          pinned: row.pinned,
          calledAhead: row.calledAheadAt !== null,
          visitable: visitableTicketStatuses.includes(row.ticketStatus),
        },
      ]),
    ),
    crews: Object.fromEntries(
      crews.map((crew) => [
        crew.id,
        {
          standing: JSON.stringify([
            crew.active,
            [...crew.skills].sort(),
            crew.areaIds,
            crew.active ? workingTimeAround(crew, span) : [],
          ]),
          plan: visits.flatMap(({ id, crewId, plannedStart, plannedEnd }) =>
            crewId === crew.id && plannedStart && plannedEnd
              ? [{ visitId: id, start: iso(plannedStart)!, end: iso(plannedEnd)! }]
              : [],
          ),
        },
      ]),
    ),
  }
}
