import { and, eq, inArray } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { writeToCustomer } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, type Ticket } from '#app/domain/tickets/index.server.ts'
import { cutOffOf } from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import type { Visit } from './find-visit.server.ts'
import type { Window } from './window.server.ts'

interface CrewNames {
  nameZh: string
  nameEn: string
}

/** By whichever channel reaches them (BK-4). */
const readerOf = (ticket: Ticket, visit: { id: number }) => ({
  to: ticket,
  ticketId: ticket.id,
  visitId: visit.id,
})

async function factsOf(tx: Tx, ticket: Ticket, window: Window) {
  return {
    name: ticket.name,
    number: ticket.number,
    start: window.start.toISOString(),
    end: window.end.toISOString(),
    linkId: await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id }),
  }
}

const windowOfVisit = (visit: Visit): Window => ({ start: visit.windowStart, end: visit.windowEnd })

/** A customer's own booking, with the linked visit they booked in the same go. */
export async function tellBooked(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { service, second }: { service: Service; second?: { service: Service; visit: Visit } },
) {
  const window = windowOfVisit(visit)
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-booked',
    facts: {
      ...(await factsOf(tx, ticket, window)),
      ...(await changeFacts(tx, ticket, window)),
      service,
      second: second
        ? {
            service: second.service,
            start: second.visit.windowStart.toISOString(),
            end: second.visit.windowEnd.toISOString(),
          }
        : null,
    },
  })
}

export async function tellTomorrow(tx: Tx, ticket: Ticket, visit: Visit) {
  const window = windowOfVisit(visit)
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-reminder',
    facts: {
      ...(await factsOf(tx, ticket, window)),
      ...(await changeFacts(tx, ticket, window)),
      service: visit.skill,
      work: visit.work,
    },
  })
}

async function changeFacts(tx: Tx, { address }: Ticket, { start }: Window) {
  const until = cutOffOf(dayOf(start), await currentSettings(tx))
  return { address, changeUntil: until.toISOString() }
}

export async function tellConfirmed(tx: Tx, ticket: Ticket, visit: Visit, crew: CrewNames) {
  const facts = await factsOf(tx, ticket, windowOfVisit(visit))
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-confirmed',
    facts: { ...facts, crewZh: crew.nameZh, crewEn: crew.nameEn, work: visit.work },
  })
}

export async function tellMoved(
  tx: Tx,
  ticket: Ticket,
  visit: { id: number },
  { from, to: window, crew, reason }: { from: Window; to: Window; crew: CrewNames; reason: string },
) {
  const facts = await factsOf(tx, ticket, window)
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-moved',
    facts: {
      ...facts,
      oldStart: from.start.toISOString(),
      oldEnd: from.end.toISOString(),
      crewZh: crew.nameZh,
      crewEn: crew.nameEn,
      reason,
    },
  })
}

export async function tellCancelled(tx: Tx, ticket: Ticket, visit: Visit, reason: string) {
  const facts = await factsOf(tx, ticket, windowOfVisit(visit))
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-cancelled',
    facts: { ...facts, reason },
  })
}

/** Whether the customer was ever told of this visit: one that was only thought of is nothing to take back. */
export async function wasTold(tx: Tx, visit: Visit): Promise<boolean> {
  if (visit.status !== 'proposed') return true
  const [event] = await tx.db
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, visit.ticketId),
        eq(ticketEvents.visitId, visit.id),
        inArray(ticketEvents.kind, ['visit_booked', 'visit_confirmed']),
      ),
    )
    .limit(1)
  return event !== undefined
}
