import { and, eq } from 'drizzle-orm'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { findTicketById, type Ticket, visibleTickets } from '#app/domain/tickets/index.server.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'

export type FollowUp = typeof followUps.$inferSelect
export type Attempt = typeof followUpAttempts.$inferSelect

/** A follow-up's key as it stands in an address. @throws DomainError not_found */
export function readFollowUpId(given: string | undefined): number {
  if (!/^\d{1,15}$/.test(given ?? '')) throw notFound()
  return Number(given)
}

/** @throws DomainError not_found, also when its ticket isn't the actor's to see */
export async function findFollowUp(ctx: Ctx, id: number): Promise<FollowUp> {
  const [row] = await ctx.db
    .select({ followUp: followUps })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(and(eq(followUps.id, id), visibleTickets(ctx.actor)))
  if (!row) throw notFound()
  return row.followUp
}

export async function attemptsOf(ctx: Ctx, id: number): Promise<Attempt[]> {
  return ctx.db
    .select()
    .from(followUpAttempts)
    .where(eq(followUpAttempts.followUpId, id))
    .orderBy(followUpAttempts.attempt)
}

export interface OpenCall {
  ticket: Ticket
  followUp: FollowUp
  /** Earlier ones. */
  attempts: Attempt[]
}

/**
 * Takes hold of a follow-up for one attempt: first its ticket, then itself, as whoever rates online does.
 * @param attempt the number of the attempt the caller's page was about
 * @returns null when this very attempt is already kept: the same form sent twice
 * @throws DomainError conflict when a colleague called meanwhile, or the follow-up is over
 */
export async function holdFollowUp(
  tx: Tx,
  id: number,
  { attempt, outcome }: { attempt: number; outcome: Attempt['outcome'] },
): Promise<OpenCall | null> {
  const { ticketId } = await findFollowUp(tx, id)
  const ticket = await findTicketById(tx, ticketId, { lock: true })
  const [followUp] = await tx.db.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (!followUp) throw notFound()
  const attempts = await attemptsOf(tx, id)
  const same = attempts.find((one) => one.attempt === attempt)
  const mine = tx.actor.kind === 'staff' && same?.by === tx.actor.id
  if (same && mine && same.outcome === outcome) return null
  if (followUp.status !== 'due') throw refused('followUpDone')
  if (attempts.length + 1 !== attempt) throw refused('followUpChanged')
  return { ticket, followUp, attempts }
}
