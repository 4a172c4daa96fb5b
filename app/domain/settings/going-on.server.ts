import { and, eq, inArray, isNull } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { isOpen, tickets } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** What a store has still to see to, open or closed: contracts not yet delivered, and open tickets. */
export async function goingOn(ctx: Ctx, storeId: number) {
  authorize(ctx.actor, 'settings:manage')
  const [openOrders, openTickets] = await Promise.all([
    ctx.db.$count(
      orders,
      and(
        eq(orders.storeId, storeId),
        inArray(orders.status, ['incomplete', 'entered', 'checked']),
        isNull(orders.deliveredOn),
      ),
    ),
    ctx.db.$count(tickets, and(eq(tickets.storeId, storeId), isOpen(tickets.status))),
  ])
  return { openOrders, openTickets }
}
