import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import { makePromise } from '#app/domain/promises/index.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { windowAt } from '#app/domain/windows/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { DomainError, forbidden, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { planWithCrew, reachOf } from './crew-plan.server.ts'
import { changeVisit, lockVisit, refuseStale } from './find-visit.server.ts'
import { holdDaysOf, refreshAround, refuseMovedAway } from './hold-days.server.ts'
import type { MoveVisitForm } from './move-visit-form.ts'
import { scheduleReminder, withdrawReminder } from './remind-visit.server.ts'
import { refusingOverlap } from './refuse-overlap.server.ts'
import { tellMoved, wasTold } from './tell-customer.server.ts'
import { withdrawWhen } from './tell-day.server.ts'
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
      const to = windowOf(form, tx.now())
      const before = await holdDaysOf(tx, id, { to })
      const reach = reachOf({ ...before, windowStart: to.start, windowEnd: to.end })
      const crews = await lockCrews(tx, [before.crewId, form.crewId ?? null], reach)
      const { visit, ticket } = await lockVisit(tx, id)
      refuseMovedAway(before, visit)
      refuseStale(visit, form.version)
      if (visit.status !== 'proposed' && visit.status !== 'confirmed') {
        throw refused(visit.status === 'cancelled' ? 'visitCancelled' : 'visitUnderWay')
      }
      const from = { start: visit.windowStart, end: visit.windowEnd }
      const kept = visit.status === 'confirmed' ? visit.crewId : null
      const asked = form.crewId === undefined ? kept : form.crewId
      const moved = {
        ...visit,
        windowStart: to.start,
        windowEnd: to.end,
        areaId: ticket.areaId,
      }
      const plan = () => planWithCrew(tx, crews.get(asked!), moved, form.start)
      const span = asked === null ? null : await (dispatches ? plan() : unlessRefused(plan))
      const crewId = span ? asked : null
      const crew = crewId === null ? undefined : crews.get(crewId)
      if (crewId !== null && span) wanted = { crewId, visitId: id, span }
      const told = await wasTold(tx, visit)
      const windowId = await windowAt(tx, { areaId: ticket.areaId, service: visit.skill, ...to })
      const now = {
        status: span ? ('confirmed' as const) : ('proposed' as const),
        windowStart: to.start,
        windowEnd: to.end,
        windowId,
        crewId,
        plannedStart: span?.start ?? null,
        plannedEnd: span?.end ?? null,
        stranded: false,
        overbookedBy: null,
        overbookReason: null,
        calledAheadAt: null,
        calledAheadBy: null,
      }
      await changeVisit(tx, visit, now)
      await withdrawReminder(tx, id)
      await withdrawWhen(tx, id)
      if (told) await scheduleReminder(tx, { ...visit, ...now })
      await refreshAround(tx, visit, { ...visit, ...now })
      if (told) await makePromise(tx, { visit: { ...visit, ...now }, origin: 'moved' })
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
      await tellMoved(tx, ticket, visit, { from, to, crew: names, reason: form.reason })
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
