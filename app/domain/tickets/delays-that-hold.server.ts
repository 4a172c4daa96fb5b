import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { visitDelays } from '#db/schema/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Of a delay and its visit: given another time or crew afterwards, a visit is expected when it is planned. */
export const delayHolds: SQL = sql`${visitDelays.toldAt} >= coalesce((
  select max(${ticketEvents.at}) from ${ticketEvents}
  where ${ticketEvents.ticketId} = ${visits.ticketId} and ${ticketEvents.visitId} = ${visits.id}
    and ${ticketEvents.kind} in ('visit_moved', 'visit_confirmed')), '-infinity')`

/** DS-4: what was said of crews that come later and still holds, the latest last. */
export const delaysThatHold = (ctx: Ctx, visitIds: readonly number[]) =>
  ctx.db
    .select({
      visitId: visitDelays.visitId,
      reason: visitDelays.reason,
      note: visitDelays.note,
      expectedAt: visitDelays.expectedAt,
      toldAt: visitDelays.toldAt,
    })
    .from(visitDelays)
    .innerJoin(visits, eq(visits.id, visitDelays.visitId))
    .where(and(inArray(visitDelays.visitId, [...visitIds]), delayHolds))
    .orderBy(asc(visitDelays.id))
