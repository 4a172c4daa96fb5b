import { and, eq } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { visibleOrders } from './visible-orders.server.ts'

export type Order = typeof orders.$inferSelect

/**
 * The order with this number, if the actor may see it; with `lock`, held until the transaction ends.
 * @throws DomainError not_found
 */
export async function findOrder(
  ctx: Ctx,
  number: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Order> {
  const query = ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.number, number), visibleOrders(ctx.actor)))
  const [order] = await (lock ? query.for('update') : query)
  if (!order) throw notFound()
  return order
}

/**
 * Holds an order until the transaction ends, whoever asks: for verbs of other nouns that have shown they may.
 * @throws DomainError not_found
 */
export async function lockOrder(tx: Tx, id: number): Promise<Order> {
  const [order] = await tx.db.select().from(orders).where(eq(orders.id, id)).for('update')
  if (!order) throw notFound()
  return order
}

/** a form filled from an older version than the order's is shown what changed instead of being saved. */
export function refuseStale(order: Order, version: number): void {
  if (order.version !== version) throw refused('orderChanged')
}
