import { canMoveVisit } from '#db/vocabulary/visits.ts'
import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { ConfirmVisitForm } from './confirm-visit-form.ts'
import { planWithCrew, reachOf } from './crew-plan.server.ts'
import { lockVisit, refuseStale, type Visit } from './find-visit.server.ts'
import { holdDaysOf, refreshAround, refuseMovedAway } from './hold-days.server.ts'
import { placeHeldVisit } from './place-visit.server.ts'
import { visitableTicketStatuses } from './propose-visit.server.ts'
import { refusingOverlap } from './refuse-overlap.server.ts'

/**
 * Puts a visit on a crew (DS-1), or on another one. Of two who want the same crew at the same time one wins and the
 * other sees why (BK-2, Q-3).
 * @param graceSeconds the customer is told so much later, so that it can be undone before
 * @returns the visit as it is now
 */
export async function confirmVisit(
  ctx: Ctx,
  id: number,
  form: ConfirmVisitForm,
  { graceSeconds = 0 }: { graceSeconds?: number } = {},
): Promise<Visit> {
  authorize(ctx.actor, 'visit:dispatch')
  let wanted: { crewId: number; visitId: number; span: Span } | undefined
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const before = await holdDaysOf(tx, id)
      const crew = (await lockCrews(tx, [form.crewId], reachOf(before))).get(form.crewId)
      const held = await lockVisit(tx, id)
      const { visit, ticket } = held
      refuseMovedAway(before, visit)
      refuseStale(visit, form.version)
      if (!canMoveVisit(visit.status, 'confirmed')) throw refused('visitNotInState')
      if (!visitableTicketStatuses.includes(ticket.status)) throw refused('visitTicketNotReady')
      const at = { ...visit, areaId: ticket.areaId }
      const span = await planWithCrew(tx, crew, at, form.start)
      wanted = { crewId: form.crewId, visitId: id, span }
      const now = await placeHeldVisit(tx, held, { crew: crew!, span, graceSeconds })
      await refreshAround(tx, visit, now)
      return now
    })
  return refusingOverlap(ctx, () => wanted, work)
}
