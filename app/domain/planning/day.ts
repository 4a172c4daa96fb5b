import type { PlanMode } from '#db/vocabulary/planning.ts'
import type { VisitStatus } from '#db/vocabulary/visits.ts'

/** Minutes since the day began in the company's zone, half open. */
export interface Piece {
  from: number
  to: number
}

/** A visit of the day that is planned. */
export interface DayVisit {
  id: number
  version: number
  status: VisitStatus
  skill: string
  areaId: number | null
  /** How long the work takes. */
  minutes: number
  window: Piece
  /** The crew it is on, and when; null while it waits for one. */
  plan: (Piece & { crewId: number }) | null
  pinned: boolean
  calledAhead: boolean
  /** Its ticket is in a state in which somebody may come. */
  visitable: boolean
  /** The linked visit it comes after. */
  after: number | null
  setOut: number | null
  arrived: number | null
  started: number | null
}

export interface DayCrew {
  id: number
  /** By area, skill and standing: which visits it could be put on is `comesTo`. */
  active: boolean
  skills: readonly string[]
  areaIds: readonly number[]
  /** Its working time, as it is and without the rest hours (BK-7). */
  whole: readonly Piece[]
  pieces: readonly Piece[]
}

/** A day as it stands, and how far everything is from everything. */
export interface Day {
  day: string
  mode: PlanMode
  /** Where the clock stands; below zero when the day is still to come. */
  now: number
  /** BK-4: a visit so near isn't moved any more. */
  callAheadMinutes: number
  visits: readonly DayVisit[]
  crews: readonly DayCrew[]
  /** Between places: visits by their index, then crews' homes by theirs. */
  minutes: (from: number, to: number) => number
  km: (from: number, to: number) => number
}

/** Work begins on a five-minute mark. */
export const mark = 5

export const onMark = (time: number): number => Math.ceil(time / mark) * mark

/** The last start on a mark that is within a window. */
export const lastStart = ({ to }: Piece): number => Math.ceil(to / mark) * mark - mark

/** A crew with the skill that goes there; one without areas of its own goes anywhere (DS-1). */
export const comesTo = (crew: DayCrew, { skill, areaId }: Pick<DayVisit, 'skill' | 'areaId'>) =>
  isAble(crew, { skill }) &&
  (areaId === null || crew.areaIds.length === 0 || crew.areaIds.includes(areaId))

export const isAble = ({ active, skills }: DayCrew, { skill }: Pick<DayVisit, 'skill'>) =>
  active && skills.includes(skill)

/** How long it takes its crew: as it is planned, else as long as the work. */
export const lengthOf = ({ plan, minutes }: DayVisit): number =>
  plan ? plan.to - plan.from : minutes

export const fitsIn = (pieces: readonly Piece[], { from, to }: Piece): boolean =>
  pieces.some((piece) => piece.from <= from && to <= piece.to)

export const touches = (a: Piece, b: Piece): boolean => a.from < b.to && b.from < a.to
