import { and, eq, isNull, lte, max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ticketLooks, ticketMentions } from '#db/schema/desk.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { findTicket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

export const LookForm = z.object({
  /** The last event that was on the page. */
  event: z.coerce.number().int().positive(),
})

/**
 * Keeps how far a colleague has read a ticket, which never goes back; where a note brought them in (IN-9), they have
 * seen it.
 */
export async function lookAt(
  ctx: Ctx,
  number: string,
  { event }: z.output<typeof LookForm>,
): Promise<void> {
  authorize(ctx.actor, 'ticket:read')
  const { id: staffId } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { id: ticketId } = await findTicket(tx, number)
    const [last] = await tx.db
      .select({ id: max(ticketEvents.id) })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticketId), lte(ticketEvents.id, event)))
    if (!last?.id) return
    await tx.db
      .insert(ticketLooks)
      .values({ staffId, ticketId, eventId: last.id, at: tx.now() })
      .onConflictDoUpdate({
        target: [ticketLooks.staffId, ticketLooks.ticketId],
        set: { eventId: sql`excluded.event_id`, at: tx.now() },
        setWhere: sql`${ticketLooks.eventId} < excluded.event_id`,
      })
    await tx.db
      .update(ticketMentions)
      .set({ seenAt: tx.now() })
      .where(
        and(
          eq(ticketMentions.staffId, staffId),
          eq(ticketMentions.ticketId, ticketId),
          isNull(ticketMentions.seenAt),
        ),
      )
  })
}
