import { addDays } from '#app/platform/time.server.ts'
import { happen, type TicketDraft, type VisitDraft } from './draft.ts'
import { assess, findStop } from './courses-open.server.ts'
import type { Stop } from './roster.server.ts'
import type { Telling } from './telling.ts'
import { takeAways } from './texts/homes.ts'
import { after, open, type Opening } from './tickets.server.ts'
import { assign, moment, propose, skillOf } from './visits.server.ts'

/** Minutes of work of each service's booking. */
const usualMinutes = { delivery: 45, install: 90, survey: 60, repair: 60 } as const

/** BK-1: the customer chose a window themselves, and said what the home is like. */
export function bookedOnline(telling: Telling, opening: Opening, stop?: Stop): TicketDraft {
  const ticket = open(telling, { ...opening, channel: 'portal' })
  const { row } = ticket
  const at = row.createdAt
  row.severity = 4
  row.ownerId = ticket.owner.id
  happen(ticket, 'triaged', at, 'job', { to: 'triaged', data: { severity: [null, 4] } })
  place(ticket, at, stop ?? findStop(telling, ticket, 2, 5), skillOf(ticket))
  answer(telling, ticket)
  return ticket
}

/** A delivery and, on a later day, the install of what was delivered. */
export function bookedTogether(telling: Telling, opening: Opening): TicketDraft {
  const ticket = bookedOnline(telling, opening, undefined)
  const [first] = ticket.visits
  const { roster, today } = telling
  const stop = roster.find({
    skill: 'install',
    area: ticket.customer.area,
    from: addDays(today, 6),
    to: addDays(today, 8),
  })
  const second = place(ticket, ticket.row.createdAt, stop, 'install')
  second.afterVisit = first!
  return ticket
}

/** BK-2: beyond what the window holds, and a manager answers for it. */
export function overbooked(
  telling: Telling,
  opening: Opening,
  window: Stop['window'],
  reason: string,
) {
  const { ticket, at } = assess(telling, opening)
  const { manager } = telling.team
  const skill = skillOf(ticket)
  const visit = propose(ticket, after(telling, at, 30), manager, window, usualMinutes[skill])
  Object.assign(visit.row, { overbookedBy: manager.id, overbookReason: reason })
  return ticket
}

function place(
  ticket: TicketDraft,
  at: Date,
  stop: Stop,
  skill: VisitDraft['row']['skill'],
): VisitDraft {
  const { window, crew } = stop
  const visit: VisitDraft = {
    ticket,
    crew: null,
    row: {
      status: 'confirmed',
      skill,
      work: ticket.matter.work,
      windowStart: window.start,
      windowEnd: window.end,
      durationMinutes: usualMinutes[skill],
      createdAt: at,
    },
  }
  ticket.visits.push(visit)
  assign(visit, stop)
  happen(ticket, 'visit_booked', at, 'customer', {
    visit,
    ...(ticket.row.status === 'scheduled' ? {} : { to: 'scheduled' as const }),
    data: {
      start: moment(window.start),
      end: moment(window.end),
      service: skill,
      crewZh: crew.nameZh,
      crewEn: crew.nameEn,
    },
  })
  return visit
}

function answer({ random }: Telling, ticket: TicketDraft): void {
  const floor = random.integer(1, 18)
  ticket.siteCheck = {
    lift: floor > 6 || random.chance(0.5),
    floor,
    parking: random.pick(['at_door', 'at_door', 'nearby', 'none'] as const),
    takeAway: random.chance(0.4) ? random.pick(takeAways[ticket.row.locale]) : '',
    roomReady: random.chance(0.85),
    answeredAt: ticket.row.createdAt,
  }
}
