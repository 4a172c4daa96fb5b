import { and, count, eq } from 'drizzle-orm'
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
 * right: nobody was reached, and the task stands again.
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
    if (visit.calledAheadAt) return
    if (outcome === 'no_answer' && (await callsAhead(tx, visit)) >= call) return
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

/** How often the crew has called ahead of this visit, reached or not. */
export async function callsAhead(ctx: Ctx, visit: Pick<Visit, 'id' | 'ticketId'>): Promise<number> {
  const [row] = await ctx.db
    .select({ calls: count() })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, visit.ticketId),
        eq(ticketEvents.visitId, visit.id),
        eq(ticketEvents.kind, 'called_ahead'),
      ),
    )
  return row?.calls ?? 0
}
