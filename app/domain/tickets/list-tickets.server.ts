import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import { isOpen, ticketMessages, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { searchTickets } from './search-tickets.server.ts'
import type { TicketFilters } from './ticket-filters.ts'
import type { TicketQueue } from './ticket-queues.ts'
import { visibleTickets } from './visible-tickets.server.ts'

export const ticketsPerPage = 40

export type ListedTicket = Awaited<ReturnType<typeof listTickets>>['rows'][number]

/** One page of a queue, newest first unless told otherwise; `more` is where the next page begins. */
export async function listTickets(
  ctx: Ctx<StaffActor>,
  filters: TicketFilters & { toAssess?: boolean },
  perPage = ticketsPerPage,
) {
  authorize(ctx.actor, 'ticket:read')
  const found = filters.q ? await searchTickets(ctx, filters.q) : undefined
  if (found?.length === 0) return { rows: [], more: null }
  const rows = await ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      title: title(tickets.description),
      status: tickets.status,
      kind: tickets.kind,
      severity: tickets.severity,
      name: tickets.name,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      createdAt: tickets.createdAt,
      pausedUntil: tickets.pausedUntil,
      /** The customer had the last word. */
      fresh: sql<boolean>`coalesce((
        select ${ticketMessages.direction} = 'from_customer' from ${ticketMessages}
        where ${ticketMessages.ticketId} = ${tickets.id} order by ${ticketMessages.id} desc limit 1
      ), false)`,
    })
    .from(tickets)
    .leftJoin(stores, eq(stores.id, tickets.storeId))
    .where(
      and(
        visibleTickets(ctx.actor),
        found && inArray(tickets.id, found),
        inQueue(ctx.actor, filters.queue ?? 'all'),
        filters.toAssess ? toAssess : undefined,
        filters.status === undefined ? undefined : eq(tickets.status, filters.status),
        filters.kind === undefined ? undefined : eq(tickets.kind, filters.kind),
        filters.channel === undefined ? undefined : eq(tickets.channel, filters.channel),
        filters.severity === undefined ? undefined : eq(tickets.severity, filters.severity),
        filters.store === undefined ? undefined : eq(tickets.storeId, filters.store),
        beyond(filters),
      ),
    )
    .orderBy(...order(filters))
    .limit(perPage + 1)
  const page = rows.slice(0, perPage)
  const last = rows.length > page.length ? page.at(-1) : undefined
  return { rows: page, more: last ? `${last.createdAt.getTime()}-${last.id}` : null }
}

/** IN-2: what nobody has assessed yet, a repair that was given a visit as it came in among it. */
const toAssess = sql`${isOpen(tickets.status)} and ${tickets.severity} is null
  and (${tickets.status} = 'new' or (${tickets.kind} = 'repair' and ${tickets.status} in ('triaged', 'scheduled')))`

/** A ticket is called by the first line of what is wrong. */
export const title = (description: typeof tickets.description) =>
  sql<string>`left(split_part(${description}, chr(10), 1), 120)`

/** A ticket in a few words. */
export const brief = {
  number: tickets.number,
  title: title(tickets.description),
  status: tickets.status,
  createdAt: tickets.createdAt,
}

/** The rows of one queue; each is walked along an index of its own. */
export function inQueue(actor: StaffActor, queue: TicketQueue): SQL | undefined {
  switch (queue) {
    case 'mine':
      return and(isOpen(tickets.status), eq(tickets.ownerId, actor.id))
    case 'unassigned':
      return and(isOpen(tickets.status), sql`${tickets.ownerId} is null`)
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

/** The same order as the indexes', nulls included, or the planner sorts. */
const order = ({ sort }: TicketFilters): SQL[] =>
  sort === 'oldest'
    ? [sql`${tickets.createdAt} asc nulls first`, sql`${tickets.id} asc nulls first`]
    : [sql`${tickets.createdAt} desc nulls last`, sql`${tickets.id} desc nulls last`]

function beyond({ before, sort }: TicketFilters): SQL | undefined {
  if (!before) return undefined
  const at = new Date(before.at).toISOString()
  return sort === 'oldest'
    ? sql`(${tickets.createdAt}, ${tickets.id}) > (${at}::timestamptz, ${before.id}::bigint)`
    : sql`(${tickets.createdAt}, ${tickets.id}) < (${at}::timestamptz, ${before.id}::bigint)`
}
