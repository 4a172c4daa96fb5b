import { orderEvents } from '#db/schema/customers.ts'
import type { OrderEventKind } from '#db/vocabulary/orders.ts'
import type { Tx } from '#app/platform/context.server.ts'

/**
 * Adds to an order's history, in the transaction of the change itself.
 * @param data what changed, as `{ field: [from, to] }`, and the words that go with it
 */
export async function recordEvent(
  tx: Tx,
  order: { id: number },
  kind: OrderEventKind,
  data: Record<string, unknown> = {},
): Promise<void> {
  await tx.db.insert(orderEvents).values(eventRow(tx, order, kind, data))
}

export function eventRow(
  tx: Tx,
  order: { id: number },
  kind: OrderEventKind,
  data: Record<string, unknown> = {},
): typeof orderEvents.$inferInsert {
  const { actor } = tx
  return {
    orderId: order.id,
    kind,
    at: tx.now(),
    actorKind: actor.kind === 'anonymous' ? 'customer' : actor.kind,
    actorId: actor.kind === 'staff' ? actor.id : null,
    data,
  }
}
