import { type PlanMode } from '#db/vocabulary/planning.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Base } from './base.ts'
import { baseOfRows } from './base-of.server.ts'
import type { DayProblem } from './day-problem.ts'
import { startOf } from './initial.ts'
import type { Proposal, Tally } from './plan-view.ts'
import { type Proposed, propose } from './propose.ts'
import { readDay } from './read-day.server.ts'
import { evaluate } from './search/evaluate.ts'
import type { Routes } from './search/problem.ts'
import { tallyOf } from './tally.ts'
import { timesOf } from './timing.ts'

/** A day ready to be searched for a better plan. */
export interface Prepared {
  problem: DayProblem
  initial: number[][]
  /** What the day costs as it stands, and how much of that the search knows nothing of. */
  before: Tally
  aside: { unserved: number; late: number }
  base: Base
  /** What a search found as a proposal to be kept. */
  propose: (found: Routes) => Proposal
}

export async function preparePlan(
  ctx: Ctx,
  plan: { day: string; mode: PlanMode },
): Promise<Prepared> {
  const { day, rows, source } = await readDay(ctx, plan)
  const { problem, initial } = startOf(day)
  const before = tallyOf(problem, initial, timesOf(problem, initial)!)
  return {
    problem,
    initial,
    before,
    aside: {
      unserved: problem.left.length,
      late: before.late - evaluate(problem.problem, initial).cost.late,
    },
    base: baseOfRows(rows),
    propose: (found) => kept(propose(problem, initial, found), rows.span.start, source),
  }
}

/** With instants instead of the day's minutes. */
function kept(
  { changes, ...proposed }: Proposed,
  midnight: Date,
  travel: Proposal['travel'],
): Proposal {
  const iso = (minute: number) => new Date(midnight.getTime() + minute * 60_000).toISOString()
  const place = ({ crewId, from, to }: Proposed['changes'][number]['to']) => ({
    crewId,
    start: iso(from),
    end: iso(to),
  })
  return {
    ...proposed,
    changes: changes.map(({ visitId, from, to, needs }) => ({
      visitId,
      from: from && place(from),
      to: place(to),
      needs,
    })),
    travel,
  }
}
