import type { Skill, VisitStatus } from '#db/vocabulary/visits.ts'
import { addMinutes, dayOf, timeOf } from '#app/platform/time.server.ts'
import { happen, say, type TicketDraft, type VisitDraft } from './draft.ts'
import { nth } from './generator.ts'
import { pictureOf, signatureNumbered } from './pictures.server.ts'
import type { Colleague } from './people.server.ts'
import { type Stop, windows } from './roster.server.ts'
import { notAfterNow, type Telling } from './telling.ts'
import { talk } from './texts/conversation.ts'

const skillFor: Partial<Record<TicketDraft['row']['kind'], Skill>> = {
  delivery: 'delivery',
  return: 'delivery',
  exchange: 'delivery',
  install: 'install',
  survey: 'survey',
}

export const skillOf = (ticket: TicketDraft): Skill => skillFor[ticket.row.kind] ?? 'repair'

export const moment = (instant: Date) => instant.toISOString()

export function propose(
  ticket: TicketDraft,
  at: Date,
  by: Colleague,
  window: Stop['window'],
  durationMinutes: number,
  planned: Partial<VisitDraft['row']> = {},
): VisitDraft {
  const visit: VisitDraft = {
    ticket,
    crew: null,
    row: {
      status: 'proposed',
      skill: skillOf(ticket),
      work: ticket.matter.work,
      windowStart: window.start,
      windowEnd: window.end,
      durationMinutes,
      proposedBy: by.id,
      createdAt: at,
      ...planned,
    },
  }
  ticket.visits.push(visit)
  const data = { start: moment(window.start), end: moment(window.end), skill: visit.row.skill }
  happen(ticket, 'visit_proposed', at, by, { visit, data })
  return visit
}

/** Puts the visit on a crew (DS-1). */
export function confirm(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  { crew, window, start = window.start }: Omit<Stop, 'day'>,
): void {
  const { dispatcher } = telling.team
  assign(visit, { crew, window, start })
  Object.assign(visit.row, { status: 'confirmed', confirmedBy: dispatcher.id })
  happen(visit.ticket, 'visit_confirmed', at, dispatcher, {
    visit,
    ...(visit.ticket.row.status === 'scheduled' ? {} : { to: 'scheduled' as const }),
    data: {
      start: moment(window.start),
      end: moment(window.end),
      crewId: [null, crew.id],
      crewZh: crew.nameZh,
      crewEn: crew.nameEn,
      plannedStart: [null, moment(start)],
    },
  })
}

export function move(telling: Telling, visit: VisitDraft, at: Date, stop: Stop, reason: string) {
  const { windowStart, windowEnd } = visit.row
  const before = visit.crew?.id ?? null
  assign(visit, stop)
  visit.row.version = (visit.row.version ?? 1) + 1
  happen(visit.ticket, 'visit_moved', at, telling.team.dispatcher, {
    visit,
    data: {
      start: [moment(windowStart), moment(stop.window.start)],
      end: [moment(windowEnd), moment(stop.window.end)],
      crewId: [before, stop.crew.id],
      reason,
    },
  })
}

/** Cancels a visit the customer had been told of; `to` is where that leaves the ticket. */
export function cancel(
  telling: Telling,
  visit: VisitDraft,
  at: Date,
  reason: string,
  to?: 'triaged',
): void {
  const { windowStart, windowEnd } = visit.row
  Object.assign(visit.row, { status: 'cancelled', cancelledAt: at, cancelReason: reason })
  happen(visit.ticket, 'visit_cancelled', at, telling.team.dispatcher, {
    visit,
    ...(to ? { to } : {}),
    data: { start: moment(windowStart), end: moment(windowEnd), reason, told: true },
  })
}

export function assign(
  visit: VisitDraft,
  { crew, window, start = window.start }: Omit<Stop, 'day'>,
): void {
  visit.crew = crew
  Object.assign(visit.row, {
    windowStart: window.start,
    windowEnd: window.end,
    plannedStart: start,
    plannedEnd: addMinutes(start, visit.row.durationMinutes),
  })
}

