import { eq } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import { planMoves } from '#db/vocabulary/planning.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { lockPlan } from './find-plan.server.ts'

/**
 * Puts a plan aside; one that is being worked out is given up. Doing it twice is doing it once.
 * @returns which day it is about
 * @throws DomainError conflict when it was accepted
 */
export async function dismissPlan(ctx: Ctx, id: string): Promise<{ day: string }> {
  authorize(ctx.actor, 'visit:dispatch')
  const { id: by } = ctx.actor
  return inTransaction(ctx, async (tx) => {
    const { status, day } = await lockPlan(tx, id)
    if (status === 'dismissed') return { day }
    if (!planMoves[status].includes('dismissed')) throw refused('planDecided')
    await tx.db
      .update(dayPlans)
      .set({ status: 'dismissed', decidedBy: by, decidedAt: tx.now() })
      .where(eq(dayPlans.id, id))
    return { day }
  })
}
