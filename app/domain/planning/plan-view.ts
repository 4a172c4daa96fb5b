import type { PlanMode, PlanStatus } from '#db/vocabulary/planning.ts'

/** What a day costs; the first difference decides (DS-6). */
export interface Tally {
  /** Visits without a crew, or whose crew can't make them. */
  unserved: number
  /** Minutes by which work begins after its window. */
  late: number
  /** Crews that have anything to do. */
  crews: number
  /** On the way. */
  minutes: number
  km: number
}

/** Why a visit gets no crew. */
export const unplacedReasons = [
  'windowOver',
  'ticketNotReady',
  'noSkill',
  'noArea',
  'noShift',
  'noTime',
  'firstUnplaced',
  'crewCannot',
] as const
export type UnplacedReason = (typeof unplacedReasons)[number]

/** A crew at a time; instants as text. */
export interface PlanPlace {
  crewId: number
  start: string
  end: string
}

/** What is kept of a plan that is ready. */
export interface Proposal {
  before: Tally
  after: Tally
  changes: {
    visitId: number
    from: PlanPlace | null
    to: PlanPlace
    /** The visits whose changes must be made with this one. */
    needs: number[]
  }[]
  unplaced: { visitId: number; reason: UnplacedReason }[]
  /** The visits whose changes were made. */
  accepted?: number[]
  /** Travel was estimated, or a routing server told it. */
  travel: 'estimate' | 'server'
}

/** What is kept while it is worked out: how the day stands, and the best so far. */
export interface PlanSoFar {
  before: Tally
  best: Pick<Tally, 'unserved' | 'late' | 'crews' | 'minutes'>
}

export interface PlanVisit {
  visitId: number
  name: string
  work: string
  number: string
  address: string
  windowStart: string
  windowEnd: string
}

export interface PlanChange extends PlanVisit {
  from: (PlanPlace & { crewName: string }) | null
  to: PlanPlace & { crewName: string }
  needs: number[]
}

/** A plan as pages show it. */
export interface PlanView {
  id: string
  day: string
  mode: PlanMode
  status: PlanStatus
  /** Between 0 and 1. */
  progress: number
  stopping: boolean
  askedBy: string
  askedAt: string
  soFar: PlanSoFar | null
  gain: { before: Tally; after: Tally } | null
  changes: PlanChange[]
  unplaced: (PlanVisit & { reason: UnplacedReason })[]
  travel: Proposal['travel'] | null
}
