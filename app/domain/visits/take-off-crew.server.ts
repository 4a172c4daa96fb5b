import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { lockVisit, refuseStale, type Visit } from './find-visit.server.ts'
import { holdDaysOf, refreshAround, refuseMovedAway } from './hold-days.server.ts'
import { takeHeldVisitOff } from './place-visit.server.ts'

/**
 * Takes a visit off its crew before the crew sets out. What was promised to the customer stands; a crew is to be found.
 * @returns the visit as it is now
 */
export async function takeOffCrew(
  ctx: Ctx,
  id: number,
  { version }: { version: number },
): Promise<Visit> {
  authorize(ctx.actor, 'visit:dispatch')
  return inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id)
    const held = await lockVisit(tx, id)
    refuseMovedAway(before, held.visit)
    refuseStale(held.visit, version)
    if (held.visit.status !== 'confirmed') throw refused('visitNotInState')
    const now = await takeHeldVisitOff(tx, held)
    await refreshAround(tx, held.visit, now)
    return now
  })
}
