import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Whether a ticket has a visit that is still to come or under way. */
export async function hasLiveVisit(ctx: Ctx, ticketId: number, exceptId = 0): Promise<boolean> {
  const [live] = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.ticketId, ticketId),
        ne(visits.id, exceptId),
        inArray(visits.status, ['proposed', 'confirmed', 'on_the_way', 'arrived', 'working']),
      ),
    )
    .limit(1)
  return live !== undefined
}

/** The deliveries of an order, made or to come, the earliest first. */
export const deliveriesOf = (ctx: Ctx, orderId: number) =>
  ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      number: tickets.number,
      start: visits.windowStart,
      end: visits.windowEnd,
    })
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
