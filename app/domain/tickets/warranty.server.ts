import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { orderMeant } from '#app/domain/orders/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { dayOf } from '#app/platform/time.server.ts'

export interface OrderFacts {
  number: string
  /** Civil date. */
  orderedOn: string
  warranty: Warranty | null
}

export interface Warranty {
  /** The last day, civil date. */
  until: string
  covered: boolean
}

const lookups = { name: 'order-lookup', attempts: 60, seconds: 3600 }

/**
 * What an order says about a product, for somebody who knows its number and its customer's phone; `null` for
 * everybody else, and for an address that asks too often.
 */
export async function orderKnownBy(
  ctx: Ctx,
  asked: { orderNumber: string; phone: string; product: string },
  address: string,
): Promise<OrderFacts | null> {
  const phone = toE164(asked.phone)
  if (!phone || asked.orderNumber.trim() === '') return null
  if ((await countAttempt(ctx, lookups, address)) > 0) return null
  const order = await orderMeant(ctx, asked.orderNumber, phone)
  if (!order || order.status === 'cancelled') return null
  return {
    number: order.number,
    orderedOn: order.orderedOn,
    warranty: await warrantyOf(ctx, order.id, asked.product),
  }
}

/** The warranty of the order's line with this product, or of its only line. */
export async function warrantyOf(
  ctx: Ctx,
  orderId: number,
  product: string,
): Promise<Warranty | null> {
  const lines = await ctx.db
    .select({
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      model: products.model,
      months: products.warrantyMonths,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, orderId))
  const [order] = lines
  return order ? coverOf({ ...order, lines }, product, dayOf(ctx.now())) : null
}

/** The same from an order that is at hand, on a civil day. */
export function coverOf(
  order: { orderedOn: string; deliveredOn: string | null; lines: readonly SoldLine[] },
  product: string,
  on: string,
): Warranty | null {
  const said = product.toLowerCase()
  const { lines } = order
  const line =
    lines.find(({ nameZh, nameEn, model }) =>
      [nameZh, nameEn, model].some((name) => said.includes(name.toLowerCase())),
    ) ?? (lines.length === 1 ? lines[0] : undefined)
  if (!line) return null
  const until = Temporal.PlainDate.from(order.deliveredOn ?? order.orderedOn)
    .add({ months: line.months })
    .toString()
  return { until, covered: until >= on }
}

interface SoldLine {
  nameZh: string
  nameEn: string
  model: string
  /** Full months of warranty. */
  months: number
}
