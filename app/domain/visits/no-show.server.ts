import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { forbidden, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { callsAhead, unansweredCalls } from './call-ahead.server.ts'
import { callOffHeldVisit } from './call-off.server.ts'
import { lockVisit, ownVisits, type Visit, visibleVisits } from './find-visit.server.ts'
import { holdDaysOf, refuseMovedAway } from './hold-days.server.ts'
import type { NoShowForm } from './no-show-form.ts'
import { tellCancelled, wasTold } from './tell-customer.server.ts'
import { tellNobodyCame, tellNotAtHome } from './tell-day.server.ts'

/**
 * DS-4: a visit came to nothing because one side wasn't there. The crew is free, the ticket goes back to the desk, the
 * customer is written to, and no follow-up comes due. The same again is said once.
 *
 * Of the customer it is said by the crew that stands at the door, once it has tried to call, or by the console. The
 * promised window counts as let go of by them, unless the crew itself came after it. Of the crew only the console says
 * it, once the window is over: the promise is broken.
 * @throws DomainError forbidden when a crew says it of itself
 */
export async function noShow(ctx: Ctx, id: number, { side, note }: NoShowForm): Promise<void> {
  const { actor } = ctx
  const changes = may(actor, 'visit:change')
  if (!changes) authorize(actor, 'visit:work')
  if (!changes && side === 'crew') throw forbidden()
  const which = changes ? visibleVisits(actor) : ownVisits(actor)
  await inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id, which ? { which } : {})
    const { visit, ticket } = await lockVisit(tx, id, which)
    refuseMovedAway(before, visit)
    if (visit.status === 'cancelled' && visit.noShow === side) return
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (side === 'crew') await refuseCrewCame(tx, visit)
    else await refuseUntried(tx, visit, { called: changes })
    const { told } = await callOffHeldVisit(tx, ticket, visit, {
      reason: note,
      noShow: side,
      linkedReason: linkedReason(ticket, visit),
    })
    if (side === 'crew') await tellNobodyCame(tx, ticket, visit, { reason: note })
    else await tellNotAtHome(tx, ticket, visit, { calls: await unansweredCalls(tx, visit) })
    const others = told.filter((one) => one !== visit)
    await tellCancelled(tx, ticket, others, linkedReason(ticket, visit))
  })
}

/** What couldn't be delivered can't be installed. */
const linkedReason = ({ locale }: Ticket, { skill }: Visit) => {
  const t = translate(locale)
  return t('visits:noShow.linked', { service: t(`book:service.${skill}`) })
}

async function refuseUntried(tx: Tx, visit: Visit, { called }: { called: boolean }): Promise<void> {
  if (!visit.arrivedAt) throw refused('noShowBeforeArrival')
  if (visit.status !== 'arrived') throw refused('noShowAfterStart')
  if (tx.now() < visit.windowStart) throw refused('noShowBeforeWindow')
  if (!called && (await callsAhead(tx, visit)) === 0) throw refused('noShowUncalled')
}

async function refuseCrewCame(tx: Tx, visit: Visit): Promise<void> {
  if (visit.arrivedAt) throw refused('crewIsThere')
  if (tx.now() < visit.windowEnd) throw refused('windowNotOver')
  if (!(await wasTold(tx, visit))) throw refused('visitNotInState')
}
