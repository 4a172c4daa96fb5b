import { and, eq } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { DayPlan } from './find-plan.server.ts'
import { keepBeat } from './keep-beat.server.ts'
import { preparePlan } from './prepare-plan.server.ts'
import { searchInWorker } from './search-in-worker.server.ts'

/**
 * Works out a plan that waits (DS-6): the job. When it is stopped, by somebody or because the server ends, its best so
 * far is proposed. Doing it twice does nothing.
 */
export async function workOutPlan(ctx: Ctx, id: string, signal: AbortSignal): Promise<void> {
  const plan = await takeOn(ctx, id)
  if (!plan) return
  try {
    await workOut(ctx, plan, signal)
  } catch (error) {
    // Should that fail as well, its silence shows.
    await ctx.db
      .update(dayPlans)
      .set({ status: 'failed' })
      .where(running(id))
      .catch(() => undefined)
    throw error
  }
}

const running = (id: string) => and(eq(dayPlans.id, id), eq(dayPlans.status, 'running'))

async function takeOn(ctx: Ctx, id: string): Promise<DayPlan | undefined> {
  const [plan] = await ctx.db
    .update(dayPlans)
    .set({ status: 'running', beatAt: ctx.now() })
    .where(and(eq(dayPlans.id, id), eq(dayPlans.status, 'waiting')))
    .returning()
  return plan
}

async function workOut(ctx: Ctx, plan: DayPlan, signal: AbortSignal): Promise<void> {
  const { problem, initial, before, aside, base, propose } = await preparePlan(ctx, plan)
  const seconds = secondsFor(problem.stops, plan.seconds)
  const beat = keepBeat(ctx, plan.id, { before, aside, seconds, signal })
  const task = { problem: problem.problem, initial, seconds }
  let found
  try {
    found = seconds > 0 ? await searchInWorker(task, beat) : initial
  } finally {
    await beat.end()
  }
  await ctx.db
    .update(dayPlans)
    .set({ status: 'ready', progress: 1, beatAt: ctx.now(), base, proposal: propose(found) })
    .where(running(plan.id))
}

/** A day with little to decide doesn't take the whole time. */
function secondsFor(stops: readonly { kind: string }[], most: number): number {
  const loose = stops.filter(({ kind }) => kind !== 'fixed').length
  return loose === 0 ? 0 : Math.min(most, 0.3 + loose * 0.2)
}
