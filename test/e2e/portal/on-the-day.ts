import { custodyReceipts } from '#db/schema/custody.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { ticketEvents, type tickets } from '#db/schema/tickets.ts'
import type { visits } from '#db/schema/visits.ts'
import { visitDelays, visitExtras, visitPauses } from '#db/schema/work.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { aCrew } from '#test/factories/crews.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import type { Site } from '#test/setup/site.ts'
import { aTrackLink } from './coming-days.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'

const minute = 60_000
export const inMinutes = (n: number) => new Date(Date.now() + n * minute)
/** What only colleagues may read; it stands wherever they write. */
export const forColleagues = 'canary-4711'

type Status = 'confirmed' | 'on_the_way' | 'arrived' | 'working' | 'finished' | 'cancelled'

/** A visit whose window is now, as far as it has come; its customer's private link. */
export async function aDay(
  site: Site,
  status: Status,
  {
    ticket: ticketFacts = {},
    ...facts
  }: Partial<typeof visits.$inferInsert> & { ticket?: Partial<typeof tickets.$inferInsert> } = {},
) {
  const { db } = site.database
  const crew = await aCrew(db, {
    nameZh: '维修二组',
    nameEn: 'Repair crew 2',
    vehicle: '苏E·0A418',
  })
  const member = await aColleague(db, 'crew', {
    name: '王海涛',
    crewId: crew.id,
    phone: forColleagues,
    email: `${forColleagues}-${crew.id}@example.test`,
  })
  const atWork = ['arrived', 'working', 'finished'].includes(status)
  const ticket = await aTicket(db, {
    status: atWork || status === 'on_the_way' ? 'in_progress' : 'scheduled',
    name: '林小兰',
    lat: 31.299379,
    lng: 120.619585,
    pauseReason: forColleagues,
    createdAt: inMinutes(-3000),
    ...ticketFacts,
  })
  const visit = await aConfirmedVisit(db, {
    ticketId: ticket.id,
    crewId: crew.id,
    status,
    // Half an hour ago, and still today.
    windowStart: new Date(
      Math.max(inMinutes(-30).getTime(), spanOfDay(dayOf(new Date())).start.getTime()),
    ),
    windowEnd: inMinutes(90),
    plannedStart: inMinutes(10),
    plannedEnd: inMinutes(70),
    ...(status === 'on_the_way' || atWork ? { setOutAt: inMinutes(-20) } : {}),
    ...(atWork ? { arrivedAt: inMinutes(-10) } : {}),
    ...(status === 'working' || status === 'finished' ? { startedAt: inMinutes(-8) } : {}),
    ...(status === 'finished' ? { finishedAt: inMinutes(-1), workDone: '换了上铰链' } : {}),
    ...facts,
  })
  const record = async (kind: TicketEventKind, data: Record<string, unknown> = {}) => {
    await db.insert(ticketEvents).values({
      ticketId: ticket.id,
      visitId: visit.id,
      kind,
      at: inMinutes(-1),
      actorKind: 'staff',
      actorId: member.id,
      data,
    })
  }
  await record('visit_confirmed')
  if (visit.setOutAt) await record('crew_set_out', { expectedAt: inMinutes(12).toISOString() })
  return {
    ticket,
    visit,
    member,
    record,
    track: await aTrackLink(site, ticket.id),
    at: { visitId: visit.id, by: member.id },
  }
}

type Day = Awaited<ReturnType<typeof aDay>>

export async function late(site: Site, { at, record }: Day) {
  const expectedAt = inMinutes(150)
  await site.database.db.insert(visitDelays).values({
    ...at,
    reason: 'traffic',
    note: '高架上有事故',
    expectedAt,
    toldAt: inMinutes(1),
  })
  await record('late_told', { reason: 'traffic', expectedAt: expectedAt.toISOString(), told: true })
  return expectedAt
}

export async function resting(site: Site, { at, record }: Day) {
  await site.database.db
    .insert(visitPauses)
    .values({ ...at, reason: 'parts', note: forColleagues, pausedAt: inMinutes(-2) })
  await record('work_paused', { reason: 'parts', note: forColleagues })
}

export async function extraWork(site: Site, { visit, member }: Day, what = '再换一个门轨') {
  return only(
    await site.database.db
      .insert(visitExtras)
      .values({
        key: newToken(),
        visitId: visit.id,
        what,
        minutes: 30,
        price: 12_000,
        proposedAt: inMinutes(-2),
        proposedBy: member.id,
      })
      .returning(),
  )
}

export async function takenAlong(site: Site, { ticket, visit, member, record }: Day) {
  const receipt = only(
    await site.database.db
      .insert(custodyReceipts)
      .values({
        key: newToken(),
        visitId: visit.id,
        ticketId: ticket.id,
        purpose: 'repair',
        item: '中门',
        condition: '左下角有磕碰',
        reason: '要在车间换边框',
        backOn: '2099-03-17',
        takenAt: inMinutes(-2),
        takenBy: member.id,
        handedBy: '林小兰',
      })
      .returning(),
  )
  await record('item_taken', { number: receipt.number, purpose: 'repair', item: '中门' })
  return receipt
}

export async function callDue(site: Site, { ticket, visit }: Day) {
  await site.database.db.insert(followUps).values({
    ticketId: ticket.id,
    visitId: visit.id,
    createdAt: inMinutes(-1),
    notBefore: inMinutes(-1),
    dueAt: inMinutes(1400),
  })
}
