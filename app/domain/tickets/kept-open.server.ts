import { and, eq, inArray } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import type { tickets } from '#db/schema/tickets.ts'
import { openComplaintStatuses } from '#db/vocabulary/complaints.ts'
import { caseOpenOf } from '#app/domain/consequences/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What a ticket can't end before: the open case that hangs on it, by number, or the complaint that it is. */
export type KeptOpen = { by: 'return'; number: string } | { by: 'complaint' }

/**
 * RX-5, CP-1: a case is decided, acted on and answered for, a complaint has the customer's verdict, before their ticket
 * ends.
 */
export async function keptOpenBy(
  ctx: Ctx,
  ticket: Pick<typeof tickets.$inferSelect, 'id' | 'kind'>,
): Promise<KeptOpen | null> {
  const open = await caseOpenOf(ctx, ticket.id)
  if (open) return { by: 'return', number: open.number }
  if (ticket.kind !== 'complaint') return null
  const [complaint] = await ctx.db
    .select({ id: complaints.ticketId })
    .from(complaints)
    .where(
      and(
        eq(complaints.ticketId, ticket.id),
        inArray(complaints.status, [...openComplaintStatuses]),
      ),
    )
  return complaint ? { by: 'complaint' } : null
}
