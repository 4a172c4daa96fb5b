import { eq } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { lockOrder, type Order } from './find-order.server.ts'
import { recordEvent } from './record-event.server.ts'

/** What is agreed with the customer isn't taken away under them. @throws DomainError conflict */
export function refuseAgreed(order: Order): void {
  if (order.deliveredOn !== null) throw refused('orderNotInState')
  if (order.agreedAt !== null) throw refused('orderAgreed')
}

/**
 * The first delivery of a ready order was booked: the promise of BK-5 is kept. Again for an order that is agreed it does
 * nothing.
 * @throws DomainError conflict `orderNotReady`
 */
export async function markAgreed(tx: Tx, orderId: number): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order.agreedAt !== null) return
  if (order.status !== 'checked' || order.readyAt === null) throw refused('orderNotReady')
  await tx.db
    .update(orders)
    .set({ agreedAt: tx.now(), version: order.version + 1 })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'delivery_agreed')
}

/**
 * The last delivery of an order was made: from this day on its warranty counts and it can be installed.
 */
export async function markDelivered(tx: Tx, orderId: number): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order.deliveredOn !== null) return
  await tx.db
    .update(orders)
    .set({ deliveredOn: dayOf(tx.now()), version: order.version + 1 })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'delivered')
}

/** The only delivery was cancelled: it is to be agreed again. */
export async function unmarkAgreed(tx: Tx, orderId: number): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order.agreedAt === null) return
  await tx.db
    .update(orders)
    .set({ agreedAt: null, version: order.version + 1 })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'delivery_cancelled')
}
