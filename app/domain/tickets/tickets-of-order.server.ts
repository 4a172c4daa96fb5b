import { and, desc, eq } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { brief } from './list-tickets.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

const latest = 20

/** What came of an order: its delivery, its installation, what was wrong with it; the newest first. */
export async function ticketsOfOrder(ctx: Ctx<StaffActor>, orderId: number) {
  if (!may(ctx.actor, 'ticket:read')) return []
  return ctx.db
    .select(brief)
    .from(tickets)
    .where(and(eq(tickets.orderId, orderId), visibleTickets(ctx.actor)))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(latest)
}
