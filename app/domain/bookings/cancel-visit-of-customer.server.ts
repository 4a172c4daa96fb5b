import { and, eq, ne } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { lockOrder, unmarkAgreed } from '#app/domain/orders/index.server.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  cancelHeldVisit,
  holdDaysOf,
  lockVisit,
  refuseMovedAway,
} from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { knownVisits, refuseUnchangeable } from './visit-of-customer.server.ts'

/**
 * BK-3: the customer cancels a visit, and the visit linked to come after it with it. The ticket goes back to the desk
 * when nothing else is to come, and an order's delivery is to be agreed again (BK-5). Twice is once.
 * @throws DomainError conflict `pastCutOff`, or why it can't be cancelled any more
 */
export async function cancelVisitOfCustomer(ctx: Ctx<CustomerActor>, id: number): Promise<void> {
  const which = knownVisits(ctx.actor)
  await inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id, { which })
    const { orderId } = await findTicketById(tx, ctx.actor.ticketId)
    if (orderId !== null) await lockOrder(tx, orderId)
    const { visit, ticket } = await lockVisit(tx, id, which)
    if (visit.status === 'cancelled') return
    refuseUnchangeable(visit, tx.now(), await currentSettings(tx))
    refuseMovedAway(before, visit)
    const reason = translate(ticket.locale)('track:visits.cancelledOnline')
    const cancelled = await cancelHeldVisit(tx, ticket, visit, reason)
    const delivery = cancelled.some(({ skill }) => skill === 'delivery')
    if (orderId !== null && delivery && !(await hasDelivery(tx, ticket))) {
      await unmarkAgreed(tx, orderId)
    }
  })
}

/** Whether another delivery of the ticket's order is still to come, or was made. */
async function hasDelivery(tx: Tx, { customerId, orderId }: Ticket): Promise<boolean> {
  const [one] = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(tickets.customerId, customerId),
        eq(tickets.orderId, orderId!),
        eq(visits.skill, 'delivery'),
        ne(visits.status, 'cancelled'),
      ),
    )
    .limit(1)
  return one !== undefined
}
