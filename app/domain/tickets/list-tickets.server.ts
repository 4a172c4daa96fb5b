import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { stores } from '#db/schema/stores.ts'
import { ticketMessages, tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type Asked, inQueue, narrowed } from './asked-tickets.server.ts'
import { searchTickets } from './search-tickets.server.ts'
import { beyond, orderOf, placeIn, stretchesOf } from './ticket-order.server.ts'
import { sortIn } from './ticket-queues.ts'
import { visibleTickets } from './visible-tickets.server.ts'

export const ticketsPerPage = 40

export type ListedTicket = Awaited<ReturnType<typeof listTickets>>['rows'][number]

/**
 * One page of a queue, in its own order unless told otherwise; `more` is where the next page begins and `back` where
 * the one before it ends.
 */
export async function listTickets(
  ctx: Ctx<StaffActor>,
  filters: Asked,
  perPage = ticketsPerPage,
): Promise<{ rows: Row[]; more: string | null; back: string | null }> {
  authorize(ctx.actor, 'ticket:read')
  const wanted = and(inQueue(ctx, filters.queue ?? 'all'), ...(await narrowed(ctx, filters)))
  const found = filters.q ? await searchTickets(ctx, filters.q, wanted) : undefined
  if (found?.length === 0) return { rows: [], more: null, back: null }
  const which = and(visibleTickets(ctx.actor), found && inArray(tickets.id, found), wanted)
  const goingBack = filters.after !== undefined
  const rows = await walk(ctx, filters, which, perPage + 1)
  const page = rows.slice(0, perPage)
  if (goingBack) {
    // Less than a page lies before: that is the first page, and a whole one.
    if (rows.length <= perPage) return listTickets(ctx, { ...filters, after: undefined }, perPage)
    page.reverse()
  }
  return {
    rows: page,
    more: goingBack || rows.length > perPage ? (page.at(-1)?.place ?? null) : null,
    back: goingBack || filters.before ? (page[0]?.place ?? null) : null,
  }
}

/** The stretches of the queue one after the other, from where the page begins, until it is full. */
async function walk(
  ctx: Ctx<StaffActor>,
  filters: Asked,
  which: SQL | undefined,
  limit: number,
): Promise<Row[]> {
  const queue = filters.queue ?? 'all'
  const stretches = stretchesOf(queue, sortIn(queue, filters.sort))
  const back = filters.after !== undefined
  const edge = filters.after ?? filters.before
  const inOrder = back ? stretches.toReversed() : stretches
  const first = edge ? inOrder.findIndex(({ name }) => name === edge.stretch) : 0
  const rows: Row[] = []
  for (const [at, stretch] of inOrder.entries()) {
    if (at < first || rows.length >= limit) continue
    const from = edge && at === first ? beyond(stretch, edge, back) : undefined
    rows.push(
      ...(await rowsOf(ctx, placeIn(stretch))
        .where(and(which, stretch.where, from))
        .orderBy(...orderOf(stretch, back))
        .limit(limit - rows.length)),
    )
  }
  return rows
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (ctx: Ctx, place: SQL<string>) =>
  ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      version: tickets.version,
      title: title(tickets.description),
      status: tickets.status,
      kind: tickets.kind,
      severity: tickets.severity,
      name: tickets.name,
      tags: tickets.tags,
      ownerId: tickets.ownerId,
      owner: staff.name,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      createdAt: tickets.createdAt,
      pausedUntil: tickets.pausedUntil,
      followUpAt: tickets.followUpAt,
      place,
      /** The customer had the last word. */
      fresh: sql<boolean>`coalesce((
        select ${ticketMessages.direction} = 'from_customer' from ${ticketMessages}
        where ${ticketMessages.ticketId} = ${tickets.id} order by ${ticketMessages.id} desc limit 1
      ), false)`,
    })
    .from(tickets)
    .leftJoin(stores, eq(stores.id, tickets.storeId))
    .leftJoin(staff, eq(staff.id, tickets.ownerId))
    .$dynamic()

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
