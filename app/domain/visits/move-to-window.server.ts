import { makePromise } from '#app/domain/promises/index.server.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { hasRoom, takeWindow, windowGone } from '#app/domain/windows/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { nowScheduled } from './book-visit.server.ts'
import { placesInWindow } from './crew-for-window.server.ts'
import { changeVisit, type Visit } from './find-visit.server.ts'
import { refreshAround } from './hold-days.server.ts'
import { scheduleReminder, withdrawReminder } from './remind-visit.server.ts'
import { wasTold } from './tell-customer.server.ts'
import { withdrawWhen } from './tell-day.server.ts'

/**
 * Moves a visit to another window, on its own crew if that one can, on the best other one if not. The caller holds the
 * days of both windows, the ticket and the visit, and tells the customer.
 * @throws DomainError conflict `windowGone`; nothing has moved then
 */
export async function moveToWindow(
  tx: Tx,
  ticket: Ticket,
  visit: Visit,
  {
    windowId,
    reason,
    urgent = visit.urgent,
  }: { windowId: number; reason: string; urgent?: boolean },
): Promise<Visit> {
  if (visit.status !== 'proposed' && visit.status !== 'confirmed') {
    throw refused(visit.status === 'cancelled' ? 'visitCancelled' : 'visitUnderWay')
  }
  const minutes = visit.durationMinutes
  const offered = await hasRoom(tx, windowId, { minutes, urgent })
  // Its own place is free for it again, when it only moves by a little.
  await changeVisit(tx, visit, {
    status: 'proposed',
    windowId: null,
    crewId: null,
    plannedStart: null,
    plannedEnd: null,
  })
  await refreshAround(tx, visit)
  // What was offered stays so, though the place given up may have one more held for urgent repairs.
  const window = await takeWindow(tx, windowId, { minutes, urgent: urgent || offered })
  const [place] = await placesInWindow(tx, window, {
    minutes,
    visitId: visit.id,
    before: visit.crewId,
  })
  if (!place) throw windowGone()
  const { crew, span } = place
  const now = {
    status: 'confirmed' as const,
    windowId: window.id,
    windowStart: window.startsAt,
    windowEnd: window.endsAt,
    crewId: crew.id,
    plannedStart: span.start,
    plannedEnd: span.end,
    stranded: false,
    overbookedBy: null,
    overbookReason: null,
    calledAheadAt: null,
    calledAheadBy: null,
    urgent,
  }
  const told = await wasTold(tx, visit)
  await changeVisit(tx, visit, now)
  const moved: Visit = { ...visit, ...now, version: visit.version + 2 }
  await makePromise(tx, { visit: moved, origin: told ? 'moved' : 'booked' })
  await recordEvent(
    tx,
    ticket,
    told ? 'visit_moved' : 'visit_booked',
    {
      start: [visit.windowStart.toISOString(), window.startsAt.toISOString()],
      end: [visit.windowEnd.toISOString(), window.endsAt.toISOString()],
      crewId: [visit.crewId, crew.id],
      reason,
    },
    visit,
  )
  await nowScheduled(tx, ticket.id)
  await withdrawReminder(tx, visit.id)
  await withdrawWhen(tx, visit.id)
  await scheduleReminder(tx, moved)
  await refreshAround(tx, visit, moved)
  return moved
}
