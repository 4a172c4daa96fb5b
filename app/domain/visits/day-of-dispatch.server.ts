import { and, asc, eq, gt, gte, lt, lte, ne, or, sql } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import {
  type CrewOnCall,
  membersOfCrews,
  readCrews,
  type Span,
  workingTime,
} from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addMinutes, spanOfDay } from '#app/platform/time.server.ts'

const shown = {
  id: visits.id,
  status: visits.status,
  skill: visits.skill,
  work: visits.work,
  windowStart: visits.windowStart,
  windowEnd: visits.windowEnd,
  durationMinutes: visits.durationMinutes,
  plannedStart: visits.plannedStart,
  plannedEnd: visits.plannedEnd,
  arrivedAt: visits.arrivedAt,
  calledAheadAt: visits.calledAheadAt,
  crewId: visits.crewId,
  number: tickets.number,
  name: tickets.name,
  address: tickets.address,
  product: tickets.product,
  severity: tickets.severity,
}
export type DispatchVisit = Awaited<ReturnType<typeof visitsOfDay>>[number]

export interface CrewDay {
  crew: CrewOnCall
  members: string[]
  working: Span[]
  visits: DispatchVisit[]
}

/** How many visits without a crew one page shows; more are counted. */
const maxUnassigned = 100

/**
 * A day as the dispatcher sees it (DS-2): every crew's visits in order of time, and the visits that have no crew:
 * those whose window is over first, then the day's own. Queries are few, whatever the number of crews.
 */
export async function dayOfDispatch(ctx: Ctx, day: string) {
  authorize(ctx.actor, 'visit:read')
  const span = spanOfDay(day)
  const [all, planned, unassigned] = await Promise.all([
    readCrews(ctx, span),
    visitsOfDay(ctx, span),
    visitsWithoutCrew(ctx, span),
  ])
  const members = await membersOfCrews(
    ctx,
    all.map(({ id }) => id),
  )
  const rows = all
    .map((crew): CrewDay => ({
      crew,
      members: members.get(crew.id) ?? [],
      working: crew.active ? workingTime(crew, day) : [],
      visits: planned.filter(({ crewId }) => crewId === crew.id),
    }))
    .filter((row) => row.crew.active || row.visits.length > 0)
  return {
    span,
    onShift: rows.filter((row) => row.working.length > 0 || row.visits.length > 0),
    offShift: rows.filter((row) => row.working.length === 0 && row.visits.length === 0),
    unassigned: unassigned.slice(0, maxUnassigned),
    moreUnassigned: unassigned.length > maxUnassigned,
  }
}

function visitsOfDay(ctx: Ctx, { start, end }: Span) {
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

function visitsWithoutCrew(ctx: Ctx, { start, end }: Span) {
  const over = lte(visits.windowEnd, ctx.now())
  return ctx.db
    .select(shown)
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(visits.status, 'proposed'),
        lt(visits.windowStart, end),
        or(gte(visits.windowStart, start), over),
      ),
    )
    .orderBy(sql`${over} desc`, asc(visits.windowStart), asc(visits.id))
    .limit(maxUnassigned + 1)
}
