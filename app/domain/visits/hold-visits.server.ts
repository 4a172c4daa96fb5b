import { asc, inArray } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import type { Visit } from './find-visit.server.ts'

export interface HeldVisit {
  visit: Visit
  ticket: Ticket
}

/**
 * Holds several visits and their tickets until the transaction ends: the tickets first, as everywhere, each kind in the
 * order of its keys. The caller holds their days.
 * @throws DomainError not_found
 */
export async function lockVisits(tx: Tx, ids: readonly number[]): Promise<Map<number, HeldVisit>> {
  if (ids.length === 0) return new Map()
  const which = inArray(visits.id, [...ids])
  const ticketsOf = tx.db.select({ id: visits.ticketId }).from(visits).where(which)
  const held = await tx.db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, ticketsOf))
    .orderBy(asc(tickets.id))
    .for('update')
  const rows = await tx.db.select().from(visits).where(which).orderBy(asc(visits.id)).for('update')
  const ticketOf = new Map(held.map((ticket) => [ticket.id, ticket]))
  return new Map(
    rows.map((visit) => {
      const ticket = ticketOf.get(visit.ticketId)
      if (!ticket) throw notFound()
      return [visit.id, { visit, ticket }]
    }),
  )
}

/**
 * Takes held visits off their places without a trace, so that the same transaction can put them anew in any order; it
 * must put every one of them.
 */
export async function vacateHeldVisits(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .update(visits)
    .set({ status: 'proposed', crewId: null, plannedStart: null, plannedEnd: null })
    .where(inArray(visits.id, [...ids]))
}
