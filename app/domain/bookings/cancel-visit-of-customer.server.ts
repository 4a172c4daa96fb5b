import { and, eq, ne } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import { findTicketById, moveTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import {
  cancelHeldVisit,
  holdDaysOf,
  lockVisit,
  refuseMovedAway,
} from '#app/domain/visits/index.server.ts'
import { caseOpenOf } from '#app/domain/consequences/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { isOwnBooking } from './booking-of-customer.server.ts'
import { knownVisits, refuseUnchangeable } from './visit-of-customer.server.ts'

/**
 * BK-3: the customer cancels a visit, and the visit linked to come after it with it. The ticket goes back to the desk
 * when nothing else is to come, and an order's delivery is to be agreed again (BK-5); one that was nothing but their own
 * booking is given up with it, since they book anew themselves (IN-7). Twice is once.
 * @throws DomainError conflict `pastCutOff`, or why it can't be cancelled any more
 */
export async function cancelVisitOfCustomer(ctx: Ctx<CustomerActor>, id: number): Promise<void> {
  const which = knownVisits(ctx.actor)
  await inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id, { which })
    const { visit, ticket } = await lockVisit(tx, id, which)
    if (visit.status === 'cancelled') return
    refuseUnchangeable(visit, tx.now(), await currentSettings(tx))
    refuseMovedAway(before, visit)
    const reason = translate(ticket.locale)('track:visits.cancelledOnline')
    const cancelled = await cancelHeldVisit(tx, ticket, visit, reason)
    const tickets = new Set(cancelled.map(({ ticketId }) => ticketId))
    for (const ticketId of tickets) await giveUp(tx, ticketId, reason)
  })
}

async function giveUp(tx: Tx, ticketId: number, reason: string): Promise<void> {
  const ticket = await findTicketById({ ...tx, actor: { kind: 'job' } }, ticketId)
  if (!isOwnBooking(ticket) || !canMoveTicket(ticket.status, 'cancelled')) return
  const [left] = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.ticketId, ticketId), ne(visits.status, 'cancelled')))
    .limit(1)
  if (left || (await caseOpenOf(tx, ticket.id))) return
  await moveTicket(tx, ticket, 'cancelled', { closedAt: tx.now() })
  await recordEvent(tx, ticket, 'cancelled', { status: [ticket.status, 'cancelled'], reason })
}
