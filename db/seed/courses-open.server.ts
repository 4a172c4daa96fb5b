import type { VisitStatus } from '#db/vocabulary/visits.ts'
import { addDays } from '#app/platform/time.server.ts'
import { happen, note, say, type TicketDraft } from './draft.ts'
import { nth } from './generator.ts'
import { evening, isOnShift, type Stop, windowOf, windows } from './roster.server.ts'
import type { Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'
import { after, converse, open, type Opening, sendPictures, takeUp } from './tickets.server.ts'
import {
  cancel,
  confirm,
  goOut,
  move,
  propose,
  skillOf,
  tellWhen,
  type Times,
  timesOf,
} from './visits.server.ts'

/** How many minutes the work is given; it lies within every window. */
export const workMinutes = [40, 60, 75, 90] as const

/** On the register, not yet assessed. */
export function waiting(telling: Telling, opening: Opening): TicketDraft {
  const ticket = open(telling, opening)
  const { random } = telling
  if (random.chance(0.85)) sendPictures(telling, ticket)
  const called = after(telling, ticket.row.createdAt, random.integer(2, 12))
  const reached = random.integer(0, 4)
  if (reached === 0) happen(ticket, 'call_missed', called, ticket.owner)
  if (reached === 1) {
    ticket.row.firstContactAt = called
    happen(ticket, 'first_contact', called, ticket.owner)
  }
  if (random.chance(0.25)) {
    const [first] = random.pick(talk[ticket.row.locale].exchanges)
    if (first?.[0] === 'customer') {
      say(ticket, after(telling, ticket.row.createdAt, 18), 'customer', first[1])
    }
  }
  return ticket
}

/** Assessed, waiting for what comes next. */
export function assessed(telling: Telling, opening: Opening): TicketDraft {
  return assess(telling, opening).ticket
}

export function assess(
  telling: Telling,
  opening: Opening,
  { talking = 0.55 }: { talking?: number } = {},
): { ticket: TicketDraft; at: Date } {
  const { random } = telling
  const ticket = open(telling, opening)
  if (random.chance(0.92)) sendPictures(telling, ticket)
  let at = takeUp(telling, ticket)
  if (random.chance(0.12)) {
    at = after(telling, at, 15)
    const { severity } = ticket.row
    const raised = severity === 4 ? 3 : 2
    if (severity && raised < severity) {
      ticket.row.severity = raised
      happen(ticket, 'facts_changed', at, ticket.owner, { data: { severity: [severity, raised] } })
    }
  }
  if (random.chance(talking)) at = converse(telling, ticket, at)
  return { ticket, at }
}

/** A visit is offered, by turns today and tomorrow, at a time at which some crew could come; none has it yet. */
export function proposed(telling: Telling, opening: Opening, place: number): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const { now, today, random, crews } = telling
  const able = crews.filter(
    ({ skills, areas }) => skills.includes(skillOf(ticket)) && areas.includes(ticket.customer.area),
  )
  const openOn = (day: string) =>
    windows.flatMap((_, window) => {
      const span = windowOf(day, window)
      const free = window !== evening && able.some((crew) => isOnShift(crew, day, window))
      return free && span.start > now ? [span] : []
    })
  const [soon, later] = [openOn(today), openOn(addDays(today, 1))]
  const days = [soon, later].filter(({ length }) => length > 0)
  const span =
    days.length > 0
      ? nth(nth(days, place), Math.floor(place / 2))
      : windowOf(addDays(today, 1), place % evening)
  propose(ticket, after(telling, at, 6), ticket.owner, span, random.pick(workMinutes))
  return ticket
}

/** A visit agreed for a crew's window; the customer knows. */
export function booked(telling: Telling, opening: Opening, stop?: Stop): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const soon = opening.matter.severity <= 2
  book(telling, ticket, at, stop ?? findStop(telling, ticket, 1, soon ? 2 : 6))
  return ticket
}

/** It lay for a while before it was booked. */
export function resumed(telling: Telling, opening: Opening): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const { reason } = nth(talk[opening.locale].pauses, 1)
  const { today } = telling
  happen(ticket, 'paused', after(telling, at, 20), ticket.owner, {
    to: 'paused',
    data: { reason, until: addDays(today, -1) },
  })
  const again = after(telling, at, Math.round(opening.age / 2))
  happen(ticket, 'resumed', again, ticket.owner, { to: 'triaged' })
  book(telling, ticket, again, findStop(telling, ticket, 1, 6))
  return ticket
}

