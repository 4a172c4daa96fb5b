import { and, eq, inArray } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findPlan } from './find-plan.server.ts'

/**
 * Ends the search for a plan: its best so far is proposed. One that is done already stays as it is.
 * @returns which day it is about
 * @throws DomainError not_found
 */
export async function stopPlan(ctx: Ctx, id: string): Promise<{ day: string }> {
  authorize(ctx.actor, 'visit:dispatch')
  const { day } = await findPlan(ctx, id)
  await ctx.db
    .update(dayPlans)
    .set({ stopAsked: true })
    .where(
      and(
        eq(dayPlans.id, id),
        inArray(dayPlans.status, ['waiting', 'running']),
        eq(dayPlans.stopAsked, false),
      ),
    )
  return { day }
}
