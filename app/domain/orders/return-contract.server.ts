import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { orders } from '#db/schema/customers.ts'
import { defaultLocale } from '#db/vocabulary/locales.ts'
import { orderMoves } from '#db/vocabulary/orders.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { text, version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { refuseAgreed } from './agree-delivery.server.ts'
import { findOrder, refuseStale } from './find-order.server.ts'
import { closeBooking } from './readiness.server.ts'
import { recordEvent } from './record-event.server.ts'
import { storeColleagues } from './store-colleagues.server.ts'

export const ReturnContractForm = z.object({
  version,
  note: text(1000, 'validation:returnNote'),
})
export type ReturnContractForm = z.output<typeof ReturnContractForm>

/**
 * BK-5: an unclear contract goes back to its store with what is missing, in words, by mail too.
 * @throws DomainError conflict `orderChanged`, `orderNotInState`, `orderAgreed`
 */
export async function returnContract(
  ctx: Ctx<StaffActor>,
  number: string,
  { note, version }: ReturnContractForm,
): Promise<void> {
  authorize(ctx.actor, 'order:check')
  await inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, number, { lock: true })
    refuseStale(order, version)
    if (!orderMoves[order.status].includes('incomplete')) throw refused('orderNotInState')
    refuseAgreed(order)
    await closeBooking(tx, order, 'customer')
    await tx.db
      .update(orders)
      .set({
        status: 'incomplete',
        returnNote: note,
        checkedBy: null,
        checkedAt: null,
        version: order.version + 1,
      })
      .where(eq(orders.id, order.id))
    await recordEvent(tx, order, 'returned', { status: [order.status, 'incomplete'], words: note })
    for (const colleague of await storeColleagues(tx, order, 'enteredBy')) {
      await writeMessage(tx, {
        template: 'order-returned',
        recipient: colleague.email,
        locale: colleague.locale ?? defaultLocale,
        staffId: colleague.id,
        facts: {
          name: colleague.name,
          number: order.number,
          by: ctx.actor.name,
          customer: order.name,
          note,
        },
      })
    }
  })
}
