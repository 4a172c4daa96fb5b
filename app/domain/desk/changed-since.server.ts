import { and, eq, inArray, sql } from 'drizzle-orm'
import { ticketLooks } from '#db/schema/desk.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Which of these tickets somebody else has changed since this colleague looked at them; one never looked at is none. */
export async function changedSince(
  ctx: Ctx<StaffActor>,
  ticketIds: readonly number[],
): Promise<Set<number>> {
  if (ticketIds.length === 0) return new Set()
  const rows = await ctx.db
    .select({ ticketId: ticketLooks.ticketId })
    .from(ticketLooks)
    .where(
      and(
        eq(ticketLooks.staffId, ctx.actor.id),
        inArray(ticketLooks.ticketId, [...ticketIds]),
        sql`exists (
          select from ${ticketEvents} where ${ticketEvents.ticketId} = ${ticketLooks.ticketId}
          and ${ticketEvents.id} > ${ticketLooks.eventId}
          and ${ticketEvents.actorId} is distinct from ${ctx.actor.id}
        )`,
      ),
    )
  return new Set(rows.map(({ ticketId }) => ticketId))
}
