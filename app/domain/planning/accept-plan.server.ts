import { eq } from 'drizzle-orm'
import { dayPlans } from '#db/schema/planning.ts'
import { lockCrews, type Span } from '#app/domain/crews/index.server.ts'
import {
  lockVisits,
  placeHeldVisit,
  refreshAround,
  refusingOverlap,
  vacateHeldVisits,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import { daysOf, lockDays } from '#app/domain/windows/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type Base, stillHolds } from './base.ts'
import { baseOfRows } from './base-of.server.ts'
import { readDayRows, windowsOf } from './day-rows.server.ts'
import { type DayPlan, findPlan, lockPlan } from './find-plan.server.ts'
import { withNeeds } from './needs.ts'
import type { PlanPlace, Proposal } from './plan-view.ts'

/**
 * Makes the changes of a plan, or those chosen with all that they need: all of them or none (DS-6). When the day
 * changed meanwhile where they touch it, they are refused.
 * @returns which day it is about, and how many visits changed
 */
export async function acceptPlan(
  ctx: Ctx,
  id: string,
  { changes: wanted }: { changes: readonly number[] | 'all' },
): Promise<{ day: string; count: number }> {
  authorize(ctx.actor, 'visit:dispatch')
  const { id: by } = ctx.actor
  let placing: { crewId: number; visitId: number; span: Span } | undefined
  const work = () =>
    inTransaction(ctx, async (tx) => {
      const chosen = chosenOf(await findPlan(tx, id), wanted)
      const ids = chosen.map(({ visitId }) => visitId)
      const plan = await holdDay(tx, id, ids)
      const crews = await lockCrews(
        tx,
        chosen.flatMap(({ from, to }) => [to.crewId, from?.crewId ?? null]),
        { start: spanOf(chosen[0]!.to).start, end: spanOf(chosen.at(-1)!.to).end },
      )
      const held = await lockVisits(tx, ids)
      await refuseOutdated(tx, plan, chosen)
      await vacateHeldVisits(tx, ids)
      const states: Visit[] = []
      for (const { visitId, to } of chosen) {
        const span = spanOf(to)
        placing = { crewId: to.crewId, visitId, span }
        const one = held.get(visitId)!
        const now = await placeHeldVisit(tx, one, { crew: crews.get(to.crewId)!, span, planId: id })
        states.push(one.visit, now)
      }
      await refreshAround(tx, ...states)
      const proposal = { ...(plan.proposal as Proposal), accepted: ids }
      await tx.db
        .update(dayPlans)
        .set({ status: 'accepted', decidedBy: by, decidedAt: tx.now(), proposal })
        .where(eq(dayPlans.id, id))
      return { day: plan.day, count: ids.length }
    })
  return refusingOverlap(ctx, () => placing, work)
}

type Change = Proposal['changes'][number]

const spanOf = ({ start, end }: PlanPlace): Span => ({ start: new Date(start), end: new Date(end) })

/** In order of time. */
function chosenOf(plan: DayPlan, wanted: readonly number[] | 'all'): Change[] {
  refuseDecided(plan)
  const { changes } = plan.proposal as Proposal
  const all = withNeeds(wanted === 'all' ? changes.map(({ visitId }) => visitId) : wanted, changes)
  const chosen = changes.filter(({ visitId }) => all.has(visitId))
  if (chosen.length === 0) throw invalid('planNothingChosen')
  return chosen
}

function refuseDecided({ status }: DayPlan): void {
  if (status !== 'ready') throw refused(status === 'accepted' ? 'planDecided' : 'planNotReady')
}

/** Days before everything else, then the plan itself: of two who accept it one wins. */
async function holdDay(tx: Tx, id: string, ids: readonly number[]): Promise<DayPlan> {
  const { day, proposal } = await findPlan(tx, id)
  const spans = (proposal as Proposal).changes
    .filter(({ visitId }) => ids.includes(visitId))
    .flatMap(({ from, to }) => (from ? [spanOf(from), spanOf(to)] : [spanOf(to)]))
  const windows = await windowsOf(tx, ids)
  await lockDays(tx, [day, ...[...spans, ...windows].flatMap((span) => daysOf(span))])
  const plan = await lockPlan(tx, id)
  refuseDecided(plan)
  return plan
}

/** The caller holds the day, its crews and the visits. @throws DomainError conflict */
async function refuseOutdated(tx: Tx, plan: DayPlan, chosen: readonly Change[]): Promise<void> {
  const now = baseOfRows(await readDayRows(tx, plan.day))
  const begun = chosen.some(({ to }) => spanOf(to).start < tx.now())
  if (begun || !stillHolds(plan.base as Base, now, chosen)) throw refused('planOutdated')
}
