import { asc, eq } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import type { Order } from './find-order.server.ts'
import { recordEvent } from './record-event.server.ts'
import { correctReady, tellReady } from './tell-ready.server.ts'

/**
 * Opens booking once every line of a checked order is there, and tells store and customer; closes it again when a line
 * isn't. The order must be locked, so that it becomes ready once.
 */
export async function settleReadiness(tx: Tx, order: Order): Promise<void> {
  const lines = await linesThere(tx, order)
  const ready = lines.length > 0 && lines.every(({ arrivedAt }) => arrivedAt !== null)
  if (ready === (order.readyAt !== null)) return
  if (!ready) return closeBooking(tx, order, 'everybody')
  const { agreeDays } = await currentSettings(tx)
  const agreeBy = addHours(tx.now(), agreeDays * 24)
  await tx.db
    .update(orders)
    .set({ readyAt: tx.now(), agreeBy, version: order.version + 1 })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'ready', { agreeBy: agreeBy.toISOString() })
  await tellReady(tx, { ...order, agreeBy }, lines)
}

/** Booking is not open, or no longer. @param tell who is told that it isn't */
export async function closeBooking(
  tx: Tx,
  order: Order,
  tell: 'everybody' | 'customer' | 'nobody',
): Promise<void> {
  if (order.readyAt === null) return
  await tx.db
    .update(orders)
    .set({ readyAt: null, agreeBy: null, version: order.version + 1 })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'not_ready')
  await correctReady(tx, order, tell)
}

const linesThere = (tx: Tx, order: Order) =>
  tx.db
    .select({
      zh: products.nameZh,
      en: products.nameEn,
      quantity: orderLines.quantity,
      arrivedAt: orderLines.arrivedAt,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
