import { and, eq, sql, type SQL } from 'drizzle-orm'
import { visits } from '#db/schema/visits.ts'
import { findTicketById, type Ticket } from '#app/domain/tickets/index.server.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { may } from '#app/platform/permissions.ts'

export type Visit = typeof visits.$inferSelect

/** A visit's key as an address carries it. @throws DomainError not_found */
export function readVisitId(value: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(value ?? '')) throw notFound()
  return Number(value)
}

/** Which visits this actor may know of: a crew knows its own. `undefined` means all. */
export function visibleVisits(actor: Actor): SQL | undefined {
  if (actor.kind === 'job' || may(actor, 'visit:read')) return undefined
  return ownVisits(actor)
}

/** The visits of the actor's own crew, whatever else the actor may see. */
export function ownVisits(actor: Actor): SQL {
  if (!may(actor, 'visit:work') || actor.crewId === null) return sql`false`
  return and(eq(visits.crewId, actor.crewId), sql`${visits.status} <> 'proposed'`)!
}

/** @throws DomainError not_found */
export async function findVisit(
  ctx: Ctx,
  id: number,
  which: SQL | undefined = visibleVisits(ctx.actor),
): Promise<Visit> {
  const [visit] = await ctx.db
    .select()
    .from(visits)
    .where(and(eq(visits.id, id), which))
  if (!visit) throw notFound()
  return visit
}

/** The same for a visit of the actor's own crew alone. */
export const findOwnVisit = (ctx: Ctx, id: number) => findVisit(ctx, id, ownVisits(ctx.actor))

/**
 * Holds a visit and its ticket until the transaction ends: the ticket first, as everywhere. Whoever may act on the
 * visit may change its ticket's status with it, even without seeing the ticket's own pages.
 * @throws DomainError not_found
 */
export async function lockVisit(
  tx: Tx,
  id: number,
  which: SQL | undefined = visibleVisits(tx.actor),
): Promise<{ visit: Visit; ticket: Ticket }> {
  const { ticketId } = await findVisit(tx, id, which)
  const ticket = await findTicketById({ ...tx, actor: { kind: 'job' } }, ticketId, { lock: true })
  const [visit] = await tx.db
    .select()
    .from(visits)
    .where(and(eq(visits.id, id), which))
    .for('update')
  if (!visit) throw notFound()
  return { visit, ticket }
}

/** The ticket of a visit linked with one whose ticket the caller holds; held too when it is another. */
export const ticketOfLinked = async (tx: Tx, held: Ticket, { ticketId }: Visit): Promise<Ticket> =>
  ticketId === held.id
    ? held
    : findTicketById({ ...tx, actor: { kind: 'job' } }, ticketId, { lock: true })

/** a form filled from an older version of the visit is shown what changed instead of being saved. */
export function refuseStale(visit: Visit, version: number): void {
  if (visit.version !== version) throw refused('visitChanged')
}

/** Changes a visit whose lock the caller holds, and counts the change. Without a crew it is pinned to nothing. */
export async function changeVisit(
  tx: Tx,
  visit: Visit,
  facts: Partial<typeof visits.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(visits)
    .set({
      ...facts,
      ...(facts.crewId === null ? { pinned: false } : {}),
      version: sql`${visits.version} + 1`,
    })
    .where(eq(visits.id, visit.id))
}