/** It waits for a crew again; what was agreed stands. */
export function leaveCrew(visit: VisitDraft): void {
  visit.crew = null
  Object.assign(visit.row, { status: 'proposed', plannedStart: null, plannedEnd: null })
}

/** Tells the customer when who comes, in words. */
export function tellWhen(ticket: TicketDraft, at: Date, { crew, window }: Stop): void {
  const { booked } = talk[ticket.row.locale]
  const [, month, day] = dayOf(window.start).split('-').map(Number) as [number, number, number]
  const hours = `${timeOf(window.start)}–${timeOf(window.end)}`
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  say(
    ticket,
    at,
    ticket.owner,
    ticket.row.locale === 'en'
      ? booked(`${day} ${nth(months, month - 1)}, ${hours}`, crew.nameEn)
      : booked(`${month} 月 ${day} 日 ${hours}`, crew.nameZh),
  )
}

/** The four times of VS-2. */
export interface Times {
  setOutAt: Date
  arrivedAt: Date
  startedAt: Date
  finishedAt: Date
}

/** A visit as planned, give or take; pulled back as a whole when it would end after now. */
export function timesOf(telling: Telling, visit: VisitDraft): Times {
  const { row } = visit
  const { random, now } = telling
  const usual = random.integer(-8, 12)
  const planned = row.plannedStart ?? row.windowStart
  const arrival = comesLate(telling, visit) ? minutesLong(row) + 9 + usual : usual
  const minutes = [arrival - random.integer(18, 32), arrival, arrival + random.integer(3, 8)]
  const end = minutes[2]! + Math.round(row.durationMinutes * 0.7) + random.integer(-4, 10)
  const late = Math.max(0, planned.getTime() + (end + 15) * 60_000 - now.getTime())
  const at = (minute: number) => new Date(addMinutes(planned, minute).getTime() - late)
  return {
    setOutAt: at(minutes[0]!),
    arrivedAt: at(minutes[1]!),
    startedAt: at(minutes[2]!),
    finishedAt: at(end),
  }
}

/** DS-4: now and then one takes too long to get to, where no other visit of the crew follows on that day. */
function comesLate({ today, tickets, roster }: Telling, { row, crew }: VisitDraft): boolean {
  const day = dayOf(row.windowStart)
  if (day >= today || timeOf(row.windowStart) < '15:30') return false
  const others = tickets.flatMap(({ visits }) => visits).filter((visit) => visit.row !== row)
  const follows = others.some(
    (visit) =>
      visit.crew === crew &&
      dayOf(visit.row.windowStart) === day &&
      visit.row.windowStart > row.windowStart,
  )
  const late = others.filter(({ row }) => row.arrivedAt && row.arrivedAt > row.windowEnd)
  const turn = others.filter(({ row }) => row.arrivedAt).length
  if (follows || turn < late.length * 12) return false
  windows.forEach((_, window) => roster.keep(crew!, day, window))
  return true
}

const minutesLong = ({ windowStart, windowEnd }: VisitDraft['row']) =>
  (windowEnd.getTime() - windowStart.getTime()) / 60_000

export const leaderOf = (telling: Telling, visit: VisitDraft): Colleague => {
  const leader = telling.team.crews[visit.crew!.place]?.[0]
  if (!leader) throw new Error('A crew without people')
  return leader
}

const steps = [
  ['setOutAt', 'crew_set_out', 'on_the_way'],
  ['arrivedAt', 'crew_arrived', 'arrived'],
  ['startedAt', 'work_started', 'working'],
  ['finishedAt', 'work_finished', 'finished'],
] as const

