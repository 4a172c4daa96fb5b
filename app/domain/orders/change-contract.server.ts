import { asc, eq, inArray } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type Contract, type ContractLine, priceTyped } from './contract.ts'
import type { ChangeContractForm } from './contract-form.server.ts'
import { findOrder, type Order, refuseStale } from './find-order.server.ts'
import { linesOf } from './list-products.server.ts'
import { missingIn } from './missing-in.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Rewrites a contract that isn't checked yet; once nothing is missing it waits for the desk's check.
 * @returns its number, which may be another one now
 * @throws DomainError conflict `orderChanged`, `orderNotInState`; invalid `orderNumberTaken`, `productUnknown`
 */
export async function changeContract(
  ctx: Ctx,
  number: string,
  form: ChangeContractForm,
): Promise<string> {
  authorize(ctx.actor, 'order:enter')
  try {
    return await inTransaction(ctx, (tx) => change(tx, number, form))
  } catch (error) {
    if (databaseErrorCode(error) !== '23505') throw error
    throw invalid('orderNumberTaken', { number: form.contract.number })
  }
}

async function change(tx: Tx, number: string, form: ChangeContractForm): Promise<string> {
  const order = await findOrder(tx, number, { lock: true })
  refuseStale(order, form.version)
  if (order.status !== 'incomplete' && order.status !== 'entered') throw refused('orderNotInState')
  const { contract } = form
  const lines = await linesOf(tx, order.storeId, form.lines)
  const status = missingIn(contract, lines).length > 0 ? 'incomplete' : 'entered'
  const before = await lineWords(tx, order)
  await rewriteLines(tx, order, lines)
  const after = await lineWords(tx, order)
  await tx.db
    .update(orders)
    .set({
      ...contract,
      status,
      ...(status === 'entered' ? { returnNote: null } : {}),
      // The day's check counts from when the contract was complete.
      ...(status === 'entered' && order.status === 'incomplete' ? { enteredAt: tx.now() } : {}),
      version: order.version + 1,
    })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'changed', {
    ...changes(order, contract),
    ...(before === after ? {} : { lines: [before, after] }),
    ...(order.status === status ? {} : { status: [order.status, status] }),
  })
  return contract.number
}

function changes(order: Order, contract: Contract): Record<string, [unknown, unknown]> {
  const fields = Object.keys(contract) as (keyof Contract)[]
  return Object.fromEntries(
    fields
      .filter((field) => order[field] !== contract[field])
      .map((field) => [field, [order[field], contract[field]]]),
  )
}

/** Lines stay what they are where product and quantity do, so that goods which are there stay there. */
async function rewriteLines(tx: Tx, order: Order, lines: ContractLine[]): Promise<void> {
  const old = await tx.db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
  for (const [i, line] of lines.entries()) {
    const at = old.findIndex(
      ({ productId, quantity }) => productId === line.productId && quantity === line.quantity,
    )
    const [same] = at >= 0 ? old.splice(at, 1) : []
    const values = { ...line, orderId: order.id, position: i + 1 }
    if (same) await tx.db.update(orderLines).set(values).where(eq(orderLines.id, same.id))
    else await tx.db.insert(orderLines).values(values)
  }
  const gone = old.map(({ id }) => id)
  if (gone.length > 0) await tx.db.delete(orderLines).where(inArray(orderLines.id, gone))
}

/** The lines as the history tells them: `WD-220 × 2 @ 1299.00`. */
async function lineWords(tx: Tx, order: Order): Promise<string> {
  const rows = await tx.db
    .select({
      model: products.model,
      quantity: orderLines.quantity,
      unitPrice: orderLines.unitPrice,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
  return rows
    .map(({ model, quantity, unitPrice }) => `${model} × ${quantity} @ ${priceTyped(unitPrice)}`)
    .join('; ')
}
