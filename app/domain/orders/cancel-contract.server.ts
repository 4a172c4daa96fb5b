import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { orders } from '#db/schema/customers.ts'
import { orderMoves } from '#db/vocabulary/orders.ts'
import type { Actor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { text, version } from '#app/platform/fields.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { refuseAgreed } from './agree-delivery.server.ts'
import { findOrder, type Order, refuseStale } from './find-order.server.ts'
import { closeBooking } from './readiness.server.ts'
import { recordEvent } from './record-event.server.ts'

export const CancelContractForm = z.object({ version, reason: text(500, 'validation:reason') })
export type CancelContractForm = z.output<typeof CancelContractForm>

/** A store gives up what isn't checked yet; after that only who checks may. */
export const mayCancel = (actor: Actor, order: Pick<Order, 'status'>) =>
  may(actor, order.status === 'checked' ? 'order:check' : 'order:enter')

/** @throws DomainError conflict `orderChanged`, `orderNotInState`, `orderAgreed` */
export async function cancelContract(
  ctx: Ctx,
  number: string,
  { reason, version }: CancelContractForm,
): Promise<void> {
  authorize(ctx.actor, 'order:enter')
  await inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, number, { lock: true })
    if (!mayCancel(tx.actor, order)) throw refused('orderNotInState')
    refuseStale(order, version)
    if (!orderMoves[order.status].includes('cancelled')) throw refused('orderNotInState')
    refuseAgreed(order)
    await closeBooking(tx, order, 'nobody')
    await tx.db
      .update(orders)
      .set({ status: 'cancelled', version: order.version + 1 })
      .where(eq(orders.id, order.id))
    await recordEvent(tx, order, 'cancelled', {
      status: [order.status, 'cancelled'],
      words: reason,
    })
  })
}
