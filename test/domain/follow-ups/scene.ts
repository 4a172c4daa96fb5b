import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { followUpAttempts, followUps, ratings } from '#db/schema/follow-ups.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { AnswersForm } from '#app/domain/follow-ups/answers-form.ts'
import { addHours } from '#app/platform/time.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'

/** `HH:MM` in Shanghai on the Tuesday of the tests, or some days later. */
export const at = (time: string, days = 0) =>
  new Date(new Date(`2026-03-10T${time}:00+08:00`).getTime() + days * 86_400_000)

export const aCaller = async (db: Db, now = tuesdayMorning) =>
  contextOf(db, await aColleague(db, 'caller', { name: '吴倩' }), { now })

/** A call due about a visit finished just now. */
export async function aFollowUp(
  db: Db,
  facts: Partial<typeof followUps.$inferInsert> = {},
  ticketFacts: Parameters<typeof aTicket>[1] = {},
) {
  const ticket = await aTicket(db, {
    status: 'resolved',
    resolvedAt: tuesdayMorning,
    solution: '换了铰链',
    ...ticketFacts,
  })
  const visit = await aConfirmedVisit(db, {
    ticketId: ticket.id,
    status: 'finished',
    workDone: '换了铰链',
    arrivedAt: tuesdayMorning,
    finishedAt: tuesdayMorning,
  })
  const values = {
    ticketId: ticket.id,
    visitId: visit.id,
    createdAt: tuesdayMorning,
    notBefore: tuesdayMorning,
    dueAt: addHours(tuesdayMorning, 24),
    ...facts,
  }
  const kept = only(await db.insert(followUps).values(values).returning())
  return { ...kept, visitId: visit.id }
}

export const answers = (given: Record<string, unknown> = {}) =>
  AnswersForm.parse({
    attempt: '1',
    attitude: '5',
    quality: '4',
    solved: '5',
    punctuality: '4',
    tidiness: '5',
    recommend: '9',
    reason: '',
    words: '师傅很细心',
    ...given,
  })

export const followUpNow = async (db: Db, id: number) =>
  only(await db.select().from(followUps).where(eq(followUps.id, id)))

export const attemptsNow = (db: Db, id: number) =>
  db
    .select()
    .from(followUpAttempts)
    .where(eq(followUpAttempts.followUpId, id))
    .orderBy(followUpAttempts.attempt)

export const ratingsNow = (db: Db, visitId: number) =>
  db.select().from(ratings).where(eq(ratings.visitId, visitId))

export const ticketNow = async (db: Db, id: number) =>
  only(await db.select().from(tickets).where(eq(tickets.id, id)))

export const complaintsAbout = (db: Db, visitId: number) =>
  db.select().from(tickets).where(eq(tickets.aboutVisitId, visitId))

export const eventsOf = (db: Db, ticketId: number) =>
  db
    .select({ kind: ticketEvents.kind, data: ticketEvents.data })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(ticketEvents.id)
