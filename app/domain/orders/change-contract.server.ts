import { eq } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { Contract } from './contract.ts'
import type { ChangeContractForm } from './contract-form.server.ts'
import { lineWords, rewriteLines } from './contract-lines.server.ts'
import { findOrder, type Order, refuseStale } from './find-order.server.ts'
import { linesOf } from './list-products.server.ts'
import { missingIn } from './missing-in.server.ts'
import { numberTaken } from './number-taken.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Rewrites a contract that isn't checked yet; once nothing is missing it waits for the desk's check.
 * @returns its number, which may be another one now
 * @throws DomainError conflict `orderChanged`, `orderNotInState`, `orderUnchanged` (what the desk wrote is still
 * open); invalid `orderNumberTaken`, `productUnknown`
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
    throw await numberTaken(ctx, form.contract.number)
  }
}

async function change(tx: Tx, number: string, form: ChangeContractForm): Promise<string> {
  const order = await findOrder(tx, number, { lock: true })
  refuseStale(order, form.version)
  if (order.status !== 'incomplete' && order.status !== 'entered') throw refused('orderNotInState')
  const { contract } = form
  const lines = await linesOf(tx, order.storeId, form.lines)
  const status = missingIn(contract, lines, dayOf(tx.now())).length > 0 ? 'incomplete' : 'entered'
  const before = await lineWords(tx, order)
  await rewriteLines(tx, order, lines)
  const after = await lineWords(tx, order)
  const changed = changes(order, contract)
  if (before === after && Object.keys(changed).length === 0) {
    if (order.returnNote !== null) throw refused('orderUnchanged')
    if (order.status === status) return order.number
  }
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
    ...changed,
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
