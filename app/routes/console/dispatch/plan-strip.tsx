import type { PlanView } from '#app/domain/planning/plan-view.ts'
import { Failed, Idle, Nothing, Ready, Running } from './plan-states.tsx'

export interface StripProps {
  plan: PlanView | null
  /** `YYYY-MM-DD` */
  day: string
  isToday: boolean
  /** Of the day: visits without a crew, and with one. */
  counts: { unassigned: number; placed: number }
  mayDispatch: boolean
}

/** DS-6: the day's plan above the board: to be started, on its way, or proposed. */
export function PlanStrip(props: StripProps) {
  const { plan, mayDispatch } = props
  if (!plan) return mayDispatch ? <Idle {...props} /> : null
  const shown = { ...props, plan }
  switch (plan.status) {
    case 'waiting':
    case 'running':
      return <Running {...shown} key={plan.id} />
    case 'failed':
      return <Failed {...shown} key={plan.id} />
    case 'ready':
      return plan.changes.length > 0 ? (
        <Ready {...shown} key={plan.id} />
      ) : (
        <Nothing {...shown} key={plan.id} />
      )
    case 'accepted':
    case 'dismissed':
      return mayDispatch ? <Idle {...props} /> : null
  }
}
