import { eq } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { findTicket, peopleOfComplaint, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'

export type Complaint = typeof complaints.$inferSelect

/** A complaint and the ticket it came as. */
export interface Found {
  complaint: Complaint
  ticket: Ticket
}

/**
 * The complaint of this ticket, to be read. Whom it is about finds none.
 * @throws DomainError not_found
 */
export async function findComplaint(ctx: Ctx, number: string): Promise<Found> {
  const ticket = await findTicket(ctx, number)
  const { actor } = ctx
  if (actor.kind === 'staff' && (await peopleOfComplaint(ctx, ticket.id)).includes(actor.id)) {
    throw notFound()
  }
  const [complaint] = await rowOf(ctx, ticket)
  if (!complaint || ticket.kind !== 'complaint') throw notFound()
  return { complaint, ticket }
}

/**
 * The same, held until the transaction ends, its ticket first.
 * @throws DomainError not_found; conflict `complaintAboutYou` for whom it is about (CP-1)
 */
export async function holdComplaint(tx: Tx, number: string): Promise<Found> {
  const ticket = await findTicket(tx, number, { lock: true })
  return { complaint: await holdComplaintOf(tx, ticket), ticket }
}

/** The complaint of a ticket that the caller holds, held too. @throws DomainError not_found */
export async function holdComplaintOf(
  tx: Tx,
  ticket: Pick<Ticket, 'id' | 'kind'>,
): Promise<Complaint> {
  const [complaint] = await rowOf(tx, ticket).for('update')
  if (!complaint || ticket.kind !== 'complaint') throw notFound()
  return complaint
}

const rowOf = (ctx: Ctx, ticket: Pick<Ticket, 'id'>) =>
  ctx.db.select().from(complaints).where(eq(complaints.ticketId, ticket.id))

/** a form filled from an older version of the complaint is shown what changed instead of being saved. */
export function refuseStaleComplaint(complaint: Complaint, version: number): void {
  if (complaint.version !== version) throw refused('complaintChanged')
}

/** @throws DomainError conflict when it ended */
export function refuseEnded({ status }: Complaint): void {
  if (status === 'closed' || status === 'withdrawn') throw refused('complaintNotInState')
}
