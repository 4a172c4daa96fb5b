import { and, asc, count, eq, gte, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { StaffActor } from '#app/platform/actor.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { signedRecords, visits } from '#db/schema/visits.ts'
import { underWayVisitStatuses, type VisitMarkKind } from '#db/vocabulary/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addDays, spanOfDay } from '#app/platform/time.server.ts'
import { expectedAtOfVisit } from './delays.server.ts'
import { ownVisits } from './find-visit.server.ts'
import { marksOf } from './marks.server.ts'
import { restsOfVisit } from './rests.server.ts'

export type Stop = Omit<Row, 'rests'> & {
  /** BK-6 */
  marks: VisitMarkKind[]
  /** The work rests now (VS-2). */
  resting: boolean
}
type Row = Awaited<ReturnType<typeof stopsOf>>[number]

/**
 * A crew's stops of one day in order, what is still under way from earlier, and how many the next day has; one where nobody opened was
 * a stop, too (DS-4).
 */
export async function dayOfCrew(
  ctx: Ctx<StaffActor>,
  day: string,
): Promise<{ stops: Stop[]; tomorrow: number }> {
  authorize(ctx.actor, 'visit:work')
  const next = spanOfDay(addDays(day, 1))
  const rows = await stopsOf(ctx, spanOfDay(day))
  const marks = await marksOf(
    ctx,
    rows.map(({ id }) => id),
  )
  const stops = rows.map(({ rests, ...stop }) => ({
    ...stop,
    marks: (marks.get(stop.id) ?? []).map(({ kind }) => kind),
    resting: rests.at(-1)?.[1] === null,
  }))
  const [row] = await ctx.db
    .select({ visits: count() })
    .from(visits)
    .where(
      and(
        ownVisits(ctx.actor),
        gte(visits.plannedStart, next.start),
        lt(visits.plannedStart, next.end),
        ne(visits.status, 'cancelled'),
      ),
    )
  return { stops, tomorrow: row?.visits ?? 0 }
}

function stopsOf(ctx: Ctx<StaffActor>, day: { start: Date; end: Date }) {
  return ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      noShow: visits.noShow,
      skill: visits.skill,
      work: visits.work,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      plannedStart: visits.plannedStart,
      arrivedAt: visits.arrivedAt,
      calledAheadAt: visits.calledAheadAt,
      /** How often the customer was called ahead, reached or not. */
      calls: sql<number>`(select count(*)::int from ${ticketEvents} where ${and(
        eq(ticketEvents.ticketId, visits.ticketId),
        eq(ticketEvents.visitId, visits.id),
        eq(ticketEvents.kind, 'called_ahead'),
      )})`,
      finishedAt: visits.finishedAt,
      expectedAt: expectedAtOfVisit,
      rests: restsOfVisit,
      signedAt: signedRecords.signedAt,
      name: tickets.name,
      phone: tickets.phone,
      address: tickets.address,
      product: tickets.product,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(
      signedRecords,
      and(eq(signedRecords.visitId, visits.id), eq(signedRecords.kind, 'work')),
    )
    .where(
      and(
        ownVisits(ctx.actor),
        or(ne(visits.status, 'cancelled'), eq(visits.noShow, 'customer')),
        or(
          and(gte(visits.plannedStart, day.start), lt(visits.plannedStart, day.end)),
          and(
            lt(visits.plannedStart, day.start),
            inArray(visits.status, [...underWayVisitStatuses]),
          ),
        ),
      ),
    )
    .orderBy(asc(visits.plannedStart), asc(visits.id))
}
