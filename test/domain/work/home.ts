import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { attachments, type tickets } from '#db/schema/tickets.ts'
import { signedRecords, type visits } from '#db/schema/visits.ts'
import type { TicketStatus } from '#db/vocabulary/tickets.ts'
import type { VisitStatus } from '#db/vocabulary/visits.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'

interface Facts {
  visit?: Partial<typeof visits.$inferInsert>
  ticket?: Partial<typeof tickets.$inferInsert>
  now?: Date
}

const ticketAt: Partial<Record<VisitStatus, TicketStatus>> = {
  working: 'in_progress',
  finished: 'resolved',
}

/** A crew at a home: its visit, its ticket, and a member as the actor. */
export async function atHome(
  db: Db,
  status: VisitStatus,
  { visit: facts, ticket: about, now = at('14:30') }: Facts = {},
) {
  const ticket = await aTicket(db, { status: ticketAt[status] ?? 'scheduled', ...about })
  const visit = await aConfirmedVisit(db, {
    ticketId: ticket.id,
    status,
    ...(status === 'finished' ? { workDone: '看过了', finishedAt: now } : {}),
    ...facts,
  })
  const technician = await aColleague(db, 'crew', { crewId: visit.crewId })
  return { ticket, visit, technician, ctx: asActor(db, technician, now) }
}

/** As if the customer had signed; no more than what makes it signed. */
export async function signed(db: Db, visitId: number) {
  const rows = await db.select({ seq: signedRecords.seq }).from(signedRecords)
  const seq = rows.length + 1
  await db.insert(signedRecords).values({
    seq,
    visitId,
    content: '{}',
    previousHash: '0'.repeat(64),
    hash: `${visitId}`.padStart(64, '0'),
    signedAt: at('15:00'),
    signerName: '林晓岚',
  })
}

export const filesOf = (db: Db, visitId: number) =>
  db.select().from(attachments).where(eq(attachments.visitId, visitId))
