import { eq, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { canMoveTicket, type TicketStatus } from '#db/vocabulary/tickets.ts'
import { caseOpenOf } from '#app/domain/consequences/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { refuseErased, type Ticket } from './find-ticket.server.ts'

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
  if (to === 'resolved' || to === 'closed' || to === 'cancelled') await refuseOpenCase(tx, ticket)
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

/** RX-5: a case is decided, acted on and answered for, or cancelled, before its ticket ends. */
async function refuseOpenCase(tx: Tx, ticket: Ticket): Promise<void> {
  const open = await caseOpenOf(tx, ticket.id)
  if (open) throw refused('returnCaseOpen', { number: open.number })
}
