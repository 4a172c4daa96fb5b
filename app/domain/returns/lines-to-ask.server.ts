import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { rowsOfPerson } from '#app/domain/customers/index.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { storeScope } from '#app/platform/permissions.ts'

const most = 40

/** What a ticket's customer bought and may want to return: its own order first, then the latest. */
export async function linesToAsk(
  ctx: Ctx<StaffActor>,
  { orderId, customerId }: Pick<Ticket, 'orderId' | 'customerId'>,
) {
  const person = await rowsOfPerson(ctx, customerId)
  const scope = storeScope(ctx.actor, 'return:ask')
  return ctx.db
    .select({
      id: orderLines.id,
      quantity: orderLines.quantity,
      productId: products.id,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      model: products.model,
      pieces: products.pieces,
      orderId: orders.id,
      orderNumber: orders.number,
      deliveredOn: orders.deliveredOn,
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(
      and(
        or(
          inArray(orders.customerId, person),
          orderId === null ? undefined : eq(orders.id, orderId),
        ),
        ne(orders.status, 'cancelled'),
        scope === null ? undefined : inArray(orders.storeId, scope),
      ),
    )
    .orderBy(
      desc(sql`${orders.id} = ${orderId ?? 0}`),
      desc(orders.orderedOn),
      orderLines.position,
      orderLines.id,
    )
    .limit(most)
}
