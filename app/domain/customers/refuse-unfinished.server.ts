import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'

const unfinished = [...openTicketStatuses, 'resolved'] as const

/**
 * Whoever we still owe something can't be forgotten: an open matter, one that isn't closed yet, goods to deliver, an
 * item that is with us.
 * @throws DomainError conflict, naming the first of them
 */
export async function refuseUnfinished(ctx: Ctx, person: readonly number[]): Promise<void> {
  const rows = [...person]
  const [ticket] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(inArray(tickets.customerId, rows), inArray(tickets.status, [...unfinished])))
    .limit(1)
  if (ticket) throw refused('eraseOpenTickets', ticket)
  const [order] = await ctx.db
    .select({ number: orders.number })
    .from(orders)
    .where(
      and(
        inArray(orders.customerId, rows),
        ne(orders.status, 'cancelled'),
        isNull(orders.deliveredOn),
      ),
    )
    .limit(1)
  if (order) throw refused('eraseOpenOrders', order)
  const [item] = await ctx.db
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
    .limit(1)
  if (item) throw refused('eraseItemsOut', item)
}
