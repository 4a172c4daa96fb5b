import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { customers, orders } from '#db/schema/customers.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { version } from '#app/platform/fields.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findOrder, type Order, refuseStale } from './find-order.server.ts'
import { settleReadiness } from './readiness.server.ts'
import { recordEvent } from './record-event.server.ts'

export const CheckContractForm = z.object({ version })
export type CheckContractForm = z.output<typeof CheckContractForm>

/**
 * BK-5: the desk found the contract complete and clear. Its customer is the one with this phone, or a new one; from now
 * on it waits for its goods.
 * @throws DomainError conflict `orderChanged`, `orderNotInState`
 */
export async function checkContract(
  ctx: Ctx<StaffActor>,
  number: string,
  form: CheckContractForm,
): Promise<void> {
  authorize(ctx.actor, 'order:check')
  await inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, number, { lock: true })
    refuseStale(order, form.version)
    if (order.status !== 'entered') throw refused('orderNotInState')
    const checked = {
      status: 'checked',
      customerId: await customerOf(tx, order),
      checkedBy: ctx.actor.id,
      checkedAt: tx.now(),
      returnNote: null,
      version: order.version + 1,
    } as const
    await tx.db.update(orders).set(checked).where(eq(orders.id, order.id))
    await recordEvent(tx, order, 'checked', { status: [order.status, 'checked'] })
    await settleReadiness(tx, { ...order, ...checked })
  })
}

/** One customer a phone: what is known of them stays, what wasn't is learnt from the contract. */
async function customerOf(tx: Tx, order: Order): Promise<number> {
  const { phone, name, email, address, locale } = order
  const values = { phone, name, email, address, locale, createdAt: tx.now() }
  await tx.db.insert(customers).values(values).onConflictDoNothing({ target: customers.phone })
  const [customer] = await tx.db
    .select()
    .from(customers)
    .where(eq(customers.phone, phone))
    .for('update')
  const learnt = {
    ...(customer!.email === null && email !== null ? { email } : {}),
    ...(customer!.address === null ? { address } : {}),
  }
  if (Object.keys(learnt).length > 0) {
    await tx.db.update(customers).set(learnt).where(eq(customers.id, customer!.id))
  }
  await refreshCustomerWords(tx, customer!.id)
  return customer!.id
}
