import { sql } from 'drizzle-orm'
import { visitChecks } from '#db/schema/visits.ts'
import { canMoveTicket } from '#db/vocabulary/tickets.ts'
import { openFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { markDelivered } from '#app/domain/orders/index.server.ts'
import {
  makePrivateLink,
  moveTicket,
  recordEvent,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import {
  changeVisit,
  deliveriesOf,
  hasLiveVisit,
  holdDaysOf,
  lockVisit,
  ownVisits,
  refreshAround,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours, addMinutes } from '#app/platform/time.server.ts'
import type { FinishVisitForm } from './finish-visit-form.ts'
import { checksOfVisit } from './record-checks.server.ts'
import { refuseStep } from './record-step.server.ts'

/**
 * Ends the work of a visit: what was done is kept, its last visit resolves the ticket, a follow-up comes due (FU-1) and
 * the customer is asked to rate. A must-item that is neither checked nor left out with a reason blocks it (VS-1).
 * Finishing twice is finishing once.
 */
export async function finishVisit(ctx: Ctx, id: number, form: FinishVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    await holdDaysOf(tx, id, { which: ownVisits(tx.actor) })
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'finished') return
    refuseStep(visit, 'finished')
    await leaveOut(tx, visit, form, by)
    await changeVisit(tx, visit, {
      status: 'finished',
      finishedAt: tx.now(),
      workDone: form.workDone,
      plannedEnd: endOfPlan(visit, tx.now()),
    })
    await refreshAround(tx, visit)
    await recordEvent(tx, ticket, 'work_finished', { workDone: form.workDone }, visit)
    await resolve(tx, ticket, visit, form.workDone)
    await deliver(tx, ticket, visit)
    await openFollowUp(tx, visit, ticket)
    await askForRating(tx, ticket, visit, form.workDone)
  })
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

/** The last visit that was planned resolves the ticket; with another to come it waits for that one. */
async function resolve(tx: Tx, ticket: Ticket, visit: Visit, workDone: string) {
  if (await hasLiveVisit(tx, ticket.id, visit.id)) {
    if (canMoveTicket(ticket.status, 'scheduled')) await moveTicket(tx, ticket, 'scheduled')
    return
  }
  if (!canMoveTicket(ticket.status, 'resolved')) return
  await moveTicket(tx, ticket, 'resolved', { solution: workDone, resolvedAt: tx.now() })
  const change = { status: [ticket.status, 'resolved'], solution: workDone }
  await recordEvent(tx, ticket, 'resolved', change, visit)
}

async function askForRating(tx: Tx, ticket: Ticket, visit: Visit, workDone: string) {
  const { ratingDays } = await currentSettings(tx)
  const until = addHours(tx.now(), ratingDays * 24)
  const link = { ticketId: ticket.id, visitId: visit.id, expiresAt: until }
  const rateLinkId = await makePrivateLink(tx, { ...link, purpose: 'rate' })
  await writeToCustomer(tx, {
    to: ticket,
    template: 'visit-finished',
    ticketId: ticket.id,
    visitId: visit.id,
    facts: {
      name: ticket.name,
      number: ticket.number,
      product: ticket.product,
      workDone,
      linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
      rateLinkId,
      rateUntil: until.toISOString(),
    },
  })
}
