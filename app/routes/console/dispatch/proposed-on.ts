import type { PlanView } from '#app/domain/planning/plan-view.ts'
import type { Proposed } from './board-rows.ts'

/** What a plan that waits to be decided on would put on the board. */
export function proposedOn(plan: PlanView | null): Proposed[] {
  if (plan?.status !== 'ready') return []
  return plan.changes.map(({ visitId, name, work, to }) => ({
    visitId,
    name,
    work,
    crewId: to.crewId,
    start: to.start,
    end: to.end,
    href: `/console/dispatch/plans/${plan.id}`,
  }))
}
