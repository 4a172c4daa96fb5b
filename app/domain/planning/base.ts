import type { Proposal } from './plan-view.ts'

/** What a plan was made from: enough to tell whether a change of it still holds. */
export interface Base {
  visits: Record<string, VisitFacts>
  crews: Record<string, CrewFacts>
}

/** Instants as text. */
export interface VisitFacts {
  status: string
  crewId: number | null
  start: string | null
  end: string | null
  windowStart: string
  windowEnd: string
  minutes: number
  skill: string
  areaId: number | null
  pinned: boolean
  calledAhead: boolean
  visitable: boolean
}

export interface CrewFacts {
  /** Its working time, skills and areas, as one text. */
  standing: string
  plan: { visitId: number; start: string; end: string }[]
}

/**
 * Whether these changes still hold: their visits stand as they did, and so do the plans of the crews they come to. Work
 * that ended sooner than it was planned is no harm.
 */
export function stillHolds(
  base: Base,
  now: Base,
  changes: readonly Pick<Proposal['changes'][number], 'visitId' | 'to'>[],
): boolean {
  return changes.every(
    ({ visitId, to }) =>
      same(base.visits[visitId], now.visits[visitId]) &&
      crewHolds(base.crews[to.crewId], now.crews[to.crewId]),
  )
}

function crewHolds(before: CrewFacts | undefined, now: CrewFacts | undefined): boolean {
  if (!before || !now || before.standing !== now.standing) return false
  if (before.plan.length !== now.plan.length) return false
  const spans = new Map(before.plan.map((one) => [one.visitId, one]))
  return now.plan.every(({ visitId, start, end }) => {
    const was = spans.get(visitId)
    return was !== undefined && was.start === start && end <= was.end
  })
}

/** Facts read back from the database may stand in another order. */
const same = (a: VisitFacts | undefined, b: VisitFacts | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  (Object.keys(b) as (keyof VisitFacts)[]).every((key) => a[key] === b[key])
