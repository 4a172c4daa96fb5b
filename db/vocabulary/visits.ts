/** What a crew can do; a visit needs exactly one. */
export const skills = ['delivery', 'install', 'repair', 'survey'] as const
export type Skill = (typeof skills)[number]

export const visitStatuses = [
  'proposed',
  'confirmed',
  'on_the_way',
  'arrived',
  'working',
  'finished',
  'cancelled',
] as const
export type VisitStatus = (typeof visitStatuses)[number]

/** Statuses in which the crew is out for this visit. */
export const underWayVisitStatuses = [
  'on_the_way',
  'arrived',
  'working',
] as const satisfies readonly VisitStatus[]

/** VS-2, VS-3 as data: from → to. */
export const visitMoves: Record<VisitStatus, readonly VisitStatus[]> = {
  proposed: ['confirmed', 'cancelled'],
  confirmed: ['confirmed', 'proposed', 'on_the_way', 'cancelled'],
  on_the_way: ['arrived', 'cancelled'],
  arrived: ['working', 'cancelled'],
  working: ['finished'],
  finished: [],
  cancelled: [],
}

export function canMoveVisit(from: VisitStatus, to: VisitStatus): boolean {
  return visitMoves[from].includes(to)
}

/** The steps a crew records on the phone, in order (VS-2). */
export const crewSteps = ['set_out', 'arrived', 'started', 'finished'] as const
export type CrewStep = (typeof crewSteps)[number]

export const statusAfterStep: Record<CrewStep, VisitStatus> = {
  set_out: 'on_the_way',
  arrived: 'arrived',
  started: 'working',
  finished: 'finished',
}

/** BK-6: why a visit may come to nothing: its parts aren't there, the home isn't ready. */
export const visitMarkKinds = ['parts_short', 'site_not_ready'] as const
export type VisitMarkKind = (typeof visitMarkKinds)[number]
