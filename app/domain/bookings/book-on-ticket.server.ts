import { and, eq, ne } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { lockOrder, markAgreed } from '#app/domain/orders/index.server.ts'
import { makePromise } from '#app/domain/promises/index.server.ts'
import { findTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import {
  bookVisit,
  nowScheduled,
  refreshAround,
  scheduleReminder,
  tellBooked,
  type Visit,
  visitableTicketStatuses,
} from '#app/domain/visits/index.server.ts'
import {
  findWindow,
  hasRoom,
  lockDays,
  type Window,
  windowGone,
} from '#app/domain/windows/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { DomainError, refused } from '#app/platform/errors.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import type { BookOnTicketForm } from './book-on-ticket-form.ts'

/**
 * The desk books a visit into a window of the ticket's area: it is on a crew at once and the customer is told (BK-1).
 * An urgent matter may take what is held back for such (IN-4, IN-5); a manager lets one in beyond what a window can
 * take, with a reason. The same form twice is one visit.
 * @returns the visit's key
 * @throws DomainError conflict `windowGone`; `windowTooShort` when it has room, and no crew for so long;
 *   `overbookReasonMissing` for who may let one in
 */
export async function bookOnTicket(
  ctx: Ctx,
  number: string,
  form: BookOnTicketForm,
): Promise<number> {
  authorize(ctx.actor, 'visit:propose')
  const { actor } = ctx
  if (form.overbookReason) authorize(actor, 'booking:overbook')
  return inTransaction(ctx, async (tx) => {
    const window = await findWindow(tx, form.window)
    if (!window) throw windowGone()
    await lockDays(tx, [window.day])
    const { orderId } = await findTicket(tx, number)
    const order = orderId === null ? null : await lockOrder(tx, orderId)
    const ticket = await findTicket(tx, number, { lock: true })
    const same = await sameBooking(tx, ticket, form)
    if (same !== null) return same
    if (!visitableTicketStatuses.includes(ticket.status)) throw refused('visitTicketNotReady')
    if (window.areaId !== ticket.areaId || window.startsAt <= tx.now()) throw windowGone()
    const visit = await bookOrOverbook(tx, { actor, ticket, window, form })
    if (order?.readyAt && window.service === 'delivery') await markAgreed(tx, order.id)
    await tellBooked(tx, ticket, visit, { service: window.service })
    return visit.id
  })
}

interface Booking {
  actor: StaffActor
  ticket: Ticket
  window: Window
  form: BookOnTicketForm
}

async function bookOrOverbook(tx: Tx, booking: Booking): Promise<Visit> {
  const { actor, ticket, window, form } = booking
  const urgent = isUrgent(ticket)
  const tooLong = form.duration > window.placeMinutes && (await hasRoom(tx, window.id, { urgent }))
  try {
    return await bookVisit(tx, ticket, {
      windowId: window.id,
      work: form.work,
      minutes: form.duration,
      urgent,
      bookedBy: actor.id,
    })
  } catch (error) {
    const full = error instanceof DomainError && error.code === 'windowGone'
    if (!full || window.closedAt) throw error
    if (form.overbookReason) return overbook(tx, booking)
    if (tooLong) throw refused('windowTooShort')
    if (may(actor, 'booking:overbook')) throw refused('overbookReasonMissing')
    throw error
  }
}

/** A visit beyond what its window can take: promised, counted, and without a crew until one is found. */
async function overbook(tx: Tx, { actor, ticket, window, form }: Booking): Promise<Visit> {
  const [visit] = await tx.db
    .insert(visits)
    .values({
      ticketId: ticket.id,
      skill: window.skill,
      work: form.work,
      windowId: window.id,
      windowStart: window.startsAt,
      windowEnd: window.endsAt,
      durationMinutes: form.duration,
      urgent: isUrgent(ticket),
      proposedBy: actor.id,
      overbookedBy: actor.id,
      overbookReason: form.overbookReason,
      createdAt: tx.now(),
    })
    .returning()
  await makePromise(tx, { visit: visit!, origin: 'booked' })
  await recordEvent(
    tx,
    ticket,
    'visit_booked',
    {
      start: window.startsAt.toISOString(),
      end: window.endsAt.toISOString(),
      service: window.service,
      overbooked: true,
      reason: form.overbookReason,
    },
    visit,
  )
  await nowScheduled(tx, ticket.id)
  await scheduleReminder(tx, visit!)
  await refreshAround(tx, visit!)
  return visit!
}

/** IN-4: 1 is unusable or unsafe. */
export const isUrgent = ({ severity }: { severity: number | null }) => severity === 1

async function sameBooking(tx: Tx, ticket: Ticket, form: BookOnTicketForm): Promise<number | null> {
  const [same] = await tx.db
    .select({ id: visits.id })
    .from(visits)
    .where(
      and(
        eq(visits.ticketId, ticket.id),
        eq(visits.windowId, form.window),
        eq(visits.work, form.work),
        eq(visits.durationMinutes, form.duration),
        ne(visits.status, 'cancelled'),
      ),
    )
    .limit(1)
  return same?.id ?? null
}
