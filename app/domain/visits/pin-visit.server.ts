import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { changeVisit, lockVisit, refuseStale, type Visit } from './find-visit.server.ts'
import type { PinVisitForm } from './pin-visit-form.ts'

/**
 * Keeps a visit where it is: no plan of the day moves it (DS-6). Pinning what is pinned changes nothing.
 * @returns the visit as it is now
 */
export async function pinVisit(ctx: Ctx, id: number, form: PinVisitForm): Promise<Visit> {
  authorize(ctx.actor, 'visit:dispatch')
  return inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id)
    const pinned = form.pinned === 'yes'
    if (visit.pinned === pinned) return visit
    refuseStale(visit, form.version)
    if (visit.status !== 'confirmed') throw refused('visitNotInState')
    await changeVisit(tx, visit, { pinned })
    await recordEvent(tx, ticket, 'visit_pinned', { pinned: [visit.pinned, pinned] }, visit)
    return { ...visit, pinned, version: visit.version + 1 }
  })
}
