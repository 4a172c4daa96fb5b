import { canMoveVisit } from '#db/vocabulary/visits.ts'
import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import { moveTicket, recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { ConfirmVisitForm } from './confirm-visit-form.ts'
import { planWithCrew, reachOf } from './crew-plan.server.ts'
import { changeVisit, lockVisit, refuseStale } from './find-visit.server.ts'
import { holdDaysOf, refreshAround, refuseMovedAway } from './hold-days.server.ts'
import { visitableTicketStatuses } from './propose-visit.server.ts'
import { refusingOverlap } from './refuse-overlap.server.ts'
import { scheduleReminder } from './remind-visit.server.ts'
import { tellConfirmed } from './tell-customer.server.ts'

/**
 * Puts a visit on a crew (DS-1), or on another one. Of two who want the same crew at the same time one wins and the
 * other sees why (BK-2, Q-3).
 */
export async function confirmVisit(ctx: Ctx, id: number, form: ConfirmVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:dispatch')
  const { id: confirmedBy } = ctx.actor
  let wanted: { crewId: number; visitId: number; span: Span } | undefined
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const before = await holdDaysOf(tx, id)
      const crew = (await lockCrews(tx, [form.crewId], reachOf(before))).get(form.crewId)
      const { visit, ticket } = await lockVisit(tx, id)
      refuseMovedAway(before, visit)
      refuseStale(visit, form.version)
      if (!canMoveVisit(visit.status, 'confirmed')) throw refused('visitNotInState')
      if (!visitableTicketStatuses.includes(ticket.status)) throw refused('visitTicketNotReady')
      const at = { ...visit, areaId: ticket.areaId }
      const span = await planWithCrew(tx, crew, at, form.start)
      wanted = { crewId: form.crewId, visitId: id, span }
      const planned = {
        status: 'confirmed' as const,
        crewId: form.crewId,
        plannedStart: span.start,
        plannedEnd: span.end,
        stranded: false,
        confirmedBy,
      }
      await changeVisit(tx, visit, planned)
      if (ticket.status === 'triaged') await moveTicket(tx, ticket, 'scheduled')
      await recordEvent(
        tx,
        ticket,
        'visit_confirmed',
        {
          start: visit.windowStart.toISOString(),
          end: visit.windowEnd.toISOString(),
          crewId: [visit.crewId, form.crewId],
          crewZh: crew!.nameZh,
          crewEn: crew!.nameEn,
          plannedStart: [visit.plannedStart?.toISOString() ?? null, span.start.toISOString()],
        },
        visit,
      )
      const news = visit.status === 'proposed' || visit.crewId !== form.crewId
      if (news) await tellConfirmed(tx, ticket, visit, crew!)
      if (visit.status === 'proposed') await scheduleReminder(tx, { ...visit, ...planned })
      await refreshAround(tx, visit, { ...visit, ...planned })
    })
  await refusingOverlap(ctx, () => wanted, work)
}
