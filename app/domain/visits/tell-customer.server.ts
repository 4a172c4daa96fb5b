import { and, asc, desc, eq, inArray, ne, notInArray, or, sql } from 'drizzle-orm'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { withdrawMessages, writeToCustomer } from '#app/domain/messages/index.server.ts'
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
  {
    service,
    work,
    second,
  }: {
    service: Service
    /** What somebody comes for, where the service alone doesn't say it. */
    work?: string
    second?: { service: Service; visit: Visit }
  },
) {
  const window = windowOfVisit(visit)
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-booked',
    facts: {
      ...(await factsOf(tx, ticket, window)),
      ...(await changeFacts(tx, ticket, window)),
      service,
      ...(work === undefined ? {} : { work }),
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

export async function changeFacts(tx: Tx, { address }: Ticket, { start }: Window) {
  const until = cutOffOf(dayOf(start), await currentSettings(tx))
  return { address, changeUntil: until.toISOString() }
}

/**
 * Tells who comes, unless that is what the customer was told last. What was written before and hasn't gone out is taken
 * back: a change of mind within `graceSeconds` leaves no trace.
 */
export async function tellCrew(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  { crew, graceSeconds = 0 }: { crew: CrewNames; graceSeconds?: number },
) {
  await withdrawMessages(tx, 'visit-confirmed', visit.id)
  const named = await crewNamed(tx, visit)
  const news = named === null ? !(await wasTold(tx, visit)) : named !== crew.nameZh
  if (!news) return
  const window = windowOfVisit(visit)
  const facts = await factsOf(tx, ticket, window)
  const { changeUntil } = await changeFacts(tx, ticket, window)
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-confirmed',
    facts: { ...facts, changeUntil, crewZh: crew.nameZh, crewEn: crew.nameEn, work: visit.work },
    ...(graceSeconds > 0 ? { sendAfter: new Date(tx.now().getTime() + graceSeconds * 1000) } : {}),
  })
}

/** The crew the customer was told of last, by its Chinese name; null when none was ever named to them. */
async function crewNamed(tx: Tx, visit: Visit): Promise<string | null> {
  const [last] = await tx.db
    .select({ crew: sql<string | null>`${messages.params} ->> 'crewZh'` })
    .from(messages)
    .where(
      and(
        eq(messages.visitId, visit.id),
        inArray(messages.template, ['visit-confirmed', 'visit-moved']),
        ne(messages.status, 'withdrawn'),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1)
  return last?.crew ?? null
}

export async function tellMoved(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  {
    from,
    to: window,
    along,
    crew,
    reason,
  }: {
    from: Window
    to: Window
    /** The linked visit that moved in the same go. */
    along?: Visit
    crew: CrewNames
    reason: string
  },
) {
  const facts = await factsOf(tx, ticket, window)
  const { changeUntil } = await changeFacts(tx, ticket, window)
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
      service: visit.skill,
      changeUntil,
      ...(await togetherFacts(tx, ticket, visit, along)),
    },
  })
}

/** A visit and the one linked with it are taken back in one message. */
export async function tellCancelled(
  tx: Tx,
  ticket: Ticket,
  [visit, along]: readonly Visit[],
  reason: string,
) {
  if (!visit) return
  const facts = await factsOf(tx, ticket, windowOfVisit(visit))
  await writeToCustomer(tx, {
    ...readerOf(ticket, visit),
    template: 'visit-cancelled',
    facts: {
      ...facts,
      reason,
      service: visit.skill,
      ...(await togetherFacts(tx, ticket, visit, along)),
    },
  })
}

/** Who did it, what changed along with it, and what still stands, of this ticket or linked with it. */
async function togetherFacts(tx: Tx, ticket: Ticket, visit: Visit, along?: Visit) {
  const rest = await tx.db
    .select({
      service: visits.skill,
      start: visits.windowStart,
      end: visits.windowEnd,
    })
    .from(visits)
    .where(
      and(
        or(
          eq(visits.ticketId, ticket.id),
          eq(visits.afterVisitId, visit.id),
          eq(visits.id, visit.afterVisitId ?? 0),
        ),
        eq(visits.status, 'confirmed'),
        notInArray(visits.id, along ? [visit.id, along.id] : [visit.id]),
      ),
    )
    .orderBy(asc(visits.windowStart))
  const iso = ({ service, start, end }: { service: Skill; start: Date; end: Date }) => ({
    service,
    start: start.toISOString(),
    end: end.toISOString(),
  })
  return {
    byCustomer: tx.actor.kind === 'customer',
    along: along ? iso({ service: along.skill, ...windowOfVisit(along) }) : null,
    standing: rest.map(iso),
  }
}

/**
 * Whether the customer was ever told of this visit: one that was only thought of is nothing to take back, and what was
 * taken back before it went out was never said.
 */
export async function wasTold(tx: Tx, visit: Visit): Promise<boolean> {
  if (visit.status !== 'proposed') return true
  const [booked] = await tx.db
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, visit.ticketId),
        eq(ticketEvents.visitId, visit.id),
        eq(ticketEvents.kind, 'visit_booked'),
      ),
    )
    .limit(1)
  return booked !== undefined || (await crewNamed(tx, visit)) !== null
}
