import { visitDelays } from '#db/schema/work.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { dayOf, instantAt } from '#app/platform/time.server.ts'
import { latestDelay, roughly } from './delays.server.ts'
import { lockVisit, ownVisits, type Visit, visibleVisits } from './find-visit.server.ts'
import { tellLater } from './tell-day.server.ts'
import type { TellLateForm } from './tell-late-form.ts'

/**
 * DS-4: the crew comes later than it was said, why, and when it reckons to be there; the customer is told at once, also
 * after the window's end. The plan stays as it is. The same reason and time again is said once.
 * @param heardAt when we heard of it, perhaps later than it was recorded: a time that is over by then is no news
 * @throws DomainError conflict when the crew is there already or nobody comes; invalid when the time isn't a later one
 * of the same day
 */
export async function tellLate(
  ctx: Ctx,
  id: number,
  { reason, note, expected }: TellLateForm,
  { heardAt = ctx.now() }: { heardAt?: Date } = {},
): Promise<void> {
  const { actor } = ctx
  const changes = may(actor, 'visit:change')
  if (!changes) authorize(actor, 'visit:work')
  const which = changes ? visibleVisits(actor) : ownVisits(actor)
  const by = actor.kind === 'staff' ? actor.id : null
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, which)
    const day = dayOf(visit.plannedStart ?? visit.windowStart)
    const expectedAt = roughly(instantAt(day, expected))
    const said = await latestDelay(tx, visit)
    if (said?.reason === reason && said.expectedAt.getTime() === expectedAt.getTime()) return
    refuseToTell(visit, expectedAt, tx.now())
    const told = expectedAt > heardAt
    await tx.db
      .insert(visitDelays)
      .values({ visitId: id, reason, note, expectedAt, toldAt: tx.now(), by: by! })
    await recordEvent(
      tx,
      ticket,
      'late_told',
      { reason, note, expectedAt: expectedAt.toISOString(), told },
      visit,
    )
    if (told) await tellLater(tx, ticket, visit, { reason, note, expectedAt })
  })
}

function refuseToTell(visit: Visit, expectedAt: Date, now: Date): void {
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (visit.status === 'finished') throw refused('visitFinished')
  if (visit.arrivedAt) throw refused('crewIsThere')
  if (!visit.plannedStart) throw refused('visitNotInState')
  if (dayOf(visit.plannedStart) !== dayOf(now)) throw refused('lateOnItsDay')
  if (expectedAt <= now) throw invalid('expectedInPast')
  if (expectedAt <= visit.plannedStart) throw invalid('expectedNotLater')
}
