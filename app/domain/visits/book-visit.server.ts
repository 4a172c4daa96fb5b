import { visits } from '#db/schema/visits.ts'
import { makePromise } from '#app/domain/promises/index.server.ts'
import {
  findTicketById,
  moveTicket,
  recordEvent,
  type Ticket,
} from '#app/domain/tickets/index.server.ts'
import { takeWindow, windowGone } from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { placesInWindow } from './crew-for-window.server.ts'
import type { Visit } from './find-visit.server.ts'
import { refreshAround } from './hold-days.server.ts'
import { scheduleReminder } from './remind-visit.server.ts'

export interface Booking {
  windowId: number
  /** What the crew is asked to do. */
  work: string
  /** Minutes of work; the service's usual ones when left out. */
  minutes?: number | undefined
  /** The linked visit that comes first (BK-1). */
  after?: Visit | undefined
  /** May take what is held back for urgent repairs. */
  urgent?: boolean | undefined
  /** Who booked, when it wasn't the customer. */
  bookedBy?: string | undefined
}

/**
 * Books a visit into a window and puts it on a crew that has the time, so that what is promised exists (BK-1, BK-2).
 * The caller holds the window's day and the ticket, and tells the customer.
 * @throws DomainError conflict `windowGone` when it is taken or closed, `linkedTooEarly` before its first visit
 */
export async function bookVisit(tx: Tx, ticket: Ticket, booking: Booking): Promise<Visit> {
  const { work, urgent = false, after, bookedBy } = booking
  const window = await takeWindow(tx, booking.windowId, booking)
  if (after && window.startsAt < after.windowEnd) throw refused('linkedTooEarly')
  const places = await placesInWindow(tx, window, { minutes: window.minutes })
  for (const { crew, span } of places) {
    const [visit] = await tx.db
      .insert(visits)
      .values({
        ticketId: ticket.id,
        status: 'confirmed',
        skill: window.skill,
        work,
        windowId: window.id,
        windowStart: window.startsAt,
        windowEnd: window.endsAt,
        durationMinutes: window.minutes,
        crewId: crew.id,
        plannedStart: span.start,
        plannedEnd: span.end,
        afterVisitId: after?.id ?? null,
        urgent,
        proposedBy: bookedBy ?? null,
        createdAt: tx.now(),
      })
      // Another plan for this crew may have come from somewhere that holds no day; the next crew is asked then.
      .onConflictDoNothing()
      .returning()
    if (!visit) continue
    await makePromise(tx, { visit, origin: 'booked' })
    await recordEvent(
      tx,
      ticket,
      'visit_booked',
      {
        start: window.startsAt.toISOString(),
        end: window.endsAt.toISOString(),
        service: window.service,
        crewZh: crew.nameZh,
        crewEn: crew.nameEn,
      },
      visit,
    )
    await nowScheduled(tx, ticket.id)
    await scheduleReminder(tx, visit)
    await refreshAround(tx, visit)
    return visit
  }
  throw windowGone()
}

/** A ticket with a visit to come is scheduled, whatever was missing before. */
export async function nowScheduled(tx: Tx, ticketId: number): Promise<void> {
  const ticket = await findTicketById({ ...tx, actor: { kind: 'job' } }, ticketId)
  if (ticket.status === 'new') await moveTicket(tx, ticket, 'triaged')
  if (ticket.status === 'new' || ticket.status === 'triaged') {
    await moveTicket(tx, { ...ticket, status: 'triaged' }, 'scheduled')
  }
}
