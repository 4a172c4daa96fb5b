import type { Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { canMoveVisit } from '#db/vocabulary/visits.ts'
import { callOffHeldVisit } from './call-off.server.ts'
import type { CancelVisitForm } from './cancel-visit-form.ts'
import { lockVisit, refuseStale, type Visit } from './find-visit.server.ts'
import { holdDaysOf, refuseMovedAway } from './hold-days.server.ts'
import { tellCancelled } from './tell-customer.server.ts'

/** Cancels a visit and frees its crew; a ticket left without a visit goes back to the desk. */
export async function cancelVisit(ctx: Ctx, id: number, form: CancelVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  await inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id)
    const { visit, ticket } = await lockVisit(tx, id)
    refuseMovedAway(before, visit)
    refuseStale(visit, form.version)
    await cancelHeldVisit(tx, ticket, visit, form.reason)
  })
}

/**
 * The same for a caller who holds its days, its ticket and itself (`holdDaysOf`, `lockVisit`). A linked visit that was
 * to come after it is cancelled with it.
 * @returns the visits that were cancelled
 * @throws DomainError conflict when it is cancelled already or its work has begun
 */
export async function cancelHeldVisit(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  reason: string,
): Promise<Visit[]> {
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (!canMoveVisit(visit.status, 'cancelled')) throw refused('visitNotInState')
  const { all, told } = await callOffHeldVisit(tx, ticket, visit, { reason })
  await tellCancelled(tx, ticket, told, reason)
  return all
}
