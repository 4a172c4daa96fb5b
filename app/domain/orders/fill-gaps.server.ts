import { and, asc, eq, inArray } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { lineWords } from './contract-lines.server.ts'
import type { Order } from './find-order.server.ts'
import { filledBy, gapsIn, wordsFor } from './gaps.ts'
import type { JudgedContract } from './judge-rows.server.ts'
import { missingIn } from './missing-in.server.ts'
import { recordEvent } from './record-event.server.ts'

/**
 * Adds what a file says to contracts of the store that lack it; what is written in them stays.
 * @returns how many were added to
 */
export async function fillGaps(
  tx: Tx,
  { id: importId, storeId }: { id: string; storeId: number },
  contracts: readonly JudgedContract[],
): Promise<number> {
  if (contracts.length === 0) return 0
  const of = new Map(contracts.map((judged) => [judged.contract.number, judged]))
  const open = await tx.db
    .select()
    .from(orders)
    .where(
      and(
        inArray(orders.number, [...of.keys()]),
        eq(orders.storeId, storeId),
        eq(orders.status, 'incomplete'),
      ),
    )
    .orderBy(asc(orders.id))
    .for('update')
  let filled = 0
  for (const order of open) {
    if (await fill(tx, importId, order, of.get(order.number)!)) filled++
  }
  return filled
}

async function fill(
  tx: Tx,
  importId: string,
  order: Order,
  judged: JudgedContract,
): Promise<boolean> {
  const today = dayOf(tx.now())
  const lines = await tx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id))
  const gaps = filledBy(gapsIn(order, missingIn(order, lines, today)), judged)
  if (gaps.length === 0) return false
  const words = wordsFor(gaps, judged.contract)
  const before = await lineWords(tx, order)
  if (gaps.includes('product')) {
    await tx.db
      .insert(orderLines)
      .values(judged.lines.map((line, i) => ({ ...line, orderId: order.id, position: i + 1 })))
  }
  const after = await lineWords(tx, order)
  const lacking = missingIn(
    { ...order, ...words },
    gaps.includes('product') ? judged.lines : lines,
    today,
  )
  // What the desk asked for in words is for its store to answer.
  const whole = lacking.length === 0 && order.returnNote === null
  await tx.db
    .update(orders)
    .set({
      ...words,
      ...(whole ? { status: 'entered' as const, enteredAt: tx.now() } : {}),
      version: order.version + 1,
    })
    .where(eq(orders.id, order.id))
  await recordEvent(tx, order, 'changed', {
    ...Object.fromEntries(
      Object.entries(words).map(([field, to]) => [field, [order[field as keyof Order], to]]),
    ),
    ...(before === after ? {} : { lines: [before, after] }),
    ...(whole ? { status: [order.status, 'entered'] } : {}),
    imported: true,
    import: importId,
  })
  return true
}
