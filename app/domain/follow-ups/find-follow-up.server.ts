import { and, eq } from 'drizzle-orm'
import { followUpAttempts, followUps } from '#db/schema/follow-ups.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { FollowUpKind } from '#db/vocabulary/follow-ups.ts'
import { visibleCalls } from './visible-calls.server.ts'

export type FollowUp = typeof followUps.$inferSelect
export type Attempt = typeof followUpAttempts.$inferSelect

/** A follow-up's key as it stands in an address. @throws DomainError not_found */
export function readFollowUpId(given: string | undefined): number {
  if (!/^\d{1,15}$/.test(given ?? '')) throw notFound()
  return Number(given)
}

/** @throws DomainError not_found, also when its ticket, or that kind of call, isn't the actor's to see */
export async function findFollowUp(ctx: Ctx, id: number): Promise<FollowUp> {
  const [row] = await ctx.db
    .select({ followUp: followUps })
    .from(followUps)
    .innerJoin(tickets, eq(tickets.id, followUps.ticketId))
    .where(and(eq(followUps.id, id), visibleCalls(ctx.actor)))
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
 * @param kind what the answers are about; left out for an attempt without answers
 * @returns null when this very attempt is already kept: the same form sent twice
 * @throws DomainError conflict when a colleague called meanwhile, or the follow-up is over
 */
export async function holdFollowUp(
  tx: Tx,
  id: number,
  { attempt, outcome, kind }: { attempt: number; outcome: Attempt['outcome']; kind?: FollowUpKind },
): Promise<OpenCall | null> {
  const { ticketId } = await findFollowUp(tx, id)
  const ticket = await findTicketById(tx, ticketId, { lock: true })
  const [followUp] = await tx.db.select().from(followUps).where(eq(followUps.id, id)).for('update')
  if (!followUp || (kind && followUp.kind !== kind)) throw notFound()
  const attempts = await attemptsOf(tx, id)
  const same = attempts.find((one) => one.attempt === attempt)
  const mine = tx.actor.kind === 'staff' && same?.by === tx.actor.id
  if (same && mine && same.outcome === outcome) return null
  if (followUp.status !== 'due') throw refused('followUpDone')
  if (attempts.length + 1 !== attempt) throw refused('followUpChanged')
  return { ticket, followUp, attempts }
}

/** FU-2: keeps the attempt at which the customer answered; the follow-up is done. */
export async function finishFollowUp(tx: Tx, { followUp, attempts }: OpenCall): Promise<Date> {
  authorize(tx.actor, 'follow-up:call')
  const at = tx.now()
  await tx.db.insert(followUpAttempts).values({
    followUpId: followUp.id,
    attempt: attempts.length + 1,
    outcome: 'answered',
    at,
    by: tx.actor.id,
  })
  await tx.db
    .update(followUps)
    .set({ status: 'done', doneAt: at })
    .where(eq(followUps.id, followUp.id))
  return at
}

/** The visit a call is about. @throws DomainError not_found when it is about none */
export function visitOfCall({ visitId }: FollowUp): { id: number } {
  if (visitId === null) throw notFound()
  return { id: visitId }
}
