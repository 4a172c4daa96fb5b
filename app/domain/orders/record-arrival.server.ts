import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refuseAgreed } from './agree-delivery.server.ts'
import { findOrder, type Order } from './find-order.server.ts'
import { settleReadiness } from './readiness.server.ts'
import { recordEvent } from './record-event.server.ts'

const lineId = z.coerce.number().int().positive().max(1e15)

/** Lines are ticked one by one, so that two colleagues at two shelves don't undo each other. */
export const ArrivalForm = z
  .object({
    line: z
      .union([lineId.transform((id) => [id]), z.array(lineId).max(100)])
      .optional()
      .transform((ids) => ids ?? []),
    /** A line that isn't there after all. */
    undo: lineId.optional(),
  })
  .refine(({ line, undo }) => line.length > 0 || undo !== undefined, {
    message: 'validation:chooseLine',
    path: ['line'],
  })
export type ArrivalForm = z.output<typeof ArrivalForm>

/**
 * The warehouse has all of a line, or hasn't after all; with the last one the order is ready (BK-5).
 * @throws DomainError conflict `orderNotInState`; `orderAgreed` when a delivery is booked on what is to be undone
 */
export async function recordArrival(
  ctx: Ctx<StaffActor>,
  number: string,
  { line, undo }: ArrivalForm,
): Promise<void> {
  authorize(ctx.actor, 'order:receive')
  await inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, number, { lock: true })
    if (order.status !== 'checked' || order.deliveredOn !== null) throw refused('orderNotInState')
    if (undo !== undefined) {
      refuseAgreed(order)
      await mark(tx, order, [undo], null)
    } else {
      await mark(tx, order, line, ctx.actor.id)
    }
    await tx.db
      .update(orders)
      .set({ version: sql`${orders.version} + 1` })
      .where(eq(orders.id, order.id))
    await settleReadiness(tx, order)
  })
}

async function mark(tx: Tx, order: Order, ids: number[], by: string | null): Promise<void> {
  const there = by !== null
  const changed = await tx.db
    .update(orderLines)
    .set({ arrivedAt: there ? tx.now() : null, arrivedBy: by })
    .where(
      and(
        eq(orderLines.orderId, order.id),
        inArray(orderLines.id, ids),
        there ? isNull(orderLines.arrivedAt) : isNotNull(orderLines.arrivedAt),
      ),
    )
    .returning({ productId: orderLines.productId, quantity: orderLines.quantity })
  for (const { productId, quantity } of changed) {
    const [product] = await tx.db
      .select({ model: products.model })
      .from(products)
      .where(eq(products.id, productId))
    await recordEvent(tx, order, there ? 'line_arrived' : 'arrival_undone', {
      model: product?.model,
      quantity,
    })
  }
}
