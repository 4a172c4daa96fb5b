import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { rowsOfPerson } from './person.server.ts'

const unfinished = [...openTicketStatuses, 'resolved'] as const
/** Of each kind; the rest shows once these are done. */
const most = 20

export type Unfinished = Awaited<ReturnType<typeof unfinishedOf>>

/** What must be done before somebody can be forgotten. */
export async function readUnfinished(ctx: Ctx, customerId: number): Promise<Unfinished> {
  authorize(ctx.actor, 'customer:erase')
  return unfinishedOf(ctx, await rowsOfPerson(ctx, customerId))
}

/**
 * Whoever we still owe something can't be forgotten: an open matter, one that isn't closed yet, goods to deliver, an
 * item that is with us.
 * @throws DomainError conflict, naming the first of them
 */
export async function refuseUnfinished(ctx: Ctx, person: readonly number[]): Promise<void> {
  const { tickets, orders, items } = await unfinishedOf(ctx, person)
  const open = tickets.find(({ status }) => status !== 'resolved')
  if (open) throw refused('eraseOpenTickets', { number: open.number })
  const [resolved] = tickets
  if (resolved) throw refused('eraseUnclosedTickets', { number: resolved.number })
  const [order] = orders
  if (order) throw refused('eraseOpenOrders', { number: order })
  const [item] = items
  if (item) throw refused('eraseItemsOut', { number: item })
}

async function unfinishedOf(ctx: Ctx, person: readonly number[]) {
  const rows = [...person]
  const open = await ctx.db
    .select({ number: tickets.number, status: tickets.status })
    .from(tickets)
    .where(and(inArray(tickets.customerId, rows), inArray(tickets.status, [...unfinished])))
    .orderBy(asc(tickets.id))
    .limit(most)
  const toDeliver = await ctx.db
    .select({ number: orders.number })
    .from(orders)
    .where(
      and(
        inArray(orders.customerId, rows),
        ne(orders.status, 'cancelled'),
        isNull(orders.deliveredOn),
      ),
    )
    .orderBy(asc(orders.id))
    .limit(most)
  const withUs = await ctx.db
    .select({ number: custodyReceipts.number })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .where(
      and(
        inArray(tickets.customerId, rows),
        eq(custodyReceipts.purpose, 'repair'),
        isNull(custodyReceipts.returnedAt),
      ),
    )
    .orderBy(asc(custodyReceipts.number))
    .limit(most)
  return {
    tickets: open,
    orders: toDeliver.map(({ number }) => number),
    /** By the number of their receipt. */
    items: withUs.map(({ number }) => number),
  }
}
