import { type Asking, followUp } from './follow-ups.server.ts'
import { happen, note, say, type TicketDraft, type VisitDraft } from './draft.ts'
import { assess, book, findStop } from './courses-open.server.ts'
import type { PoorVisit } from './texts/complaints.ts'
import { nth } from './generator.ts'
import type { Stop } from './roster.server.ts'
import type { Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { after, close, open, type Opening, resolve, takeUp } from './tickets.server.ts'
import { goOut, timesOf } from './visits.server.ts'

/** Days from today between which a crew went there, or the very stop. */
export type When = { from: number; to: number } | Stop

/** Visited, mended, signed. A poor answer becomes a complaint (FU-4) of the given course. */
export function repaired(
  telling: Telling,
  opening: Opening,
  when: When,
  { asking, complaint, closed = false }: Aftermath,
): TicketDraft {
  const ticket = visited(telling, opening, when)
  const visit = ticket.visits[0]!
  resolve(ticket, after(telling, ticket.row.updatedAt, 5), ticket.matter.done)
  const poor = followUp(telling, visit, asking)
  if (poor) complain(telling, visit, poor, complaint ?? 'new')
  if (closed) {
    const { doneAt } = visit.followUp!.row
    close(ticket, after(telling, doneAt ?? ticket.row.updatedAt, telling.random.integer(10, 90)))
  }
  return ticket
}

export interface Aftermath {
  asking: Asking
  /** How far a complaint has come. */
  complaint?: 'new' | 'triaged' | 'resolved' | 'closed'
  closed?: boolean
}

/** A first visit made it safe; the part is on its way. */
export function awaitingPart(
  telling: Telling,
  opening: Opening,
  when: When,
  asking: Asking,
): TicketDraft {
  const { awaitingPart: done } = talk[opening.locale]
  const ticket = visited(telling, { ...opening, matter: { ...opening.matter, done } }, when)
  say(ticket, after(telling, ticket.row.updatedAt, 20), ticket.owner, done)
  followUp(telling, ticket.visits[0]!, asking)
  return ticket
}

/** Closed, and the customer rang again. */
export function reopened(telling: Telling, opening: Opening, when: When): TicketDraft {
  const ticket = repaired(telling, opening, when, { asking: 'called', closed: true })
  const { reopened: words } = talk[opening.locale]
  const at = after(telling, ticket.row.updatedAt, telling.random.integer(700, 1_400))
  say(ticket, at, 'customer', words)
  Object.assign(ticket.row, { resolvedAt: null, closedAt: null, solution: null })
  happen(ticket, 'reopened', at, ticket.owner, { to: 'triaged', data: { reason: words } })
  return ticket
}

/** IN-3: solved by phone within the hour. */
export function byPhone(telling: Telling, opening: Opening, closed: boolean): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const solved = after(telling, at, telling.random.integer(8, 40))
  resolve(ticket, solved, ticket.matter.byPhone ?? ticket.matter.done)
  if (closed) close(ticket, after(telling, solved, 800))
  return ticket
}

function visited(telling: Telling, opening: Opening, when: When): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const stop = 'crew' in when ? when : findStop(telling, opening, ticket, when.from, when.to)
  book(telling, ticket, at, stop)
  const visit = ticket.visits[0]!
  goOut(telling, visit, timesOf(telling, visit), 'finished')
  return ticket
}

function complain(
  telling: Telling,
  visit: VisitDraft,
  { at, poor }: { at: Date; poor: PoorVisit },
  course: 'new' | 'triaged' | 'resolved' | 'closed',
): void {
  const { team } = telling
  const online = visit.followUp?.rating?.source === 'online'
  const { matter, customer, row } = visit.ticket
  const complaint = open(telling, {
    kind: 'complaint',
    locale: row.locale,
    city: customer.city,
    age: 0,
    channel: online ? 'portal' : 'phone',
    matter: { ...matter, category: 'other', severity: 3, words: poor.words },
    from: { customer, at, taker: online ? 'customer' : team.caller },
  })
  complaint.about = visit
  complaint.announced = {}
  happen(visit.ticket, 'complaint_opened', at, online ? 'customer' : team.caller, {
    visit,
    data: complaint.announced,
  })
  complaint.row.ownerId = team.manager.id
  if (course === 'new') return
  const assessedAt = takeUp(telling, complaint)
  if (course === 'triaged') return
  const { apology } = talk[row.locale]
  say(complaint, after(telling, assessedAt, 30), team.manager, apology)
  note(complaint, after(telling, assessedAt, 45), team.manager, nth(talk[row.locale].notes, 0))
  resolve(complaint, after(telling, assessedAt, 300), apology)
  if (course === 'closed') close(complaint, after(telling, assessedAt, 1_500))
}
