import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { windows } from '#db/schema/bookings.ts'
import { type crews, leaves } from '#db/schema/crews.ts'
import { settings } from '#db/schema/settings.ts'
import { visits } from '#db/schema/visits.ts'
import type { Skill } from '#db/vocabulary/visits.ts'
import { makeWindows } from '#app/domain/windows/index.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'

/** Windows a few days ahead are enough to see. */
export async function aFewDaysOfWindows(db: Db) {
  await db
    .insert(settings)
    .values({ key: 'bookingDays', value: 5, updatedAt: tuesdayMorning })
    .onConflictDoNothing()
  await makeWindows(contextOf(db, { kind: 'job' }))
}

type Facts = Partial<typeof crews.$inferInsert> & { skills?: Skill[] }

/** A crew in an area of its own, with members, and windows that count on it. */
export async function aServingCrew(
  db: Db,
  { members = 1, ...facts }: Facts & { members?: number },
) {
  const area = await anArea(db)
  const crew = await aCrew(db, { skills: ['repair'], ...facts, homeAreaId: area.id })
  const people = []
  for (let i = 0; i < members; i++) people.push(await aColleague(db, 'crew', { crewId: crew.id }))
  await aFewDaysOfWindows(db)
  return { crew, area, people }
}

/** A visit of the crew, an hour long, agreed for two. */
export const aVisitOf = (db: Db, crewId: number, day: string, time: string) => {
  const start = instantAt(day, time)
  const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
  return aConfirmedVisit(db, {
    crewId,
    windowStart: start,
    windowEnd: later(120),
    plannedStart: start,
    plannedEnd: later(60),
  })
}

export const visitNow = async (db: Db, id: number) =>
  only(await db.select().from(visits).where(eq(visits.id, id)))

export const leaveNow = async (db: Db, id: number) =>
  only(await db.select().from(leaves).where(eq(leaves.id, id)))

/** The minutes an area's windows of a day can take, in order of time. */
export async function minutesOf(db: Db, areaId: number, day: string): Promise<number[]> {
  const rows = await db
    .select()
    .from(windows)
    .where(eq(windows.areaId, areaId))
    .orderBy(windows.startsAt)
  return rows.filter((row) => row.day === day).map((row) => row.capacityMinutes)
}

export async function auditOf(db: Db, subject: string) {
  const rows = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, subject))
    .orderBy(auditLog.id)
  return rows.map(({ action, actorId, data }) => ({
    action,
    by: actorId,
    data: data === null ? null : (JSON.parse(data) as unknown),
  }))
}
