import { and, eq, isNull } from 'drizzle-orm'
import { visitPauses } from '#db/schema/work.ts'
import { recordEvent, type Ticket } from '#app/domain/tickets/index.server.ts'
import { lockVisit, ownVisits, type Visit } from '#app/domain/visits/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { PauseWorkForm } from './pause-work-form.ts'

/**
 * VS-2: the work rests, and why. Two members of a crew at once pause it once.
 * @throws DomainError conflict while nothing is being worked on
 */
export async function pauseWork(
  ctx: Ctx,
  id: number,
  { reason, note }: PauseWorkForm,
): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  const { id: by } = ctx.actor
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    refuseUnlessWorking(visit)
    if (await isResting(tx, visit)) return
    await tx.db.insert(visitPauses).values({ visitId: id, reason, note, pausedAt: tx.now(), by })
    await recordEvent(tx, ticket, 'work_paused', { reason, note }, visit)
  })
}

/** VS-2: the work goes on. What goes on already does. */
export async function resumeWork(ctx: Ctx, id: number): Promise<void> {
  authorize(ctx.actor, 'visit:work')
  await inTransaction(ctx, async (tx) => {
    const { visit, ticket } = await lockVisit(tx, id, ownVisits(tx.actor))
    refuseUnlessWorking(visit)
    await endPause(tx, ticket, visit)
  })
}

/** Ends the pause there is, if any: also when the work is finished out of one. The caller holds ticket and visit. */
export async function endPause(tx: Tx, ticket: Ticket, visit: Visit): Promise<void> {
  const ended = await tx.db
    .update(visitPauses)
    .set({ resumedAt: tx.now() })
    .where(and(eq(visitPauses.visitId, visit.id), isNull(visitPauses.resumedAt)))
    .returning({ id: visitPauses.id })
  if (ended.length > 0) await recordEvent(tx, ticket, 'work_resumed', {}, visit)
}

export async function isResting(ctx: Ctx, { id }: Pick<Visit, 'id'>): Promise<boolean> {
  const [open] = await ctx.db
    .select({ id: visitPauses.id })
    .from(visitPauses)
    .where(and(eq(visitPauses.visitId, id), isNull(visitPauses.resumedAt)))
  return open !== undefined
}

function refuseUnlessWorking({ status }: Visit): void {
  if (status === 'cancelled') throw refused('visitCancelled')
  if (status === 'finished') throw refused('visitFinished')
  if (status !== 'working') throw refused('pauseWhileWorking')
}
