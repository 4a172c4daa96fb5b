import { addDays, addMinutes } from '#app/platform/time.server.ts'
import { failToCome, giveBack, type ReceiptDraft, sendTooLate, takeAway } from './at-home.server.ts'
import { visited, type When } from './courses-done.server.ts'
import { assess, book, findStop } from './courses-open.server.ts'
import { happen, type TicketDraft, type VisitDraft } from './draft.ts'
import { type Asking, followUp } from './follow-ups.server.ts'
import type { Telling } from './telling.ts'
import { atHomes } from './texts/at-homes.ts'
import { type Matter, matters, type Scene } from './texts/matters.ts'
import { after, close, type Opening } from './tickets.server.ts'
import { goOut, leaderOf, type Times, timesOf } from './visits.server.ts'

/** VS-4: the crew couldn't mend it; the desk has it again, with what it takes. */
export function escalated(
  telling: Telling,
  opening: Opening,
  when: When,
  { asking }: { asking: Asking },
): TicketDraft {
  const { found: done, needed } = atHomes[opening.locale].escalation
  const sent = { ...opening, matter: { ...opening.matter, done } }
  const ticket = visited(telling, sent, when, (visit) => {
    visit.row.outcome = 'escalated'
    visit.needed = needed
  })
  followUp(telling, ticket.visits[0]!, asking)
  return ticket
}

type Away = keyof (typeof atHomes)['en']['away']

/** VS-4: taken to the workshop; the matter rests until it should be back. */
export function takenAway(
  telling: Telling,
  opening: Opening,
  when: When,
  { asking, what, backOn }: { asking: Asking; what: Away; backOn: string },
): TicketDraft {
  const matter = matterOf(opening, what)
  const ticket = visited(telling, { ...opening, matter }, when, (visit, times) =>
    goWith(telling, visit, times, { what, backOn }),
  )
  followUp(telling, ticket.visits[0]!, asking)
  return ticket
}

/** Taken away, mended, and brought back by another visit, which took the paper. */
export function broughtBack(
  telling: Telling,
  opening: Opening,
  days: number,
  { asking }: { asking: Asking },
): TicketDraft {
  const { back } = atHomes[opening.locale]
  const { scene: _, ...matter } = matterOf(opening, 'chair')
  const taking = { what: 'chair', backOn: addDays(telling.today, 8 - days) } as const
  const first = { from: 2 - days, to: 4 - days }
  let receipt: ReceiptDraft | undefined
  const ticket = visited(telling, { ...opening, matter }, first, (visit, times) => {
    receipt = goWith(telling, visit, times, taking)
  })
  followUp(telling, ticket.visits[0]!, 'called')
  ticket.matter = { ...matter, work: back.work, done: back.done }
  Object.assign(ticket.row, { pausedUntil: null, pauseReason: null })
  const ready = after(telling, addMinutes(ticket.row.updatedAt, 30), 60)
  happen(ticket, 'resumed', ready, ticket.owner, { to: 'triaged', data: { reason: back.ready } })
  book(telling, ticket, ready, findStop(telling, ticket, 7 - days, 9 - days))
  const visit = ticket.visits[1]!
  const times = timesOf(telling, visit)
  giveBack(telling, visit, addMinutes(times.startedAt, 6), receipt!)
  goOut(telling, visit, times, 'finished')
  followUp(telling, visit, asking)
  if (ticket.row.status === 'resolved') close(ticket, after(telling, ticket.row.updatedAt, 600))
  return ticket
}

/** DS-4: the crew stood at the door, and nobody was there. */
export function notAtHome(telling: Telling, opening: Opening): TicketDraft {
  const { ticket, at: taken } = assess(telling, opening)
  book(telling, ticket, taken, findStop(telling, ticket, -2, -1))
  const visit = ticket.visits[0]!
  const at = (minutes: number) => addMinutes(visit.row.plannedStart!, minutes)
  const times = { setOutAt: at(-24), arrivedAt: at(1), startedAt: at(5), finishedAt: at(40) }
  goOut(telling, visit, times, 'arrived')
  for (const minutes of [12, 19]) {
    const data = { outcome: 'no_answer' }
    happen(ticket, 'called_ahead', at(minutes), leaderOf(telling, visit), { visit, data })
  }
  failToCome(telling, visit, at(26), 'customer', atHomes[ticket.row.locale].notAtHome)
  sendTooLate(telling, visit, at(27), {
    kind: 'photo',
    fields: { stage: 'before' },
    refusal: 'visitCancelled',
    after: 48,
  })
  return ticket
}

function goWith(
  telling: Telling,
  visit: VisitDraft,
  { finishedAt }: Times,
  { what, backOn }: { what: Away; backOn: string },
): ReceiptDraft {
  const { done: _, ...item } = atHomes[visit.ticket.row.locale].away[what]
  visit.row.outcome = 'taken_away'
  const taken = { ...item, backOn, scene: what }
  return takeAway(telling, visit, addMinutes(finishedAt, -5), taken)
}

/** Something of which a part can be carried off, and how the crew left it. */
function matterOf({ locale, matter }: Opening, scene: Away & Scene): Matter {
  const fitting = matters[locale].repair.find((one) => one.scene === scene) ?? matter
  return { ...fitting, done: atHomes[locale].away[scene].done }
}
