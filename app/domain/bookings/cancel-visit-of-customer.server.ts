import {
  cancelHeldVisit,
  holdDaysOf,
  lockVisit,
  refuseMovedAway,
} from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
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
    const { visit, ticket } = await lockVisit(tx, id, which)
    if (visit.status === 'cancelled') return
    refuseUnchangeable(visit, tx.now(), await currentSettings(tx))
    refuseMovedAway(before, visit)
    const reason = translate(ticket.locale)('track:visits.cancelledOnline')
    await cancelHeldVisit(tx, ticket, visit, reason)
  })
}
