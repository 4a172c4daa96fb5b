import { and, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { inQueue } from './list-tickets.server.ts'
import type { TicketQueue } from './ticket-queues.ts'
import { visibleTickets } from './visible-tickets.server.ts'

/** Counting stops here, so that it costs the same however many there are. */
export const countedUpTo = 1000

const counted = [
  'mine',
  'unassigned',
  'open',
  'paused',
  'resolved',
] as const satisfies readonly TicketQueue[]
export type QueueCounts = Record<(typeof counted)[number], number>

/** How many tickets wait in each queue. */
export async function countQueues(ctx: Ctx<StaffActor>): Promise<QueueCounts> {
  authorize(ctx.actor, 'ticket:read')
  const columns = counted.map((queue) => {
    const rows = and(visibleTickets(ctx.actor), inQueue(ctx.actor, queue))
    return sql`(select count(*)::int from (select 1 from ${tickets} where ${rows} limit ${countedUpTo}) as counted) as ${sql.identifier(queue)}`
  })
  const [row] = (await ctx.db.execute(
    sql`select ${sql.join(columns, sql`, `)}`,
  )) as unknown as QueueCounts[]
  return row!
}
