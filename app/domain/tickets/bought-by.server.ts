import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type Action, storeScope } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'

const latest = 30

/** What somebody bought, with its warranty, the latest first; a store knows what it sold. */
export async function boughtBy(ctx: Ctx<StaffActor>, person: readonly number[], action: Action) {
  const scope = storeScope(ctx.actor, action)
  const rows = await ctx.db
    .select({
      lineId: orderLines.id,
      productId: products.id,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      model: products.model,
      months: products.warrantyMonths,
      quantity: orderLines.quantity,
      orderNumber: orders.number,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
      address: orders.address,
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(
      and(
        inArray(orders.customerId, [...person]),
        ne(orders.status, 'cancelled'),
        scope === null ? undefined : inArray(orders.storeId, scope),
      ),
    )
    .orderBy(desc(orders.orderedOn), desc(orderLines.id))
    .limit(latest)
  const today = dayOf(ctx.now())
  return rows.map(({ months, orderedOn, ...row }) => {
    const until = Temporal.PlainDate.from(row.deliveredOn ?? orderedOn)
      .add({ months })
      .toString()
    return { ...row, orderedOn, warranty: { until, covered: until >= today } }
  })
}
