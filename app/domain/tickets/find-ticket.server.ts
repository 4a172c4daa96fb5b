import { and, eq, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { isErasedPhone } from '#db/vocabulary/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { refuseAboutMe } from './about-them.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

export type Ticket = typeof tickets.$inferSelect

/**
 * The ticket with this number, if the actor may see it; with `lock`, held until the transaction ends.
 * @throws DomainError not_found; with `lock`, conflict `complaintAboutYou` (CP-1)
 */
export const findTicket = (ctx: Ctx, number: string, options: { lock?: boolean } = {}) =>
  find(ctx, eq(tickets.number, number), options)

/** The same by key. */
export const findTicketById = (ctx: Ctx, id: number, options: { lock?: boolean } = {}) =>
  find(ctx, eq(tickets.id, id), options)

async function find(ctx: Ctx, which: SQL, { lock = false }: { lock?: boolean }): Promise<Ticket> {
  const query = ctx.db
    .select()
    .from(tickets)
    .where(and(which, visibleTickets(ctx.actor)))
  const [ticket] = await (lock ? query.for('update') : query)
  if (!ticket) throw notFound()
  if (lock) await refuseAboutMe(ctx, ticket)
  return ticket
}

/** @throws DomainError conflict when its customer was erased: it stays as a figure */
export function refuseErased({ phone }: Pick<Ticket, 'phone'>): void {
  if (isErasedPhone(phone)) throw refused('customerErased')
}

/** a form filled from an older version than the ticket's is shown what changed instead of being saved. */
export function refuseStale(ticket: Ticket, version: number): void {
  if (ticket.version !== version) throw refused('ticketChanged')
}
