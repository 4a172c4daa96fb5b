import { sql } from 'drizzle-orm'
import { visitChecks } from '#db/schema/visits.ts'
import type { VisitOutcome } from '#db/vocabulary/work.ts'
import { consequenceOfVisit } from '#app/domain/consequences/index.server.ts'
import { itemsAway, pauseForItems, refuseUncollected } from '#app/domain/custody/index.server.ts'
import { openFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { markDelivered } from '#app/domain/orders/index.server.ts'
import { visitOver } from '#app/domain/returns/index.server.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  changeVisit,
  deliveriesOf,
  holdDaysOf,
  lockVisit,
  ownVisits,
  refreshAround,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { askForRating } from './ask-for-rating.server.ts'
import { hasUndecidedExtra } from './decide-extra.server.ts'
import type { FinishVisitForm } from './finish-visit-form.ts'
import { refuseUninspected } from './inspect-work.server.ts'
import { escalate, resolve } from './matter-after.server.ts'
import { endPause } from './pause-work.server.ts'
import { checksOfVisit } from './record-checks.server.ts'
import { refuseStep } from './record-step.server.ts'

/**
 * Ends the work of a visit: what was done and how it ended is kept, the matter goes on accordingly (RX-4), a follow-up comes
 * due (FU-1) and the customer is asked to rate what was done. A must-item that is neither checked nor left out with a
 * reason blocks it (VS-1), and so does what the home was not asked about. Finishing twice is finishing once; what a second
 * member wrote otherwise is refused rather than dropped.
 * @throws DomainError invalid `checksMissing`; conflict `extraUndecided` (VS-7), `originalNotCollected` (VS-5),
 * `inspectionsMissing` (VS-8), `nothingTakenAway` (VS-4)
 */
export async function finishVisit(ctx: Ctx, id: number, form: FinishVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await holdDaysOf(tx, id, { which: ownVisits(tx.actor) })
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'finished') {
      if (visit.workDone === form.workDone) return
      throw refused('visitFinishedBefore')
    }
    refuseStep(visit, 'finished')
    if (await hasUndecidedExtra(tx, id)) throw refused('extraUndecided')
    await refuseUncollected(tx, visit, ticket)
    const outcome = await outcomeOf(tx, visit, form)
    if (outcome === 'done') await refuseUninspected(tx, visit)
    await leaveOut(tx, visit, form, by)
    await endPause(tx, ticket, visit)
    const { workDone, needed } = form
    await changeVisit(tx, visit, {
      status: 'finished',
      finishedAt: tx.now(),
      workDone,
      outcome,
      plannedEnd: endOfPlan(visit, tx.now()),
    })
    await refreshAround(tx, visit)
    const { notCollectedBecause: notCollected } = visit
    const said = { workDone, outcome, ...(notCollected === null ? {} : { notCollected }) }
    await recordEvent(tx, ticket, 'work_finished', said, visit)
    const decided = (await consequenceOfVisit(tx, id)) !== null
    if (decided) await visitOver(tx, visit, outcome)
    if (outcome === 'escalated') {
      await escalate(tx, ticket, visit, { found: workDone, needed })
    } else if (!(await pauseForItems(tx, ticket, visit))) {
      await resolve(tx, ticket, visit, workDone)
    }
    if (outcome === 'done' && !decided) await deliver(tx, ticket, visit)
    await openFollowUp(tx, visit, ticket)
    if (outcome === 'done') await askForRating(tx, ticket, visit, workDone)
  })
}

/** What left the home on this visit is away, whatever was ticked. */
async function outcomeOf(
  tx: Tx,
  visit: Visit,
  { outcome }: FinishVisitForm,
): Promise<VisitOutcome> {
  if (outcome === 'escalated') return outcome
  const away = (await itemsAway(tx, visit.ticketId)).some(({ visitId }) => visitId === visit.id)
  if (outcome === 'taken_away' && !away) throw refused('nothingTakenAway')
  return away ? 'taken_away' : 'done'
}

/** The last delivery that was to come delivers the order. */
async function deliver(tx: Tx, { orderId }: Ticket, visit: Visit) {
  if (orderId === null || visit.skill !== 'delivery') return
  const others = (await deliveriesOf(tx, orderId)).filter(({ id }) => id !== visit.id)
  if (others.every(({ status }) => status === 'finished')) await markDelivered(tx, orderId)
}

async function leaveOut(tx: Tx, visit: Visit, { reasons }: FinishVisitForm, by: string) {
  const open = (await checksOfVisit(tx, visit)).filter((item) => item.must && !item.done)
  const answered = open.map((item) => ({ item, reason: reasons.get(item.id) ?? '' }))
  if (answered.some(({ reason }) => reason === '')) throw invalid('checksMissing')
  if (answered.length === 0) return
  await tx.db
    .insert(visitChecks)
    .values(
      answered.map(({ item, reason }) => ({
        visitId: visit.id,
        itemId: item.id,
        done: false,
        reason,
        at: tx.now(),
        by,
      })),
    )
    .onConflictDoUpdate({
      target: [visitChecks.visitId, visitChecks.itemId],
      set: { reason: sql`excluded.reason`, at: sql`excluded.at`, by: sql`excluded.by` },
    })
}

/** Finished early, the crew is free from now on. */
function endOfPlan({ plannedStart, plannedEnd }: Visit, now: Date): Date {
  const earliest = addMinutes(plannedStart!, 1)
  if (now >= plannedEnd!) return plannedEnd!
  return now > earliest ? now : earliest
}
