import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { DomainError, forbidden, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { planWithCrew } from './crew-plan.server.ts'
import { changeVisit, findVisit, lockVisit, refuseStale } from './find-visit.server.ts'
import type { MoveVisitForm } from './move-visit-form.ts'
import { refusingOverlap } from './refuse-overlap.server.ts'
import { tellMoved, wasTold } from './tell-customer.server.ts'
import { windowOf } from './window.server.ts'

/**
 * Moves a visit to another window. A confirmed one keeps its crew unless the form names another or none; when the
 * crew isn't free in the new window nothing moves, and the dispatcher sees why. Whoever may not choose crews moves it
 * all the same: then it waits for a crew again (BK-3).
 */
export async function moveVisit(
  ctx: Ctx,
  id: number,
  form: MoveVisitForm,
): Promise<{ crewLost: boolean }> {
  authorize(ctx.actor, 'visit:change')
  const dispatches = may(ctx.actor, 'visit:dispatch')
  if (!dispatches && (form.crewId !== undefined || form.start)) throw forbidden()
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
      const asked = form.crewId === undefined ? kept : form.crewId
      const moved = { ...visit, windowStart: to.start, windowEnd: to.end }
      const plan = () => planWithCrew(tx, crews.get(asked!), moved, form.start)
      const span = asked === null ? null : await (dispatches ? plan() : unlessRefused(plan))
      const crewId = span ? asked : null
      const crew = crewId === null ? undefined : crews.get(crewId)
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
      const crewLost = asked !== null && crewId === null
      if (!told) return { crewLost }
      const names = crew ?? {
        nameZh: translate('zh-CN')('visits:crewLater'),
        nameEn: translate('en')('visits:crewLater'),
      }
      await tellMoved(tx, ticket, { from, to, crew: names, reason: form.reason })
      return { crewLost }
    })
  return refusingOverlap(ctx, () => wanted, work)
}

/** The crew's span, or nothing when the crew can't come then. */
async function unlessRefused(plan: () => Promise<Span>): Promise<Span | null> {
  try {
    return await plan()
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'conflict') return null
    throw error
  }
}
