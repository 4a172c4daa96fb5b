import { and, eq } from 'drizzle-orm'
import { followUps, ratings } from '#db/schema/follow-ups.ts'
import { visits } from '#db/schema/visits.ts'
import { findTicketById, recordEvent } from '#app/domain/tickets/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { openComplaint } from './open-complaint.server.ts'
import { ratingDeadline } from './rating-deadline.server.ts'
import { isPoor, type Rating } from './rating-form.ts'

/**
 * FU-2, FU-4: keeps the customer's answers about a visit; they may change them until the rating's deadline. Answers
 * that are fine settle the follow-up; poor ones, and a wish to be called, leave it due, and poor ones open a complaint.
 * @throws DomainError not_found, conflict
 */
export async function rateVisit(
  ctx: Ctx<CustomerActor>,
  visitId: number,
  rating: Rating,
  linkEnds: Date | null = null,
): Promise<void> {
  const { ratingDays } = await currentSettings(ctx)
  await inTransaction(ctx, async (tx) => {
    const ticket = await findTicketById(tx, ctx.actor.ticketId, { lock: true })
    const [visit] = await tx.db
      .select({ id: visits.id, status: visits.status })
      .from(visits)
      .where(and(eq(visits.id, visitId), eq(visits.ticketId, ticket.id)))
    if (!visit) throw notFound()
    if (visit.status !== 'finished') throw refused('visitNotFinished')
    const [before] = await tx.db
      .select({ createdAt: ratings.createdAt })
      .from(ratings)
      .where(eq(ratings.visitId, visit.id))
    const now = tx.now()
    const until = ratingDeadline(linkEnds, before?.createdAt ?? null, { ratingDays, now })
    if (until <= now) throw refused('ratingClosed')

    const poor = isPoor(rating)
    const values = {
      ...rating,
      recommend: rating.recommend ?? null,
      wantsCall: poor && rating.wantsCall,
      source: 'online' as const,
      updatedAt: now,
    }
    await tx.db
      .insert(ratings)
      .values({ ...values, visitId: visit.id, createdAt: now })
      .onConflictDoUpdate({ target: ratings.visitId, set: values })
    await recordEvent(tx, ticket, 'rated', { ...values, updatedAt: undefined }, visit)
    const [from, to] = poor
      ? (['rated_online', 'due'] as const)
      : (['due', 'rated_online'] as const)
    await tx.db
      .update(followUps)
      .set({ status: to, doneAt: to === 'due' ? null : now })
      .where(
        and(
          eq(followUps.visitId, visit.id),
          eq(followUps.kind, 'visit'),
          eq(followUps.status, from),
        ),
      )
    if (poor) await openComplaint(tx, ticket, visit, rating)
  })
}
