import { and, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { toE164 } from '#app/platform/phone.server.ts'
import { contractNumber } from './contract.ts'
import type { OrderFilters } from './order-filters.ts'
import type { OrderQueue } from './order-queues.ts'
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
        filters.status === undefined ? undefined : eq(orders.status, filters.status),
        filters.store === undefined ? undefined : eq(orders.storeId, filters.store),
        filters.q ? await asked(ctx, filters.q) : undefined,
        beyond(queue, filters),
      ),
    )
    .orderBy(...order(queue))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return {
    rows: page,
    more: last ? `${last.agreeBy && queue === 'agree' ? +last.agreeBy : 0}-${last.id}` : null,
  }
}

const count = (which: SQL = sql``) => sql<number>`(
  select count(*)::int from ${orderLines} where ${orderLines.orderId} = ${orders.id} ${which})`

/** The rows of one queue. Values are written out, so that the planner knows the partial indexes fit. */
export function inQueue(queue: OrderQueue): SQL | undefined {
  switch (queue) {
    case 'check':
      return sql`${orders.status} = 'entered'`
    case 'incomplete':
      return sql`${orders.status} = 'incomplete'`
    case 'goods':
      return sql`${orders.status} = 'checked' and ${orders.readyAt} is null and ${orders.deliveredOn} is null`
    case 'agree':
      return sql`${orders.status} = 'checked' and ${orders.readyAt} is not null and ${orders.agreedAt} is null`
    case 'all':
      return undefined
  }
}

/** To be checked: the longest waiting first. To be agreed: the promise that ends first. Else the newest first. */
function order(queue: OrderQueue): SQL[] {
  if (queue === 'check') return [sql`${orders.id} asc nulls first`]
  if (queue === 'agree') return [sql`${orders.agreeBy} asc`, sql`${orders.id} asc`]
  return [sql`${orders.id} desc nulls last`]
}

function beyond(queue: OrderQueue, { after }: OrderFilters): SQL | undefined {
  if (!after) return undefined
  if (queue === 'check') return sql`${orders.id} > ${after.id}::bigint`
  if (queue === 'agree') {
    const at = new Date(after.at).toISOString()
    return sql`(${orders.agreeBy}, ${orders.id}) > (${at}::timestamptz, ${after.id}::bigint)`
  }
  return sql`${orders.id} < ${after.id}::bigint`
}

/** A contract's number, or its customer's phone. */
async function asked(ctx: Ctx, q: string): Promise<SQL> {
  const phone = toE164(q)
  const ofPhone = phone
    ? await ctx.db.select({ id: customers.id }).from(customers).where(eq(customers.phone, phone))
    : []
  return or(
    eq(orders.number, contractNumber(q)),
    ofPhone.length > 0
      ? inArray(
          orders.customerId,
          ofPhone.map(({ id }) => id),
        )
      : undefined,
  )!
}
