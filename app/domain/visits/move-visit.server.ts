import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { planWithCrew } from './crew-plan.server.ts'
import { changeVisit, findVisit, lockVisit, refuseStale } from './find-visit.server.ts'
import type { MoveVisitForm } from './move-visit-form.ts'
import { refusingOverlap } from './refuse-overlap.server.ts'
import { tellMoved, wasTold } from './tell-customer.server.ts'
import { windowOf } from './window.server.ts'

/**
 * Moves a visit to another window. A confirmed one keeps its crew unless the form names another or none; when the
 * crew isn't free in the new window nothing moves, and the dispatcher sees why.
 */
export async function moveVisit(ctx: Ctx, id: number, form: MoveVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:dispatch')
  let wanted: { crewId: number; visitId: number; span: Span } | undefined
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const { crewId: before } = await findVisit(tx, id)
      const crews = await lockCrews(tx, [before, form.crewId ?? null])
      const { visit, ticket } = await lockVisit(tx, id)
      refuseStale(visit, form.version)
      if (visit.status !== 'proposed' && visit.status !== 'confirmed') {
        throw refused(visit.status === 'cancelled' ? 'visitCancelled' : 'visitUnderWay')
      }
      const to = windowOf(form, tx.now())
      const from = { start: visit.windowStart, end: visit.windowEnd }
      const kept = visit.status === 'confirmed' ? visit.crewId : null
      const crewId = form.crewId === undefined ? kept : form.crewId
      const crew = crewId === null ? undefined : crews.get(crewId)
      const moved = { ...visit, windowStart: to.start, windowEnd: to.end }
      const span = crewId === null ? null : await planWithCrew(tx, crew, moved, form.start)
      if (crewId !== null && span) wanted = { crewId, visitId: id, span }
      const told = await wasTold(tx, visit)
      await changeVisit(tx, visit, {
        status: span ? 'confirmed' : 'proposed',
        windowStart: to.start,
        windowEnd: to.end,
        crewId,
        plannedStart: span?.start ?? null,
        plannedEnd: span?.end ?? null,
      })
      await recordEvent(
        tx,
        ticket,
        told ? 'visit_moved' : 'visit_proposed',
        {
          start: [from.start.toISOString(), to.start.toISOString()],
          end: [from.end.toISOString(), to.end.toISOString()],
          crewId: [visit.crewId, crewId],
          reason: form.reason,
        },
        visit,
      )
      if (!told) return
      const names = crew ?? {
        nameZh: translate('zh-CN')('visits:crewLater'),
        nameEn: translate('en')('visits:crewLater'),
      }
      await tellMoved(tx, ticket, { from, to, crew: names, reason: form.reason })
    })
  await refusingOverlap(ctx, () => wanted, work)
}
