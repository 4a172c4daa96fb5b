import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { orderLines, orders } from '#db/schema/customers.ts'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { OrderFilters } from './order-filters.ts'
import { beyond, inQueue, orderOf, placeOf, standing } from './order-queues.server.ts'
import { searchOrders } from './search-orders.server.ts'
import { visibleOrders } from './visible-orders.server.ts'

export const ordersPerPage = 40

export type ListedOrder = Awaited<ReturnType<typeof listOrders>>['rows'][number]

/** One page of a queue in its own order; `more` is where the next page begins. */
export async function listOrders(
  ctx: Ctx<StaffActor>,
  filters: OrderFilters,
  perPage = ordersPerPage,
) {
  authorize(ctx.actor, 'order:read')
  const queue = filters.q ? 'all' : (filters.queue ?? 'all')
  const found = filters.q ? await searchOrders(ctx, filters.q) : null
  if (found?.length === 0) return { rows: [], more: null }
  const rows = await ctx.db
    .select({
      id: orders.id,
      number: orders.number,
      status: orders.status,
      name: orders.name,
      phone: orders.phone,
      address: orders.address,
      clerk: orders.clerk,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      orderedOn: orders.orderedOn,
      deliveryOn: orders.deliveryOn,
      deliveredOn: orders.deliveredOn,
      enteredAt: orders.enteredAt,
      readyAt: orders.readyAt,
      agreeBy: orders.agreeBy,
      agreedAt: orders.agreedAt,
      returnNote: orders.returnNote,
      lines: count(),
      arrived: count(sql`and ${orderLines.arrivedAt} is not null`),
    })
    .from(orders)
    .innerJoin(stores, eq(stores.id, orders.storeId))
    .where(
      and(
        visibleOrders(ctx.actor),
        inQueue(queue),
        filters.status === undefined ? undefined : standing(filters.status),
        filters.store === undefined ? undefined : eq(orders.storeId, filters.store),
        found ? inArray(orders.id, found) : undefined,
        beyond(queue, filters.after),
      ),
    )
    .orderBy(...orderOf(queue))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return {
    rows: page,
    more: last ? placeOf(queue, last) : null,
  }
}

const count = (which: SQL = sql``) => sql<number>`(
  select count(*)::int from ${orderLines} where ${orderLines.orderId} = ${orders.id} ${which})`
