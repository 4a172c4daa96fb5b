import { and, desc, eq, sql } from 'drizzle-orm'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses, type TicketStatus } from '#db/vocabulary/tickets.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findTicket, type Ticket } from './find-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'
import { giveBack, lockInOrder } from './taken-by-merge.server.ts'

/** IN-6: undoes a merge; the ticket stands as it stood before. A second time is no mistake. */
export async function separateTicket(ctx: Ctx, number: string): Promise<void> {
  authorize(ctx.actor, 'ticket:merge')
  await inTransaction(ctx, async (tx) => {
    const found = await findTicket(tx, number)
    const merge = await lastMerge(tx, found)
    if (!merge) throw refused('ticketNotInState')
    if (found.mergedIntoId === null) return
    const held = await lockInOrder(tx, [found.id, found.mergedIntoId])
    const ticket = held.find(({ id }) => id === found.id)
    const into = held.find(({ id }) => id === ticket?.mergedIntoId)
    if (!ticket || !into) return
    const { status, pausedUntil, pauseReason } = merge
    await tx.db
      .update(tickets)
      .set({
        status,
        mergedIntoId: null,
        closedAt: null,
        ...(status === 'paused' ? { pausedUntil, pauseReason } : {}),
        version: sql`${tickets.version} + 1`,
        updatedAt: tx.now(),
      })
      .where(eq(tickets.id, ticket.id))
    await recordEvent(tx, ticket, 'unmerged', {
      status: ['cancelled', status],
      into: true,
      number: into.number,
    })
    const returned = await giveBack(tx, into, ticket)
    await recordEvent(tx, into, 'unmerged', { into: false, number: ticket.number, ...returned })
  })
}

interface Before {
  status: TicketStatus
  pausedUntil: string | null
  pauseReason: string | null
}

/** How it stood when it was merged the last time. */
async function lastMerge(tx: Tx, ticket: Ticket): Promise<Before | null> {
  const [event] = await tx.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        eq(ticketEvents.kind, 'merged'),
        sql`${ticketEvents.data} ->> 'into' = 'true'`,
      ),
    )
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  if (!event) return null
  const { status, pausedUntil, pauseReason } = event.data
  const from: unknown = Array.isArray(status) ? status[0] : null
  const before = openTicketStatuses.find((one) => one === from) ?? 'triaged'
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return before === 'paused' && (!text(pausedUntil) || !text(pauseReason))
    ? { status: 'triaged', pausedUntil: null, pauseReason: null }
    : { status: before, pausedUntil: text(pausedUntil), pauseReason: text(pauseReason) }
}
