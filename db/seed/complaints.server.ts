import { asc, desc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { complaintFindings, complaintPeople, complaints, faults } from '#db/schema/complaints.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { addHours, addMinutes } from '#app/platform/time.server.ts'
import type { Telling } from './telling.ts'

/** CP-1, CP-2: complaints where their tickets are, two faults among them: one waits for its answer, one is verified. */
export async function tellComplaints(db: Db, { now, team }: Telling): Promise<void> {
  const rows = await db
    .select({ ticket: tickets, complaint: complaints })
    .from(complaints)
    .innerJoin(tickets, eq(tickets.id, complaints.ticketId))
    .orderBy(asc(tickets.id))
  const by = team.manager.id
  const of = (status: string) => rows.filter(({ ticket }) => ticket.status === status)
  for (const { ticket } of of('resolved')) {
    const at = await lastOf(db, ticket.id)
    await change(db, ticket.id, { ...answered(ticket.solution!, by), answeredAt: at })
    await tell(db, ticket.id, 'complaint_answered', at, by)
  }
  for (const { ticket } of of('closed')) {
    await change(db, ticket.id, {
      ...answered(ticket.solution!, by),
      ...{ status: 'closed', answeredAt: ticket.resolvedAt, closedAt: ticket.closedAt },
      ...{ verdict: 'content', verdictAt: ticket.closedAt },
    })
    const at = await lastOf(db, ticket.id)
    await tell(db, ticket.id, 'complaint_verdict', at, null, { verdict: 'content', note: '' })
    await tell(db, ticket.id, 'complaint_closed', at, null)
  }
  const again = of('triaged')[1]?.ticket
  if (again) {
    const at = await lastOf(db, again.id)
    const reason = '顾客又来电话，师傅还没有到'
    await change(db, again.id, { status: 'investigating', about: 'service' })
    await tell(db, again.id, 'complaint_answered', at, by)
    await tell(db, again.id, 'complaint_reopened', at, by, { reason })
  }
  const raised = of('triaged')[0]?.ticket
  const person = team.crews[1]?.[1] ?? team.crews[0]![0]!
  if (raised && raised.ownerId !== person.id) {
    const at = addHours(now, -3)
    await change(db, raised.id, { status: 'investigating', about: 'conduct' })
    await db.insert(complaintPeople).values({ ticketId: raised.id, staffId: person.id, at, by })
    await db.insert(complaintFindings).values({
      ...{ ticketId: raised.id, at, by },
      body: '查了当天的记录：约的 10:00，11:25 才到，没有事先说。',
    })
    await db.insert(faults).values({
      ...{ ticketId: raised.id, staffId: person.id, kind: 'not_arrived', raisedAt: at },
      ...{ raisedBy: by, answerBy: addHours(at, 72), what: '约的 10:00，11:25 才到，没有事先说。' },
    })
  }
  const past = of('closed')[0]?.ticket
  const other = team.crews[2]?.[0] ?? team.crews[0]![0]!
  if (past?.resolvedAt && past.ownerId !== other.id) {
    const at = past.createdAt
    await db.insert(complaintPeople).values({ ticketId: past.id, staffId: other.id, at, by })
    await db.insert(faults).values({
      ...{ ticketId: past.id, staffId: other.id, kind: 'repeated_repair', status: 'verified' },
      ...{ what: '同一处修了三次，前两次没有换该换的零件。', raisedAt: at, raisedBy: by },
      ...{ answerBy: addHours(at, 72), answer: '零件没有带够，怕耽误时间先凑合了。' },
      ...{ answeredAt: addMinutes(at, 90), decidedAt: past.resolvedAt, decidedBy: by },
      decisionWhy: '应当当场说明缺件并另约，不该凑合。',
    })
  }
}

const answered = (resolution: string, by: string) => ({
  ...{ status: 'answered' as const, about: 'service' as const, resolution, answeredBy: by },
  cause: '约好的时间没有提前确认。',
})

const change = async (
  db: Db,
  ticketId: number,
  facts: Partial<typeof complaints.$inferInsert>,
): Promise<void> => {
  await db
    .update(complaints)
    .set({ ...facts, version: 2 })
    .where(eq(complaints.ticketId, ticketId))
}

/** When the last of it happened: what is told goes after that. */
async function lastOf(db: Db, ticketId: number): Promise<Date> {
  const [last] = await db
    .select({ at: ticketEvents.at })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(desc(ticketEvents.id))
    .limit(1)
  return last!.at
}

const tell = (
  db: Db,
  ticketId: number,
  kind: TicketEventKind,
  at: Date,
  by: string | null,
  data: Record<string, unknown> = {},
) =>
  db.insert(ticketEvents).values({
    ...{ ticketId, kind, at, data, actorId: by },
    actorKind: by ? ('staff' as const) : ('customer' as const),
  })
