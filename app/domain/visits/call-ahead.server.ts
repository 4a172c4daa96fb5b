import { and, count, eq, sql } from 'drizzle-orm'
import { ticketEvents } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import type { CallAheadForm } from './call-ahead-form.ts'
import { isCallDue, isCorrectable, notCalledAhead } from './call-ahead.ts'
import { lockVisit, ownVisits, type Visit } from './find-visit.server.ts'

/**
 * Logs that the crew called ahead of a visit (BK-4). A call nobody answered is kept too, and leaves the task standing;
 * the same call twice, or from two members at once, is one. For some minutes what was logged as answered can be put
 * right: nobody was reached, and the task stands again. At the door it is logged whether anybody answered, and no more.
 * @throws DomainError conflict when there is nobody to call now, as after a move
 */
export async function callAhead(
  ctx: Ctx,
  id: number,
  { outcome, call }: CallAheadForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: calledAheadBy } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    if (visit.status === 'cancelled') throw refused('visitCancelled')
    if (outcome === 'not_reached') {
      if (!isCorrectable(visit, tx.now())) return
      await tx.db.update(visits).set(notCalledAhead).where(eq(visits.id, id))
      await recordEvent(tx, ticket, 'called_ahead', { outcome: 'no_answer' }, visit)
      return
    }
    const atDoor = visit.status === 'arrived'
    if (visit.calledAheadAt && !atDoor) return
    if ((atDoor || outcome === 'no_answer') && (await callsAhead(tx, visit)) >= call) return
    if (atDoor) return recordEvent(tx, ticket, 'called_ahead', { outcome }, visit)
    const { callAheadMinutes } = await currentSettings(tx)
    if (!isCallDue(visit, tx.now(), { callAheadMinutes })) throw refused('callNotDue')
    if (outcome === 'answered') {
      await tx.db
        .update(visits)
        .set({ calledAheadAt: tx.now(), calledAheadBy })
        .where(eq(visits.id, id))
    }
    await recordEvent(tx, ticket, 'called_ahead', { outcome }, visit)
  })
}

type Called = Pick<Visit, 'id' | 'ticketId'>

/** How often the crew has called ahead of this visit, or from its door, reached or not. */
export const callsAhead = async (ctx: Ctx, visit: Called): Promise<number> =>
  (await callsOf(ctx, visit)).all

/** How often nobody answered. */
export const unansweredCalls = async (ctx: Ctx, visit: Called): Promise<number> =>
  (await callsOf(ctx, visit)).unanswered

async function callsOf(ctx: Ctx, visit: Called) {
  const unanswered = sql`${ticketEvents.data} ->> 'outcome' = 'no_answer'`
  const [row] = await ctx.db
    .select({
      all: count(),
      unanswered: sql<number>`count(*) filter (where ${unanswered})::int`,
    })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, visit.ticketId),
        eq(ticketEvents.visitId, visit.id),
        eq(ticketEvents.kind, 'called_ahead'),
      ),
    )
  return row!
}