/** The crew goes, up to `until`; finishing resolves the ticket, then the customer signs. */
export function goOut(telling: Telling, visit: VisitDraft, times: Times, until: VisitStatus): void {
  const { ticket } = visit
  const leader = leaderOf(telling, visit)
  for (const [time, kind, status] of steps) {
    Object.assign(visit.row, { [time]: times[time], status })
    const outcome = visit.row.outcome ? { outcome: visit.row.outcome } : {}
    const workDone = status === 'finished' ? { workDone: ticket.matter.done, ...outcome } : {}
    happen(ticket, kind, times[time], leader, {
      visit,
      ...(status === 'working' ? { to: 'in_progress' as const } : {}),
      data: workDone,
    })
    if (status === 'on_the_way') callAhead(visit, leader, addMinutes(times.setOutAt, 1))
    if (status === 'working') photograph(visit, leader, 'before', times.startedAt)
    if (status === until) break
  }
  if (until !== 'finished') return
  finish(telling, visit, times.finishedAt)
}

/** BK-4: from the car, as they leave for it. */
function callAhead(visit: VisitDraft, by: Colleague, at: Date): void {
  Object.assign(visit.row, { calledAheadAt: at, calledAheadBy: by.id })
  happen(visit.ticket, 'called_ahead', at, by, { visit })
}

function finish(telling: Telling, visit: VisitDraft, finishedAt: Date): void {
  const { ticket, row } = visit
  const leader = leaderOf(telling, visit)
  const { done: solution } = ticket.matter
  row.workDone = solution
  const { plannedStart, plannedEnd } = row
  // Finished early, the crew was free from then on.
  const earliest = addMinutes(plannedStart!, 1)
  if (finishedAt < plannedEnd!) row.plannedEnd = finishedAt > earliest ? finishedAt : earliest
  goOn(visit, leader, finishedAt)
  if (row.outcome !== 'taken_away') photograph(visit, leader, 'after', addMinutes(finishedAt, 1))
  const signedAt = notAfterNow(telling, addMinutes(finishedAt, 4))
  ticket.pictures.push({
    stage: 'signature',
    picture: signatureNumbered(telling.random.integer(0, 99)),
    name: 'signature.png',
    visit,
    by: leader,
    at: signedAt,
  })
  visit.signing = { signer: ticket.row.name }
  happen(ticket, 'work_signed', signedAt, leader, { visit, data: visit.signing })
}

/** What becomes of the matter: over, the desk's again, or waiting for what was taken along (VS-4). */
function goOn(visit: VisitDraft, leader: Colleague, at: Date): void {
  const { ticket, row } = visit
  const solution = ticket.matter.done
  if (row.outcome === 'escalated') {
    const data = { found: solution, needed: visit.needed }
    happen(ticket, 'visit_escalated', at, leader, { visit, to: 'triaged', data })
    return
  }
  const away = visit.home?.taken.find((receipt) => receipt.row.purpose === 'repair')
  if (row.outcome !== 'taken_away' || !away) {
    Object.assign(ticket.row, { solution, resolvedAt: at })
    happen(ticket, 'resolved', at, leader, { visit, to: 'resolved', data: { solution } })
    return
  }
  const until = away.row.backOn!
  const data: Record<string, unknown> = { until, custody: true }
  away.named.push((number) => {
    data.reason = `${number} ${away.row.item}`
    if (ticket.row.status === 'paused') ticket.row.pauseReason = data.reason as string
  })
  Object.assign(ticket.row, { pausedUntil: until, pauseReason: away.row.item })
  happen(ticket, 'paused', at, leader, { visit, to: 'paused', data })
}

function photograph(visit: VisitDraft, by: Colleague, stage: 'before' | 'after', at: Date): void {
  const { ticket } = visit
  if (!ticket.matter.scene) return
  ticket.pictures.push({
    stage,
    picture: pictureOf(ticket.matter.scene, stage),
    name: `${stage}.jpg`,
    visit,
    by,
    at,
  })
  happen(ticket, 'photos_added', at, by, { visit, data: { stage, count: 1 } })
}
