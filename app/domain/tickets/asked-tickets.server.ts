import { and, eq, gte, isNull, lt, lte, sql, type SQL } from 'drizzle-orm'
import { isOpen, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays, dayOf, spanOfDay } from '#app/platform/time.server.ts'
import type { TicketFilters } from './ticket-filters.ts'
import type { TicketQueue } from './ticket-queues.ts'
import { withTag } from './with-tag.server.ts'

export type Asked = TicketFilters & { toAssess?: boolean }

/** The rows of one queue; each is walked along an index of its own. */
export function inQueue(ctx: Ctx<StaffActor>, queue: TicketQueue): SQL | undefined {
  switch (queue) {
    case 'mine':
      return and(isOpen(tickets.status), eq(tickets.ownerId, ctx.actor.id))
    case 'follow_up':
      return lte(tickets.followUpAt, ctx.now())
    case 'unassigned':
      return and(isOpen(tickets.status), isNull(tickets.ownerId))
    case 'overdue':
      return and(isOpen(tickets.status), lt(tickets.nextDueAt, ctx.now()))
    case 'open':
      return isOpen(tickets.status)
    case 'paused':
    case 'resolved':
    case 'closed':
      return eq(tickets.status, queue)
    case 'all':
      return undefined
  }
}

/** What the filters leave of it. */
export async function narrowed(ctx: Ctx, filters: Asked): Promise<(SQL | undefined)[]> {
  const { status, kind, channel, severity, category, store, owner, area, tag, days } = filters
  return [
    filters.toAssess ? toAssess : undefined,
    status && eq(tickets.status, status),
    kind && eq(tickets.kind, kind),
    channel && eq(tickets.channel, channel),
    severity && eq(tickets.severity, severity),
    category === undefined ? undefined : sql`${tickets.category} = ${category}`,
    store === undefined ? undefined : eq(tickets.storeId, store),
    owner === undefined
      ? undefined
      : owner === 'nobody'
        ? isNull(tickets.ownerId)
        : eq(tickets.ownerId, owner),
    area === undefined ? undefined : eq(tickets.areaId, area),
    tag === undefined ? undefined : await withTag(ctx, tag),
    days && gte(tickets.createdAt, spanOfDay(addDays(dayOf(ctx.now()), 1 - days)).start),
  ]
}

/** IN-2: what nobody has assessed yet, a repair that was given a visit as it came in among it. */
const toAssess = sql`${isOpen(tickets.status)} and ${tickets.severity} is null
  and (${tickets.status} = 'new' or (${tickets.kind} = 'repair' and ${tickets.status} in ('triaged', 'scheduled')))`
