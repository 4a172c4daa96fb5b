import { and, eq } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { PlanSoFar, Tally } from './plan-view.ts'
import type { Cost } from './search/problem.ts'

/** How often somebody's wish to stop is looked for, and every how many of those looks the progress is written. */
const lookEvery = 300
const tellEvery = 3

/**
 * While a plan is worked out: writes how far it is, which is a sign of life as well, and ends the search when somebody
 * asks for it, when the plan was given up, or when `signal` says so.
 * @param aside what counts besides what the search knows of
 */
export function keepBeat(
  ctx: Ctx,
  id: string,
  {
    before,
    aside,
    seconds,
    signal: outer,
  }: {
    before: Tally
    aside: { unserved: number; late: number }
    seconds: number
    signal: AbortSignal
  },
) {
  const stop = new AbortController()
  const begun = performance.now()
  let best: PlanSoFar['best'] = before
  let looks = 0
  let work: Promise<void> | undefined
  const look = async () => {
    const tell = looks++ % tellEvery === 0
    const [plan] = tell ? await write() : await read()
    if (!plan || plan.status !== 'running' || plan.stopAsked) stop.abort()
  }
  const which = and(eq(dayPlans.id, id), eq(dayPlans.status, 'running'))
  const shown = { stopAsked: dayPlans.stopAsked, status: dayPlans.status }
  const read = () => ctx.db.select(shown).from(dayPlans).where(eq(dayPlans.id, id))
  const write = () => {
    const share = (performance.now() - begun) / 1000 / Math.max(seconds, 0.1)
    const soFar: PlanSoFar = { before, best }
    return ctx.db
      .update(dayPlans)
      .set({ progress: Math.min(0.99, share), beatAt: ctx.now(), proposal: soFar })
      .where(which)
      .returning(shown)
  }
  const timer = setInterval(() => {
    work ??= look()
      // The database may be away for a moment; the search goes on.
      .catch((error: unknown) => log.warn({ err: error }, 'no sign of life of a plan'))
      .finally(() => (work = undefined))
  }, lookEvery)
  return {
    signal: AbortSignal.any([outer, stop.signal]),
    progress: (_: number, cost: Cost) => {
      best = {
        unserved: cost.unserved + aside.unserved,
        late: cost.late + aside.late,
        crews: cost.vehicles,
        minutes: cost.travel,
      }
    },
    /** No more signs; waits for one that is under way. */
    async end() {
      clearInterval(timer)
      await work
    },
  }
}
