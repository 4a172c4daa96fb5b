import { canMoveVisit } from '#db/vocabulary/visits.ts'
import type { NoShowSide } from '#db/vocabulary/work.ts'
import { reopenConsequenceOf } from '#app/domain/consequences/index.server.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { unmarkAgreed } from '#app/domain/orders/index.server.ts'
import { forgoPromise, releasePromise } from '#app/domain/promises/index.server.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { changeVisit, ticketOfLinked, type Visit } from './find-visit.server.ts'
import { laterVisits, refreshAround } from './hold-days.server.ts'
import { deliveriesOf, hasLiveVisit } from './live-visits.server.ts'
import { withdrawReminder } from './remind-visit.server.ts'
import { wasTold } from './tell-customer.server.ts'
import { withdrawWhen } from './tell-day.server.ts'

interface Why {
  reason: string
  /** Who wasn't there (DS-4); a visit that is cancelled beforehand has none. */
  noShow?: NoShowSide
  /** What the linked visits are cancelled for; the same reason unless told. */
  linkedReason?: string
}

/**
 * Ends a visit that comes to nothing, and those linked to come after it; a ticket left without a visit goes back to the
 * desk. The caller holds its days, its ticket and itself, has made sure that it may end, and tells the customer.
 * @returns the visits that ended, and those of them that the customer knows of
 */
export async function callOffHeldVisit(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { reason, noShow, linkedReason = reason }: Why,
): Promise<{ all: Visit[]; told: Visit[] }> {
  const linked = (await laterVisits(tx, visit.id)).filter(({ status }) =>
    canMoveVisit(status, 'cancelled'),
  )
  const all = [visit, ...linked]
  const told: Visit[] = []
  const held = new Map<number, Ticket>()
  for (const one of all) {
    const its = held.get(one.ticketId) ?? (await ticketOfLinked(tx, ticket, one))
    held.set(its.id, its)
    const why = one === visit ? { reason, noShow } : { reason: linkedReason }
    if (await end(tx, its, one, why)) told.push(one)
  }
  await refreshAround(tx, ...all)
  await agreeAgain(tx, ticket, all)
  for (const its of held.values()) {
    const waits = its.status === 'scheduled' || its.status === 'in_progress'
    if (waits && !(await hasLiveVisit(tx, its.id))) await moveTicket(tx, its, 'triaged')
  }
  return { all, told }
}

/** @returns whether the customer was told of it, so that it is to be taken back */
async function end(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { reason, noShow }: { reason: string; noShow?: NoShowSide | undefined },
): Promise<boolean> {
  const told = await wasTold(tx, visit)
  await changeVisit(tx, visit, {
    status: 'cancelled',
    cancelledAt: tx.now(),
    cancelReason: reason,
    stranded: false,
    ...(noShow ? { noShow } : {}),
  })
  await reopenConsequenceOf(tx, visit.id)
  await withdrawReminder(tx, visit.id)
  await withdrawMessages(tx, 'visit-parts-short', visit.id)
  await withdrawWhen(tx, visit.id)
  if (noShow === 'customer') await forgoPromise(tx, visit.id)
  else await releasePromise(tx, visit.id)
  if (noShow) {
    await recordEvent(tx, ticket, `${noShow}_no_show`, { note: reason }, visit)
    return told
  }
  const start = visit.windowStart.toISOString()
  const event = { start, end: visit.windowEnd.toISOString(), reason, told }
  await recordEvent(tx, ticket, 'visit_cancelled', event, visit)
  return told
}

/** BK-5: an order without a delivery, made or to come, has one to agree again. */
async function agreeAgain(tx: Tx, ticket: Ticket, cancelled: readonly Visit[]) {
  if (ticket.orderId === null || !cancelled.some(({ skill }) => skill === 'delivery')) return
  const left = await deliveriesOf(tx, ticket.orderId)
  if (left.length === 0) await unmarkAgreed(tx, ticket.orderId)
}
