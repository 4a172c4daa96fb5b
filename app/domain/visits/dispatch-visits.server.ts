import { and, asc, eq, gt, gte, lt, lte, ne, or, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Span } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { expectedAtOfVisit } from './delays.server.ts'
import { restsOfVisit } from './rests.server.ts'

/** What a dispatcher knows of a visit before opening it. */
const shown = {
  id: visits.id,
  version: visits.version,
  status: visits.status,
  skill: visits.skill,
  work: visits.work,
  windowStart: visits.windowStart,
  windowEnd: visits.windowEnd,
  durationMinutes: visits.durationMinutes,
  plannedStart: visits.plannedStart,
  plannedEnd: visits.plannedEnd,
  setOutAt: visits.setOutAt,
  arrivedAt: visits.arrivedAt,
  startedAt: visits.startedAt,
  finishedAt: visits.finishedAt,
  calledAheadAt: visits.calledAheadAt,
  expectedAt: expectedAtOfVisit,
  rests: restsOfVisit,
  crewId: visits.crewId,
  afterVisitId: visits.afterVisitId,
  pinned: visits.pinned,
  stranded: visits.stranded,
  urgent: visits.urgent,
  overbooked: sql<boolean>`${visits.overbookedBy} is not null`,
  ticketId: visits.ticketId,
  number: tickets.number,
  name: tickets.name,
  address: tickets.address,
  areaId: tickets.areaId,
  lat: tickets.lat,
  lng: tickets.lng,
  product: tickets.product,
  severity: tickets.severity,
}
export type DispatchVisit = Awaited<ReturnType<typeof visitsOfDay>>[number]

/** What crews do on a day, in order of time. */
export function visitsOfDay(ctx: Ctx, { start, end }: Span) {
  return ctx.db
    .select(shown)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .innerJoin(crews, eq(crews.id, visits.crewId))
    .where(
      and(
        gte(visits.plannedStart, addMinutes(start, -720)),
        lt(visits.plannedStart, end),
        gt(visits.plannedEnd, start),
        ne(visits.status, 'cancelled'),
      ),
    )
    .orderBy(asc(visits.plannedStart), asc(visits.id))
}

/** What waits for a crew on a day; on today's, windows that are over first. One more than `most` says there are more. */
export function visitsWithoutCrew(ctx: Ctx, { start, end }: Span, most: number) {
  const now = ctx.now()
  const over = lte(visits.windowEnd, now)
  const isToday = start <= now && now < end
  return ctx.db
    .select(shown)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(visits.status, 'proposed'),
        lt(visits.windowStart, end),
        isToday ? or(gte(visits.windowStart, start), over) : gte(visits.windowStart, start),
      ),
    )
    .orderBy(sql`${over} desc`, asc(visits.windowStart), asc(visits.id))
    .limit(most + 1)
}
