import { and, eq, type SQL } from 'drizzle-orm'
import { returnCases } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { visibleCases } from './visible-cases.server.ts'

export type Case = typeof returnCases.$inferSelect

/** A case and the ticket it hangs on. */
export interface Found {
  case: Case
  ticket: Ticket
}

/**
 * The case with this number, if the actor may see it; with `lock`, held until the transaction ends, its ticket first.
 * @throws DomainError not_found
 */
export const findCase = (ctx: Ctx, number: string, options: { lock?: boolean } = {}) =>
  find(ctx, eq(returnCases.number, number), options)

/** The same by key. */
export const findCaseById = (ctx: Ctx, id: number, options: { lock?: boolean } = {}) =>
  find(ctx, eq(returnCases.id, id), options)

async function find(ctx: Ctx, which: SQL, { lock = false }: { lock?: boolean }): Promise<Found> {
  const [seen] = await ctx.db
    .select({ case: returnCases })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(which, visibleCases(ctx.actor)))
  if (!seen) throw notFound()
  // Whoever sees the case acts on its ticket with it, even without seeing the ticket's own pages.
  const ticket = await findTicketById({ ...ctx, actor: { kind: 'job' } }, seen.case.ticketId, {
    lock,
  })
  if (!lock) return { case: seen.case, ticket }
  const [held] = await ctx.db
    .select()
    .from(returnCases)
    .where(eq(returnCases.id, seen.case.id))
    .for('update')
  return { case: held!, ticket }
}

/** The open case of a ticket that the caller holds, held too. @throws DomainError not_found */
export async function holdCaseOfTicket(tx: Tx, caseId: number): Promise<Case> {
  const [held] = await tx.db
    .select()
    .from(returnCases)
    .where(eq(returnCases.id, caseId))
    .for('update')
  if (!held) throw notFound()
  return held
}

/** a form filled from an older version of the case is shown what changed instead of being saved. */
export function refuseStaleCase(one: Case, version: number): void {
  if (one.version !== version) throw refused('caseChanged')
}
