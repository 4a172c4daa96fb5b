import { and, asc, eq, gt, gte, inArray, isNotNull, lt, ne, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { type CrewOnCall, readCrews, type Span } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes, spanOfDay } from '#app/platform/time.server.ts'

const facts = {
  id: visits.id,
  version: visits.version,
  status: visits.status,
  skill: visits.skill,
  windowStart: visits.windowStart,
  windowEnd: visits.windowEnd,
  durationMinutes: visits.durationMinutes,
  crewId: visits.crewId,
  plannedStart: visits.plannedStart,
  plannedEnd: visits.plannedEnd,
  pinned: visits.pinned,
  calledAheadAt: visits.calledAheadAt,
  setOutAt: visits.setOutAt,
  arrivedAt: visits.arrivedAt,
  startedAt: visits.startedAt,
  afterVisitId: visits.afterVisitId,
  ticketId: visits.ticketId,
  ticketStatus: tickets.status,
  address: tickets.address,
  areaId: tickets.areaId,
  lat: tickets.lat,
  lng: tickets.lng,
}

const read = (ctx: Ctx, ...which: (SQL | undefined)[]) =>
  ctx.db
    .select(facts)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(and(...which))
    .orderBy(asc(visits.id))

export type VisitRow = Awaited<ReturnType<typeof read>>[number]

export interface DayRows {
  span: Span
  visits: VisitRow[]
  crews: CrewOnCall[]
}

/** What is planned on a day, what waits for a crew on it, and who works. */
export async function readDayRows(ctx: Ctx, day: string): Promise<DayRows> {
  const span = spanOfDay(day)
  const [planned, waiting, crews] = await Promise.all([
    read(
      ctx,
      isNotNull(visits.crewId),
      ne(visits.status, 'cancelled'),
      // No plan is longer than twelve hours: the lower bound lets the index of crews' days serve.
      gte(visits.plannedStart, addMinutes(span.start, -720)),
      lt(visits.plannedStart, span.end),
      gt(visits.plannedEnd, span.start),
    ),
    read(
      ctx,
      eq(visits.status, 'proposed'),
      gte(visits.windowStart, span.start),
      lt(visits.windowStart, span.end),
    ),
    readCrews(ctx, span),
  ])
  const known = new Set(planned.map(({ id }) => id))
  return { span, visits: [...planned, ...waiting.filter(({ id }) => !known.has(id))], crews }
}

/** The windows of these visits, to know which days they touch. */
export async function windowsOf(ctx: Ctx, ids: readonly number[]): Promise<Span[]> {
  if (ids.length === 0) return []
  return ctx.db
    .select({ start: visits.windowStart, end: visits.windowEnd })
    .from(visits)
    .where(inArray(visits.id, [...ids]))
}
