import { eq } from 'drizzle-orm'
import { crews } from '#db/schema/crews.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import {
  afterSalesManagers,
  keptOpenBy,
  moveTicket,
  recordEvent,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import { hasLiveVisit, type Visit } from '#app/domain/visits/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'

/**
 * The last visit that was planned resolves the ticket; with another to come it waits for that one, and with a return
 * or a complaint that isn't finished it is the desk's again (RX-5, CP-1).
 */
export async function resolve(tx: Tx, ticket: Ticket, visit: Visit, workDone: string) {
  if (await hasLiveVisit(tx, ticket.id, visit.id)) {
    if (canMoveTicket(ticket.status, 'scheduled')) await moveTicket(tx, ticket, 'scheduled')
    return
  }
  if (await keptOpenBy(tx, ticket)) {
    if (canMoveTicket(ticket.status, 'triaged')) await moveTicket(tx, ticket, 'triaged')
    return
  }
  if (!canMoveTicket(ticket.status, 'resolved')) return
  await moveTicket(tx, ticket, 'resolved', { solution: workDone, resolvedAt: tx.now() })
  const change = { status: [ticket.status, 'resolved'], solution: workDone }
  await recordEvent(tx, ticket, 'resolved', change, visit)
}

/**
 * VS-4: what couldn't be fixed is the desk's again at once, with what was found and what it takes; the after-sales
 * managers are told by mail.
 */
export async function escalate(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  words: { found: string; needed: string },
): Promise<void> {
  const to = (await hasLiveVisit(tx, ticket.id, visit.id)) ? 'scheduled' : 'triaged'
  const moves = canMoveTicket(ticket.status, to)
  if (moves) await moveTicket(tx, ticket, to, { solution: null, resolvedAt: null, closedAt: null })
  const change = moves ? { status: [ticket.status, to] } : {}
  await recordEvent(tx, ticket, 'visit_escalated', { ...change, ...words }, visit)
  const [crew] = await tx.db
    .select({ crewZh: crews.nameZh, crewEn: crews.nameEn })
    .from(crews)
    .where(eq(crews.id, visit.crewId!))
  for (const manager of await afterSalesManagers(tx)) {
    await writeMessage(tx, {
      template: 'visit-escalated',
      recipient: manager.email,
      locale: manager.locale,
      staffId: manager.id,
      ticketId: ticket.id,
      visitId: visit.id,
      facts: {
        name: manager.name,
        number: ticket.number,
        customer: ticket.name,
        product: ticket.product,
        ...crew!,
        visitId: visit.id,
        ...words,
      },
    })
  }
}
