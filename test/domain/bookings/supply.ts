import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { windows } from '#db/schema/bookings.ts'
import { leaves } from '#db/schema/crews.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { makeWindowsOf, refreshWindows } from '#app/domain/windows/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'

/** Wednesday, the day after the tests' Tuesday. */
export const day = '2026-03-11'

export const on = (time: string) => new Date(`${day}T${time}:00+08:00`)

/** A crew that goes to this area. */
export const aCrewOf = (db: Db, areaId: number) => aCrew(db, { homeAreaId: areaId })

/** An area with as many crews as wanted, and Wednesday's windows made from their time. */
export async function aSupply(db: Db, crewCount = 2) {
  const area = await anArea(db)
  const crews = []
  for (let i = 0; i < crewCount; i++) crews.push(await aCrewOf(db, area.id))
  const ctx = contextOf(db, { kind: 'job' })
  await inTransaction(ctx, (tx) => makeWindowsOf(tx, [day]))
  return { area, crews }
}

export async function windowOf(db: Db, areaId: number, service: Service, time = '08:30') {
  const [window] = await db
    .select()
    .from(windows)
    .where(
      and(eq(windows.areaId, areaId), eq(windows.service, service), eq(windows.startsAt, on(time))),
    )
    .orderBy(asc(windows.id))
  return window!
}

/** A repair at half past eight on Wednesday, booked in its window. */
export async function aBookedVisit(
  db: Db,
  {
    areaId,
    crewId,
    ...facts
  }: { areaId: number; crewId: number } & Parameters<typeof aConfirmedVisit>[1],
) {
  const window = await windowOf(db, areaId, 'repair')
  const ticket = await aTicket(db, { status: 'scheduled', areaId })
  const visit = await aConfirmedVisit(db, {
    ticketId: ticket.id,
    crewId,
    windowId: window.id,
    windowStart: window.startsAt,
    windowEnd: window.endsAt,
    plannedStart: on('08:30'),
    plannedEnd: on('09:30'),
    ...facts,
  })
  await recount(db)
  return visit
}

/** Leave of the whole crew on Wednesday, and what it strands. */
export async function offOnWednesday(db: Db, crewId: number) {
  const boss = await aColleague(db, 'aftersales_manager')
  await db.insert(leaves).values({
    crewId,
    startsAt: on('00:00'),
    endsAt: on('23:59'),
    reason: '家里有事',
    status: 'approved',
    askedBy: boss.id,
    askedAt: on('00:00'),
    decidedBy: boss.id,
    decidedAt: on('00:00'),
  })
  await recount(db)
}

const recount = (db: Db) =>
  inTransaction(contextOf(db, { kind: 'job' }), (tx) => refreshWindows(tx, { days: [day] }))

export const as = (db: Db, actor: StaffActor) => contextOf(db, actor)
