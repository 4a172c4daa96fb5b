import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visitDelays } from '#db/schema/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** DS-4: what was said of crews that come later, the latest last; given another time, a visit is expected anew. */
export const delaysThatHold = (ctx: Ctx, ticketId: number, visitIds: readonly number[]) =>
  ctx.db
    .select({
      visitId: visitDelays.visitId,
      reason: visitDelays.reason,
      note: visitDelays.note,
      expectedAt: visitDelays.expectedAt,
    })
    .from(visitDelays)
    .where(
      and(
        inArray(visitDelays.visitId, [...visitIds]),
        sql`not exists (select 1 from ${ticketEvents} where ${and(
          eq(ticketEvents.ticketId, ticketId),
          eq(ticketEvents.visitId, visitDelays.visitId),
          inArray(ticketEvents.kind, ['visit_moved', 'visit_confirmed']),
          sql`${ticketEvents.at} > ${visitDelays.toldAt}`,
        )})`,
      ),
    )
    .orderBy(asc(visitDelays.id))