/** Agreed, then moved to another window. */
export function moved(telling: Telling, opening: Opening): TicketDraft {
  const ticket = booked(telling, opening)
  const visit = ticket.visits[0]!
  const reason = telling.random.pick(talk[opening.locale].moves)
  const at = after(telling, ticket.row.updatedAt, telling.random.integer(30, 200))
  move(telling, visit, at, findStop(telling, ticket, 2, 7), reason)
  return ticket
}

/** A crew is out for it right now. */
export function underWay(
  telling: Telling,
  opening: Opening,
  stop: Stop,
  until: Exclude<VisitStatus, 'finished'>,
): TicketDraft {
  const ticket = booked(telling, opening, stop)
  const visit = ticket.visits[0]!
  const { now } = telling
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const sinceStep = { on_the_way: 12, arrived: 34, working: 52 }[until as string] ?? 0
  const times: Times = {
    ...timesOf(telling, visit),
    setOutAt: ago(sinceStep),
    arrivedAt: ago(sinceStep - 26),
    startedAt: ago(sinceStep - 32),
  }
  goOut(telling, visit, times, until)
  return ticket
}

/** IN-7: lies still, with a reason and a day to look again. */
export function paused(telling: Telling, opening: Opening, withVisit: boolean): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const { random, today } = telling
  const { pauses } = talk[opening.locale]
  const { reason, days } = withVisit ? nth(pauses, 0) : random.pick(pauses)
  let when = at
  if (withVisit) {
    book(telling, ticket, at, findStop(telling, ticket, 1, 6))
    when = after(telling, ticket.row.updatedAt, 60)
    cancel(telling, ticket.visits[0]!, when, talk[opening.locale].partLate, 'triaged')
  }
  when = after(telling, when, random.integer(10, 400))
  pause(ticket, when, reason, addDays(today, days))
  return ticket
}

export function pause(ticket: TicketDraft, at: Date, reason: string, until: string): void {
  Object.assign(ticket.row, { pausedUntil: until, pauseReason: reason })
  happen(ticket, 'paused', at, ticket.owner, { to: 'paused', data: { reason, until } })
}

/** Nothing more to do about it. */
export function cancelled(telling: Telling, opening: Opening, withVisit: boolean): TicketDraft {
  const { ticket, at } = assess(telling, opening)
  const { random } = telling
  const reason = random.pick(talk[opening.locale].cancellations)
  let when = after(telling, at, random.integer(30, 300))
  if (withVisit) {
    book(telling, ticket, at, findStop(telling, ticket, 1, 6))
    when = after(telling, ticket.row.updatedAt, 90)
    cancel(telling, ticket.visits[0]!, when, reason)
  }
  happen(ticket, 'cancelled', when, ticket.owner, { to: 'cancelled', data: { reason } })
  note(ticket, after(telling, when, 3), ticket.owner, reason)
  return ticket
}

/** Offered, put on a crew, told. */
export function book(telling: Telling, ticket: TicketDraft, from: Date, stop: Stop): void {
  const { random } = telling
  const offered = after(telling, from, random.integer(3, 25))
  const { start = stop.window.start, window } = stop
  const room = (window.end.getTime() - start.getTime()) / 60_000
  const minutes = random.pick(workMinutes.filter((one) => one <= Math.max(room, workMinutes[0])))
  const visit = propose(ticket, offered, ticket.owner, stop.window, minutes)
  const agreed = after(telling, offered, random.integer(4, 60))
  confirm(telling, visit, agreed, stop)
  if (random.chance(0.5)) tellWhen(ticket, after(telling, agreed, 2), stop)
}

/** A crew's free window between these days, counted from today. */
export function findStop(
  telling: Telling,
  ticket: TicketDraft,
  fromDay: number,
  toDay: number,
): Stop {
  const { roster, today } = telling
  return roster.find({
    skill: skillOf(ticket),
    area: ticket.customer.area,
    from: addDays(today, fromDay),
    to: addDays(today, toDay),
  })
}
