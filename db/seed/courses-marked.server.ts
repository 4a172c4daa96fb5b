import { addDays } from '#app/platform/time.server.ts'
import { failToCome } from './at-home.server.ts'
import { bookedOnline } from './courses-booked.server.ts'
import { assess, book, booked, findStop } from './courses-open.server.ts'
import { happen, note, type TicketDraft, type VisitDraft } from './draft.ts'
import { generator } from './generator.ts'
import type { Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { after, type Opening } from './tickets.server.ts'
import { leaveCrew, moment } from './visits.server.ts'

/** Chance of its own, so that nothing told afterwards depends on it. */
const noShowSeed = 41

type MarkDraft = NonNullable<VisitDraft['marks']>[number]

/** BK-6: tomorrow's visit lacks a part, and its customer knows. */
export function partsShort(telling: Telling, opening: Opening): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  book(telling, ticket, at, findStop(telling, ticket, 1, 1))
  const expectedOn = addDays(telling.today, 1)
  markShort(telling, ticket, after(telling, ticket.row.updatedAt, 90), expectedOn)
  return ticket
}

/** A part was short for a while; it is here now. */
export function partsHere(telling: Telling, opening: Opening): TicketDraft {
  const ticket = booked(telling, opening)
  const at = after(telling, ticket.row.updatedAt, 20)
  const { visit, mark } = markShort(telling, ticket, at, null)
  const here = after(telling, at, 110)
  Object.assign(mark, { clearedAt: here, clearedBy: ticket.owner.id })
  const data = { mark: mark.kind, note: mark.note }
  happen(ticket, 'visit_mark_cleared', here, ticket.owner, { visit, data })
  return ticket
}

function markShort(
  telling: Telling,
  ticket: TicketDraft,
  at: Date,
  expectedOn: string | null,
): { visit: VisitDraft; mark: MarkDraft } {
  const visit = ticket.visits.at(-1)!
  const words = telling.random.pick(talk[ticket.row.locale].partsShort)
  const mark: MarkDraft = {
    ...{ kind: 'parts_short', note: words, expectedOn },
    ...{ madeAt: at, madeBy: ticket.owner.id },
  }
  visit.marks = [mark]
  happen(ticket, 'visit_marked', at, ticket.owner, {
    visit,
    data: { mark: mark.kind, note: words, ...(expectedOn ? { expectedOn } : {}), told: true },
  })
  return { visit, mark }
}

/** Booked for tomorrow by somebody whose room isn't ready, as they said themselves. */
export function roomUnready(telling: Telling, opening: Opening): TicketDraft {
  const { roster, today } = telling
  const [area] = opening.areas ?? []
  if (!area) throw new Error('Only where it is known which crews come')
  const tomorrow = addDays(today, 1)
  const stop = roster.find({ skill: 'install', area, from: tomorrow, to: tomorrow })
  const words = talk[opening.locale].roomUnready
  const ticket = bookedOnline(telling, { ...opening, matter: { ...opening.matter, words } }, stop)
  ticket.siteCheck!.roomReady = false
  return ticket
}

/** DS-4: nobody came; it was found out afterwards, and another visit agreed. */
export function missed(telling: Telling, opening: Opening): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  book(telling, ticket, at, findStop(telling, ticket, -1, -1))
  const visit = ticket.visits[0]!
  const { missed: words } = talk[opening.locale]
  const noticed = after(telling, visit.row.windowEnd, 15)
  note(ticket, noticed, ticket.owner, words.note)
  failToCome(telling, visit, noticed, 'crew', words.reason)
  const own = { ...telling, random: generator(noShowSeed) }
  book(own, ticket, noticed, findStop(telling, ticket, 1, 4))
  return ticket
}

/** Agreed, and kept where it is by the dispatcher (DS-6). */
export function pinned(telling: Telling, opening: Opening): TicketDraft {
  const { dispatcher } = telling.team
  const ticket = booked(telling, opening)
  const visit = ticket.visits.at(-1)!
  visit.row.pinned = true
  happen(ticket, 'visit_pinned', after(telling, ticket.row.updatedAt, 12), dispatcher, {
    visit,
    data: { pinned: [false, true] },
  })
  return ticket
}

/** Its crew was needed elsewhere tomorrow: the window stands, another crew is to be found. */
export function takenOff(telling: Telling, opening: Opening): TicketDraft {
  const { dispatcher } = telling.team
  const { ticket, at } = assess(telling, opening)
  book(telling, ticket, at, findStop(telling, ticket, 1, 1))
  const visit = ticket.visits[0]!
  const data = {
    crewId: [visit.crew!.id, null],
    plannedStart: [moment(visit.row.plannedStart!), null],
  }
  leaveCrew(visit)
  happen(ticket, 'visit_unassigned', after(telling, ticket.row.updatedAt, 45), dispatcher, {
    visit,
    data,
  })
  return ticket
}
