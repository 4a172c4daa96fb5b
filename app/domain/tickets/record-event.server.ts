import { ticketEvents } from '#db/schema/tickets.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { whatFollows } from './what-follows.server.ts'

/**
 * Adds to a ticket's history (IN-8), in the transaction of the change itself.
 * @param data what changed, as `{ field: [from, to] }`, and the words that go with it
 */
export async function recordEvent(
  tx: Tx,
  ticket: { id: number },
  kind: TicketEventKind,
  data: Record<string, unknown> = {},
  visit?: { id: number },
): Promise<void> {
  const { actor } = tx
  await tx.db.insert(ticketEvents).values({
    ticketId: ticket.id,
    visitId: visit?.id ?? null,
    kind,
    at: tx.now(),
    actorKind: actor.kind === 'anonymous' ? 'customer' : actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    data,
  })
  await whatFollows(tx, ticket, kind, data)
}
