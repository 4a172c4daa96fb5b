import { poorScore, ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import { type Asking, followUp } from './follow-ups.server.ts'
import { happen, say, type TicketDraft, type VisitDraft } from './draft.ts'
import { assess, book, findStop, pause } from './courses-open.server.ts'
import type { PoorVisit } from './texts/complaints.ts'
import { nth } from './generator.ts'
import type { Stop } from './roster.server.ts'
import type { Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { after, close, open, type Opening, reopen, resolve, takeUp } from './tickets.server.ts'
import { goOut, type Times, timesOf } from './visits.server.ts'

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
  const poor = followUp(telling, visit, asking)
  if (poor) complain(telling, visit, poor, complaint ?? 'new')
  if (closed && ticket.row.status === 'resolved') {
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

/** A first visit made it safe; the desk opened it again until the part is here. */
export function awaitingPart(
  telling: Telling,
  opening: Opening,
  when: When,
  { asking, bookedAgain }: { asking: Asking; bookedAgain: boolean },
): TicketDraft {
  const { awaitingPart: done, pauses } = talk[opening.locale]
  const ticket = visited(telling, { ...opening, matter: { ...opening.matter, done } }, when)
  const visit = ticket.visits[0]!
  followUp(telling, visit, asking)
  const { reason } = nth(pauses, 0)
  const at = after(telling, ticket.row.updatedAt, 20)
  reopen(ticket, at, reason)
  say(ticket, after(telling, at, 2), ticket.owner, done)
  if (bookedAgain) book(telling, ticket, at, findStop(telling, ticket, 1, 6))
  else pause(ticket, after(telling, at, 4), reason, addDays(telling.today, 3))
  return ticket
}

/** Closed, and the customer rang again. */
export function reopened(telling: Telling, opening: Opening, when: When): TicketDraft {
  const ticket = repaired(telling, opening, when, { asking: 'called', closed: true })
  const { reopened: words } = talk[opening.locale]
  const at = after(telling, ticket.row.updatedAt, telling.random.integer(700, 1_400))
  say(ticket, at, 'customer', words)
  reopen(ticket, at, words)
  return ticket
}

/** IN-7: solved by phone, and it isn't: the customer said so on their page and waits for our call. */
export function unsolved(telling: Telling, opening: Opening): TicketDraft {
  const ticket = byPhone(telling, opening, false)
  const note = talk[opening.locale].unsolved
  const at = after(telling, ticket.row.updatedAt, 300)
  say(ticket, at, 'customer', note)
  happen(ticket, 'unsolved_told', at, 'customer', { data: { note } })
  return ticket
}

/** IN-3: solved by phone within the hour. */
export function byPhone(telling: Telling, opening: Opening, closed: boolean): TicketDraft {
  const { ticket, at } = assess(telling, opening, { talking: 0 })
  const solved = after(telling, at, telling.random.integer(8, 40))
  resolve(ticket, solved, ticket.matter.byPhone ?? ticket.matter.done)
  if (closed) close(ticket, after(telling, solved, 800))
  return ticket
}

/** @param before what is known of it by the time the crew goes */
export function visited(
  telling: Telling,
  opening: Opening,
  when: When,
  before?: (visit: VisitDraft, times: Times) => void,
): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const stop = 'crew' in when ? when : findStop(telling, ticket, when.from, when.to)
  book(telling, ticket, at, stop)
  const visit = ticket.visits[0]!
  const times = timesOf(telling, visit)
  before?.(visit, times)
  goOut(telling, visit, times, 'finished')
  return ticket
}

/** FU-4 */
function complain(
  telling: Telling,
  visit: VisitDraft,
  { at, poor }: { at: Date; poor: PoorVisit },
  course: NonNullable<Aftermath['complaint']>,
): void {
  const { team } = telling
  const { matter, customer, row } = visit.ticket
  const online = visit.followUp?.rating?.source === 'online'
  const taker = online ? 'customer' : team.caller
  const complaint = open(telling, {
    kind: 'complaint',
    locale: row.locale,
    city: customer.city,
    age: 0,
    channel: online ? 'portal' : 'phone',
    matter: { ...matter, severity: 3, words: wordsOf(poor, row.locale) },
    from: { customer, at, taker },
  })
  complaint.row.preferredDays = ''
  complaint.about = visit
  complaint.announced = {}
  happen(visit.ticket, 'complaint_opened', at, taker, { visit, data: complaint.announced })
  if (course !== 'new') hearOut(telling, complaint, course)
}

/** CP-1: the manager's from the first moment on. */
export function hearOut(
  telling: Telling,
  complaint: TicketDraft,
  course: 'triaged' | 'resolved' | 'closed',
  outcome = talk[complaint.row.locale].apology,
): void {
  const { manager } = telling.team
  const at = takeUp(telling, complaint)
  if (course === 'triaged') return
  say(complaint, after(telling, at, 30), manager, outcome)
  const solved = after(telling, at, 300)
  resolve(complaint, solved, outcome)
  if (course === 'closed') close(complaint, after(telling, solved, 1_200))
}

/** The customer's own words, and which answers were poor. */
function wordsOf({ words, scores }: PoorVisit, locale: Locale): string {
  const t = translate(locale)
  const poor = ratingQuestions.flatMap((question, i) =>
    scores[i]! <= poorScore ? [`${t(`words:question.${question}`)} ${scores[i]}/5`] : [],
  )
  return [words, poor.join(locale === 'en' ? ', ' : '，')].join('\n')
}
