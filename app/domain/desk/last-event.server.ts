import { eq, max } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The last thing that happened to a ticket; 0 before anything did. */
export async function lastEventOf(ctx: Ctx, ticketId: number): Promise<number> {
  const [last] = await ctx.db
    .select({ id: max(ticketEvents.id) })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
  return last?.id ?? 0
}
