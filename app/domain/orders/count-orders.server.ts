import { and, sql } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { lastCheck } from './check-deadline.server.ts'
import type { OrderQueue } from './order-queues.ts'
import { inQueue } from './order-queues.server.ts'
import { visibleOrders } from './visible-orders.server.ts'

/** Counting stops here, so that it costs the same however many there are. */
const countedUpTo = 1000

export interface OrderCounts extends Record<Exclude<OrderQueue, 'all'>, number> {
  /** Entered before the day's last check and not checked. */
  late: number
  /** Ready, not agreed, and the promise is over. */
  overdue: number
}

/** How many contracts wait in each queue. */
export async function countOrders(ctx: Ctx<StaffActor>): Promise<OrderCounts> {
  authorize(ctx.actor, 'order:read')
  const { checkBy } = await currentSettings(ctx)
  const now = ctx.now()
  const late = sql`${orders.enteredAt} < ${lastCheck(now, checkBy).toISOString()}::timestamptz`
  const over = sql`${orders.agreeBy} < ${now.toISOString()}::timestamptz`
  const columns = {
    check: inQueue('check'),
    incomplete: inQueue('incomplete'),
    goods: inQueue('goods'),
    agree: inQueue('agree'),
    late: and(inQueue('check'), late),
    overdue: and(inQueue('agree'), over),
  }
  const counts = Object.entries(columns).map(([name, rows]) => {
    const where = and(visibleOrders(ctx.actor), rows)
    return sql`(select count(*)::int from (select 1 from ${orders} where ${where} limit ${countedUpTo}) as counted) as ${sql.identifier(name)}`
  })
  const [row] = (await ctx.db.execute(
    sql`select ${sql.join(counts, sql`, `)}`,
  )) as unknown as OrderCounts[]
  return row!
}

/** What waits for this colleague behind the rail's entry: the next step that is theirs. */
export async function countOrdersWaiting(ctx: Ctx<StaffActor>): Promise<number | null> {
  const { actor } = ctx
  if (!may(actor, 'order:read')) return null
  const queue = may(actor, 'order:check')
    ? 'check'
    : may(actor, 'order:enter')
      ? 'incomplete'
      : may(actor, 'order:receive')
        ? 'goods'
        : null
  if (queue === null) return null
  const some = ctx.db
    .select({ one: sql`1` })
    .from(orders)
    .where(and(visibleOrders(actor), inQueue(queue)))
    .limit(countedUpTo)
    .as('some')
  return ctx.db.$count(some)
}
