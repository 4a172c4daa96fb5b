import { sql, type SQL } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { OrderQueue, OrderStanding } from './order-queues.ts'

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
      return sql`${orders.status} = 'checked' and ${orders.readyAt} is not null and ${orders.agreedAt} is null and ${orders.deliveredOn} is null`
    case 'all':
      return undefined
  }
}

/** The rows that stand where this word says (`standingOf`). */
export function standing(where: OrderStanding): SQL {
  switch (where) {
    case 'checked':
      return inQueue('goods')!
    case 'ready':
      return inQueue('agree')!
    case 'agreed':
      return sql`${orders.status} = 'checked' and ${orders.agreedAt} is not null and ${orders.deliveredOn} is null`
    case 'delivered':
      return sql`${orders.status} = 'checked' and ${orders.deliveredOn} is not null`
    default:
      return sql`${orders.status} = ${where}`
  }
}

/** Whoever gave no date comes last. */
const due = sql`coalesce(${orders.deliveryOn}, date '9999-12-31')`

/**
 * To be checked: the longest waiting first. To be agreed: the promise that ends first. Waiting for goods or for their
 * store: what is to be delivered first. Else the newest first.
 */
export function orderOf(queue: OrderQueue): SQL[] {
  switch (queue) {
    case 'check':
      return [sql`${orders.id} asc nulls first`]
    case 'agree':
      return [sql`${orders.agreeBy} asc`, sql`${orders.id} asc`]
    case 'goods':
    case 'incomplete':
      return [sql`${due} asc`, sql`${orders.id} asc`]
    case 'all':
      return [sql`${orders.id} desc nulls last`]
  }
}

/** Where a page ends: `after` of the next one. */
export function placeOf(
  queue: OrderQueue,
  row: { id: number; agreeBy: Date | null; deliveryOn: string | null },
): string {
  const at =
    queue === 'agree' && row.agreeBy
      ? row.agreeBy
      : queue === 'goods' || queue === 'incomplete'
        ? new Date(row.deliveryOn ?? '9999-12-31')
        : new Date(0)
  return `${at.getTime()}-${row.id}`
}

export function beyond(queue: OrderQueue, after?: { at: number; id: number }): SQL | undefined {
  if (!after || !(after.at <= 8.64e15)) return undefined
  const { id } = after
  const at = new Date(after.at).toISOString()
  switch (queue) {
    case 'check':
      return sql`${orders.id} > ${id}::bigint`
    case 'agree':
      return sql`(${orders.agreeBy}, ${orders.id}) > (${at}::timestamptz, ${id}::bigint)`
    case 'goods':
    case 'incomplete':
      return sql`(${due}, ${orders.id}) > (${at.slice(0, 10)}::date, ${id}::bigint)`
    case 'all':
      return sql`${orders.id} < ${id}::bigint`
  }
}
