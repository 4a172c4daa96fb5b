import { and, eq } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { writeMessage } from '#app/domain/messages/index.server.ts'
import { makePrivateLink, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import type { Visit } from './find-visit.server.ts'
import type { Window } from './window.server.ts'

interface CrewNames {
  nameZh: string
  nameEn: string
}

/** Every mail below goes out only when the ticket has an address for it. */
const recipientOf = ({ email, locale, id }: Ticket) =>
  email ? { recipient: email, locale, ticketId: id } : null

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

export async function tellConfirmed(tx: Tx, ticket: Ticket, visit: Visit, crew: CrewNames) {
  const to = recipientOf(ticket)
  if (!to) return
  const facts = await factsOf(tx, ticket, windowOfVisit(visit))
  await writeMessage(tx, {
    ...to,
    template: 'visit-confirmed',
    facts: { ...facts, crewZh: crew.nameZh, crewEn: crew.nameEn, work: visit.work },
  })
}

export async function tellMoved(
  tx: Tx,
  ticket: Ticket,
  { from, to: window, crew, reason }: { from: Window; to: Window; crew: CrewNames; reason: string },
) {
  const to = recipientOf(ticket)
  if (!to) return
  const facts = await factsOf(tx, ticket, window)
  await writeMessage(tx, {
    ...to,
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
  const to = recipientOf(ticket)
  if (!to) return
  const facts = await factsOf(tx, ticket, windowOfVisit(visit))
  await writeMessage(tx, { ...to, template: 'visit-cancelled', facts: { ...facts, reason } })
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
        eq(ticketEvents.kind, 'visit_confirmed'),
      ),
    )
    .limit(1)
  return event !== undefined
}
