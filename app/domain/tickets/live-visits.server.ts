import { and, eq, inArray, ne } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { visitStatuses } from '#db/vocabulary/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Ticket } from './find-ticket.server.ts'

const live = visitStatuses.filter((status) => status !== 'finished' && status !== 'cancelled')

/** The visits that are to come, go on or took place. */
export async function madeVisits(ctx: Ctx, ticket: Pick<Ticket, 'id'>) {
  return ctx.db
    .select({ id: visits.id })
    .from(visits)
    .where(and(eq(visits.ticketId, ticket.id), ne(visits.status, 'cancelled')))
}

/** The visits still to come or going on; the caller holds the ticket's lock when it decides by them. */
export async function liveVisits(ctx: Ctx, ticket: Pick<Ticket, 'id'>) {
  return ctx.db
    .select({ id: visits.id, status: visits.status })
    .from(visits)
    .where(and(eq(visits.ticketId, ticket.id), inArray(visits.status, live)))
}
