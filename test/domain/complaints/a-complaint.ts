import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { complaintPeople, complaints, faults } from '#db/schema/complaints.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { ComplaintStatus } from '#db/vocabulary/complaints.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'

/** A manager who handles complaints, as a request of theirs would have it. */
export const aManager = async (db: Db, now = tuesdayMorning) =>
  contextOf(db, await aColleague(db, 'aftersales_manager'), { now })

export const later = (hours: number) => new Date(tuesdayMorning.getTime() + hours * 3_600_000)

export const key = () => `complaint-key-number-${serial()}-`.padEnd(32, 'x')

/** A complaint in the standing asked for. */
export async function aComplaint(
  db: Db,
  status: ComplaintStatus = 'open',
  facts: Parameters<typeof aTicket>[1] = {},
) {
  const ticket = await aTicket(db, { kind: 'complaint', status: 'triaged', ...facts })
  const answered = status === 'answered' || status === 'closed'
  await db
    .update(complaints)
    .set({
      status,
      ...(answered
        ? { resolution: '明天重新上门', cause: '路上堵车', answeredAt: tuesdayMorning }
        : {}),
      ...(status === 'closed'
        ? { closedAt: tuesdayMorning, verdict: 'content', verdictAt: tuesdayMorning }
        : {}),
    })
    .where(eq(complaints.ticketId, ticket.id))
  return { ticket, number: ticket.number, version: 1 }
}

export const complaintNow = async (db: Db, { id }: { id: number }) =>
  only(await db.select().from(complaints).where(eq(complaints.ticketId, id)))

export const ticketNow = async (db: Db, { id }: { id: number }) =>
  only(await db.select().from(tickets).where(eq(tickets.id, id)))

export const kindsOf = async (db: Db, { id }: { id: number }) =>
  (
    await db
      .select({ kind: ticketEvents.kind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, id))
      .orderBy(ticketEvents.id)
  ).map(({ kind }) => kind)

export const callsOf = (db: Db, { id }: { id: number }) =>
  db.select().from(followUps).where(eq(followUps.ticketId, id)).orderBy(followUps.id)

export const mailsTo = async (db: Db, staffId: string) =>
  (await db.select().from(messages).where(eq(messages.staffId, staffId))).map(
    ({ template, params }) => ({ template, params }),
  )

export const isAbout = (db: Db, ticket: { id: number }, person: { id: string }) =>
  db
    .insert(complaintPeople)
    .values({ ticketId: ticket.id, staffId: person.id, at: tuesdayMorning })
    .onConflictDoNothing()

export const faultNow = async (db: Db, id: number) =>
  only(await db.select().from(faults).where(eq(faults.id, id)))
