import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { canMoveVisit } from '#db/vocabulary/visits.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { unmarkAgreed } from '#app/domain/orders/index.server.ts'
import { releasePromise } from '#app/domain/promises/index.server.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CancelVisitForm } from './cancel-visit-form.ts'
import {
  changeVisit,
  lockVisit,
  refuseStale,
  ticketOfLinked,
  type Visit,
} from './find-visit.server.ts'
import { holdDaysOf, laterVisits, refreshAround, refuseMovedAway } from './hold-days.server.ts'
import { withdrawReminder } from './remind-visit.server.ts'
import { tellCancelled, wasTold } from './tell-customer.server.ts'

/** Cancels a visit and frees its crew; a ticket left without a visit goes back to the desk. */
export async function cancelVisit(ctx: Ctx, id: number, form: CancelVisitForm): Promise<void> {
  authorize(ctx.actor, 'visit:change')
  await inTransaction(ctx, async (tx) => {
    const before = await holdDaysOf(tx, id)
    const { visit, ticket } = await lockVisit(tx, id)
    refuseMovedAway(before, visit)
    refuseStale(visit, form.version)
    await cancelHeldVisit(tx, ticket, visit, form.reason)
  })
}

/**
 * The same for a caller who holds its days, its ticket and itself (`holdDaysOf`, `lockVisit`). A linked visit that was
 * to come after it is cancelled with it.
 * @returns the visits that were cancelled
 * @throws DomainError conflict when it is cancelled already or its work has begun
 */
export async function cancelHeldVisit(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  reason: string,
): Promise<Visit[]> {
  if (visit.status === 'cancelled') throw refused('visitCancelled')
  if (!canMoveVisit(visit.status, 'cancelled')) throw refused('visitNotInState')
  const linked = (await laterVisits(tx, visit.id)).filter(({ status }) =>
    canMoveVisit(status, 'cancelled'),
  )
  const all = [visit, ...linked]
  const told: Visit[] = []
  const held = new Map<number, Ticket>()
  for (const one of all) {
    const its = held.get(one.ticketId) ?? (await ticketOfLinked(tx, ticket, one))
    held.set(its.id, its)
    if (await cancel(tx, its, one, reason)) told.push(one)
  }
  await tellCancelled(tx, ticket, told, reason)
  await refreshAround(tx, ...all)
  await agreeAgain(tx, ticket, all)
  for (const its of held.values()) {
    const waits = its.status === 'scheduled' || its.status === 'in_progress'
    if (waits && !(await hasLiveVisit(tx, its.id))) await moveTicket(tx, its, 'triaged')
  }
  return all
}

/** Whether a ticket has a visit that is still to come or under way. */
export async function hasLiveVisit(ctx: Ctx, ticketId: number, exceptId = 0): Promise<boolean> {
  const [live] = await ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.ticketId, ticketId),
        ne(visits.id, exceptId),
        inArray(visits.status, ['proposed', 'confirmed', 'on_the_way', 'arrived', 'working']),
      ),
    )
    .limit(1)
  return live !== undefined
}

/** @returns whether the customer was told of it, so that it is to be taken back */
async function cancel(tx: Tx, ticket: Ticket, visit: Visit, reason: string): Promise<boolean> {
  const told = await wasTold(tx, visit)
  await changeVisit(tx, visit, {
    status: 'cancelled',
    cancelledAt: tx.now(),
    cancelReason: reason,
    stranded: false,
  })
  await withdrawReminder(tx, visit.id)
  await releasePromise(tx, visit.id)
  await withdrawMessages(tx, 'visit-parts-short', visit.id)
  await recordEvent(
    tx,
    ticket,
    'visit_cancelled',
    {
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      reason,
      told,
    },
    visit,
  )
  return told
}

/** BK-5: an order without a delivery, made or to come, has one to agree again. */
async function agreeAgain(tx: Tx, ticket: Ticket, cancelled: readonly Visit[]) {
  if (ticket.orderId === null || !cancelled.some(({ skill }) => skill === 'delivery')) return
  const left = await deliveriesOf(tx, ticket.orderId)
  if (left.length === 0) await unmarkAgreed(tx, ticket.orderId)
}

/** The deliveries of an order, made or to come, the earliest first. */
export const deliveriesOf = (ctx: Ctx, orderId: number) =>
  ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      number: tickets.number,
      start: visits.windowStart,
      end: visits.windowEnd,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(tickets.orderId, orderId),
        eq(visits.skill, 'delivery'),
        ne(visits.status, 'cancelled'),
      ),
    )
    .orderBy(asc(visits.windowStart), asc(visits.id))
