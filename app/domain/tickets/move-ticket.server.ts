import { eq, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { canMoveTicket, type TicketStatus } from '#db/vocabulary/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'
import { refuseErased, type Ticket } from './find-ticket.server.ts'
import { keptOpenBy } from './kept-open.server.ts'

/**
 * Changes a ticket's status along the moves of IN-7 and nothing else; leaving a pause clears it.
 * The caller holds the row's lock and records the event.
 * @throws DomainError conflict when the move isn't one of IN-7's, or its customer was erased
 */
export async function moveTicket(
  tx: Tx,
  ticket: Ticket,
  to: TicketStatus,
  facts: Partial<typeof tickets.$inferInsert> = {},
): Promise<void> {
  if (ticket.mergedIntoId !== null) throw refused('ticketMerged')
  refuseErased(ticket)
  if (!canMoveTicket(ticket.status, to)) throw refused('ticketNotInState')
  if (to === 'resolved' || to === 'closed' || to === 'cancelled') await refuseKept(tx, ticket, to)
  await tx.db
    .update(tickets)
    .set({
      ...(ticket.status === 'paused' ? { pausedUntil: null, pauseReason: null } : {}),
      ...facts,
      status: to,
      version: sql`${tickets.version} + 1`,
      updatedAt: tx.now(),
    })
    .where(eq(tickets.id, ticket.id))
}

/** What stands before its end; a complaint is given up by its customer, or by whoever handles complaints. */
async function refuseKept(tx: Tx, ticket: Ticket, to: TicketStatus): Promise<void> {
  const kept = await keptOpenBy(tx, ticket)
  if (kept?.by === 'return') throw refused('returnCaseOpen', { number: kept.number })
  if (kept === null) return
  const { actor } = tx
  const givesUp = to === 'cancelled' && (actor.kind !== 'staff' || may(actor, 'complaint:handle'))
  if (!givesUp) throw refused('complaintOpen')
}
