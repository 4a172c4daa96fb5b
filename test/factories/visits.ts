import type { Db } from '#db/client.server.ts'
import { visits } from '#db/schema/visits.ts'
import { tuesdayMorning } from './context.ts'
import { aCrew } from './crews.ts'
import { only } from './serial.ts'
import { aTicket } from './tickets.ts'

const hours = (n: number) => new Date(tuesdayMorning.getTime() + n * 3_600_000)

/** A visit proposed for two to four in the afternoon, one hour long, with no crew yet. */
export async function aVisit(db: Db, facts: Partial<typeof visits.$inferInsert> = {}) {
  const values = {
    ticketId: facts.ticketId ?? (await aTicket(db, { status: 'triaged' })).id,
    skill: 'repair' as const,
    work: '调门轨',
    windowStart: hours(4),
    windowEnd: hours(6),
    durationMinutes: 60,
    createdAt: tuesdayMorning,
    ...facts,
  }
  return only(await db.insert(visits).values(values).returning())
}

/** The same visit with a crew, agreed with the customer. */
export async function aConfirmedVisit(db: Db, facts: Partial<typeof visits.$inferInsert> = {}) {
  return aVisit(db, {
    ticketId: facts.ticketId ?? (await aTicket(db, { status: 'scheduled' })).id,
    status: 'confirmed',
    crewId: facts.crewId ?? (await aCrew(db)).id,
    plannedStart: hours(4),
    plannedEnd: hours(5),
    ...facts,
  })
}
