import { eq } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import { refuseClosed } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { EnterContractForm } from './contract-form.server.ts'
import { storeEntered } from './list-order-stores.server.ts'
import { linesOf } from './list-products.server.ts'
import { missingIn } from './missing-in.server.ts'
import { numberTaken } from './number-taken.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Keeps a contract as its store wrote it (BK-5): complete, it waits for the desk's check; else it stays with its store.
 * The same form twice is one contract.
 * @returns its number
 * @throws DomainError invalid `orderNumberTaken`, `productUnknown`, `storeNeeded`; conflict `storeClosed`
 */
export async function enterContract(
  ctx: Ctx<StaffActor>,
  form: EnterContractForm,
): Promise<string> {
  authorize(ctx.actor, 'order:enter')
  const storeId = await storeEntered(ctx, form.store)
  return inTransaction(ctx, async (tx) => enter(tx, ctx.actor, storeId, form))
}

async function enter(
  tx: Tx,
  actor: StaffActor,
  storeId: number,
  { contract, lines: typed, submissionKey }: EnterContractForm,
): Promise<string> {
  await refuseClosed(tx, storeId)
  const lines = await linesOf(tx, storeId, typed)
  const missing = missingIn(contract, lines, dayOf(tx.now()))
  const [order] = await tx.db
    .insert(orders)
    .values({
      ...contract,
      storeId,
      status: missing.length > 0 ? 'incomplete' : 'entered',
      enteredBy: actor.id,
      enteredAt: tx.now(),
      submissionKey,
    })
    .onConflictDoNothing()
    .returning({ id: orders.id, number: orders.number, status: orders.status })
  if (!order) return alreadyEntered(tx, contract.number, submissionKey)
  if (lines.length > 0) {
    await tx.db
      .insert(orderLines)
      .values(lines.map((line, i) => ({ ...line, orderId: order.id, position: i + 1 })))
  }
  await recordEvent(tx, order, 'entered', {
    status: [null, order.status],
    missing: missing.map(({ field }) => field),
  })
  return order.number
}

async function alreadyEntered(tx: Tx, number: string, key: string): Promise<string> {
  const [before] = await tx.db
    .select({ number: orders.number })
    .from(orders)
    .where(eq(orders.submissionKey, key))
  if (!before) throw await numberTaken(tx, number)
  if (before.number !== number) throw refused('orderAlreadyEntered', { number: before.number })
  return before.number
}
