import { asc, eq, inArray } from 'drizzle-orm'
import { orderLines } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { type ContractLine, priceTyped } from './contract.ts'
import type { Order } from './find-order.server.ts'

/** Lines stay what they are where product and quantity do, so that goods which are there stay there. */
export async function rewriteLines(tx: Tx, order: Order, lines: ContractLine[]): Promise<void> {
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
export async function lineWords(tx: Tx, order: Order): Promise<string> {
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
