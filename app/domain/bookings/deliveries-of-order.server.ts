import { and, asc, eq, ne } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** When an order's deliveries are agreed for, the earliest first; whoever may read the order may know. */
export async function deliveriesOfOrder(ctx: Ctx<StaffActor>, orderId: number) {
  authorize(ctx.actor, 'order:read')
  return ctx.db
    .select({ number: tickets.number, start: visits.windowStart, end: visits.windowEnd })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(tickets.orderId, orderId),
        eq(visits.skill, 'delivery'),
        ne(visits.status, 'cancelled'),
      ),
    )
    .orderBy(asc(visits.windowStart), asc(visits.id))
}
