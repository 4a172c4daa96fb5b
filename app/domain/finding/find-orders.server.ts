import { and, desc, inArray } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { OrderStatus } from '#db/vocabulary/orders.ts'
import { searchOrders, visibleOrders } from '#app/domain/orders/index.server.ts'
import { type Mark, marksIn } from '#app/domain/search/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'

export interface FoundOrder {
  number: string
  numberMarks: Mark[]
  status: OrderStatus
  delivered: boolean
  name: string
  nameMarks: Mark[]
  orderedOn: string
}

/** The newest orders somebody may mean; one more than `limit` where there are more. */
export async function findOrders(
  ctx: Ctx<StaffActor>,
  q: string,
  words: readonly string[],
  limit: number,
): Promise<FoundOrder[]> {
  if (!may(ctx.actor, 'order:read')) return []
  const ids = await searchOrders(ctx, q)
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({
      number: orders.number,
      status: orders.status,
      deliveredOn: orders.deliveredOn,
      name: orders.name,
      orderedOn: orders.orderedOn,
    })
    .from(orders)
    .where(and(visibleOrders(ctx.actor), inArray(orders.id, ids)))
    .orderBy(desc(orders.id))
    .limit(limit + 1)
  return rows.map(({ deliveredOn, ...row }) => ({
    ...row,
    delivered: deliveredOn !== null,
    numberMarks: marksIn(row.number, words),
    nameMarks: marksIn(row.name, words),
  }))
}
