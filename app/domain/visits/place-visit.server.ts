import type { CrewOnCall, Span } from '#app/domain/crews/index.server.ts'
import { withdrawMessages } from '#app/domain/messages/index.server.ts'
import { makePromise, releasePromise } from '#app/domain/promises/index.server.ts'
import { moveTicket, recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { notCalledAhead } from './call-ahead.ts'
import { changeVisit, type Visit } from './find-visit.server.ts'
import { scheduleReminder } from './remind-visit.server.ts'
import { tellCrew, wasTold } from './tell-customer.server.ts'
import { withdrawWhen } from './tell-day.server.ts'

interface Held {
  visit: Visit
  ticket: Ticket
}

/**
 * Puts a visit on a crew at its time, lets the history and the customer know (DS-1), and keeps what was promised. The
 * caller holds the days, the crew, the ticket and the visit, has judged the place, and counts the windows again.
 * @param graceSeconds the customer is told so much later, so that it can be undone before
 * @returns the visit as it is now
 */
export async function placeHeldVisit(
  tx: Tx,
  { visit, ticket }: Held,
  {
    crew,
    span,
    planId,
    graceSeconds = 0,
  }: { crew: CrewOnCall; span: Span; planId?: string; graceSeconds?: number },
): Promise<Visit> {
  const sameTime = visit.plannedStart?.getTime() === span.start.getTime()
  const placed = {
    status: 'confirmed' as const,
    crewId: crew.id,
    plannedStart: span.start,
    plannedEnd: span.end,
    stranded: false,
    confirmedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
    ...(visit.crewId === crew.id && sameTime ? {} : notCalledAhead),
  }
  await changeVisit(tx, visit, placed)
  await withdrawWhen(tx, visit.id)
  if (ticket.status === 'triaged') await moveTicket(tx, ticket, 'scheduled')
  if (!(await wasTold(tx, visit))) await makePromise(tx, { visit, origin: 'confirmed' })
  if (visit.crewId !== crew.id) await tellCrew(tx, ticket, visit, { crew, graceSeconds })
  await recordEvent(
    tx,
    ticket,
    'visit_confirmed',
    {
      start: visit.windowStart.toISOString(),
      end: visit.windowEnd.toISOString(),
      crewId: [visit.crewId, crew.id],
      crewZh: crew.nameZh,
      crewEn: crew.nameEn,
      plannedStart: [visit.plannedStart?.toISOString() ?? null, span.start.toISOString()],
      ...(planId ? { planId } : {}),
    },
    visit,
  )
  const now: Visit = { ...visit, ...placed, version: visit.version + 1 }
  if (visit.status === 'proposed') await scheduleReminder(tx, now)
  return now
}

/**
 * Takes a visit off its crew: it waits for a dispatcher again, in the window that was promised. The caller holds what
 * `placeHeldVisit` asks for and counts the windows again.
 * @returns the visit as it is now
 */
export async function takeHeldVisitOff(
  tx: Tx,
  { visit, ticket }: Held,
  { planId }: { planId?: string } = {},
): Promise<Visit> {
  const off = {
    status: 'proposed' as const,
    crewId: null,
    plannedStart: null,
    plannedEnd: null,
    stranded: false,
    pinned: false,
    ...notCalledAhead,
  }
  await changeVisit(tx, visit, off)
  await withdrawMessages(tx, 'visit-confirmed', visit.id)
  await withdrawWhen(tx, visit.id)
  const now: Visit = { ...visit, ...off, version: visit.version + 1 }
  if (!(await wasTold(tx, now))) await releasePromise(tx, visit.id)
  await recordEvent(
    tx,
    ticket,
    'visit_unassigned',
    {
      crewId: [visit.crewId, null],
      plannedStart: [visit.plannedStart?.toISOString() ?? null, null],
      ...(planId ? { planId } : {}),
    },
    visit,
  )
  return now
}
