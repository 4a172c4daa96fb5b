import { and, inArray, sql } from 'drizzle-orm'
import { ticketTallies } from '#db/schema/desk.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses, type TicketStatus } from '#db/vocabulary/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, storeScope } from '#app/platform/permissions.ts'
import { inQueue } from './asked-tickets.server.ts'
import { countedByRow, countedUpTo, type TicketQueue } from './ticket-queues.ts'
import { visibleTickets } from './visible-tickets.server.ts'

export type QueueCounts = Record<TicketQueue, number>

/** How many tickets stand in each queue. */
export async function countQueues(ctx: Ctx<StaffActor>): Promise<QueueCounts> {
  authorize(ctx.actor, 'ticket:read')
  const [few, inStatus] = await Promise.all([countWalked(ctx), countByStatus(ctx)])
  const sum = (statuses: Iterable<TicketStatus>) =>
    [...statuses].reduce((total, status) => total + (inStatus.get(status) ?? 0), 0)
  return {
    ...few,
    paused: sum(['paused']),
    open: sum(openTicketStatuses),
    resolved: sum(['resolved']),
    closed: sum(['closed']),
    all: sum(inStatus.keys()),
  }
}

async function countWalked(ctx: Ctx<StaffActor>) {
  const columns = countedByRow.map((queue) => {
    const rows = and(visibleTickets(ctx.actor), inQueue(ctx, queue))
    return sql`(select count(*)::int from (select 1 from ${tickets} where ${rows} limit ${countedUpTo}) as counted) as ${sql.identifier(queue)}`
  })
  const [row] = (await ctx.db.execute(
    sql`select ${sql.join(columns, sql`, `)}`,
  )) as unknown as Pick<QueueCounts, (typeof countedByRow)[number]>[]
  return row!
}

async function countByStatus(ctx: Ctx<StaffActor>): Promise<Map<TicketStatus, number>> {
  const scope = storeScope(ctx.actor, 'ticket:read')
  const rows = await ctx.db
    .select({
      status: ticketTallies.status,
      count: sql<number>`sum(${ticketTallies.delta})`.mapWith(Number),
    })
    .from(ticketTallies)
    .where(scope === null ? undefined : inArray(ticketTallies.storeId, scope))
    .groupBy(ticketTallies.status)
  return new Map(rows.map(({ status, count }) => [status, count]))
}
