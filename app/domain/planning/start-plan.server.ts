import { and, eq, inArray } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, dayOf } from '#app/platform/time.server.ts'
import { atWork, dead } from './find-plan.server.ts'
import type { StartPlanForm } from './start-plan-form.ts'

/** So far ahead somebody may plan. */
const daysAhead = 366

/**
 * Lets a day be planned (DS-6). A day that is being planned already is planned once; what was proposed for it before
 * goes.
 * @returns the plan's key
 * @throws DomainError conflict when the day is over, or too far ahead
 */
export async function startPlan(ctx: Ctx, { day, mode }: StartPlanForm): Promise<string> {
  authorize(ctx.actor, 'visit:dispatch')
  const { id: by } = ctx.actor
  const today = dayOf(ctx.now())
  if (day < today) throw refused('planDayOver')
  if (day > addDays(today, daysAhead)) throw refused('planDayFar')
  return inTransaction(ctx, async (tx) => {
    const now = tx.now()
    await tx.db
      .update(dayPlans)
      .set({ status: 'failed' })
      .where(and(atWork(day), dead(now)))
    const { planSeconds } = await currentSettings(tx)
    const [plan] = await tx.db
      .insert(dayPlans)
      .values({ day, mode, seconds: planSeconds, askedBy: by, askedAt: now, beatAt: now })
      .onConflictDoNothing()
      .returning({ id: dayPlans.id })
    if (!plan) return planAtWork(tx, day)
    await tx.db
      .update(dayPlans)
      .set({ status: 'dismissed', decidedBy: by, decidedAt: now })
      .where(and(eq(dayPlans.day, day), inArray(dayPlans.status, ['ready', 'failed'])))
    await enqueue(tx, 'plan-day', { planId: plan.id }, { key: `plan-day:${plan.id}` })
    return plan.id
  })
}

/** The one that somebody else has just started. */
async function planAtWork(tx: Tx, day: string): Promise<string> {
  const [plan] = await tx.db.select({ id: dayPlans.id }).from(dayPlans).where(atWork(day))
  if (!plan) throw refused('planChanged')
  return plan.id
}
