import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Ticket } from './find-ticket.server.ts'
import { keptOpenBy } from './kept-open.server.ts'
import { liveVisits } from './live-visits.server.ts'
import { moveTicket } from './move-ticket.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Files a ticket away whose matter ended elsewhere, resolving it first where nobody has; one that has a visit, a
 * case or a complaint before it, or speaks through another, stays as it is. The caller holds its lock and tells the customer.
 */
export async function endTicket(tx: Tx, ticket: Ticket, solution: string): Promise<void> {
  if (ticket.mergedIntoId !== null) return
  let now = ticket
  if (openTicketStatuses.some((status) => status === ticket.status)) {
    if ((await liveVisits(tx, ticket)).length > 0 || (await keptOpenBy(tx, ticket))) return
    await moveTicket(tx, ticket, 'resolved', { solution, resolvedAt: tx.now() })
    await recordEvent(tx, ticket, 'resolved', { status: [ticket.status, 'resolved'], solution })
    now = { ...ticket, status: 'resolved' }
  }
  if (now.status !== 'resolved') return
  await moveTicket(tx, now, 'closed', { closedAt: tx.now() })
  await recordEvent(tx, now, 'closed', { status: ['resolved', 'closed'] })
}
