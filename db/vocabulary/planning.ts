/** DS-6: give the visits without a crew one, or plan all that is still to come anew. */
export const planModes = ['fill', 'replan'] as const
export type PlanMode = (typeof planModes)[number]

export const planStatuses = [
  'waiting',
  'running',
  'ready',
  'failed',
  'accepted',
  'dismissed',
] as const
export type PlanStatus = (typeof planStatuses)[number]

/** DS-6 as data: from → to. */
export const planMoves: Record<PlanStatus, readonly PlanStatus[]> = {
  waiting: ['running', 'failed', 'dismissed'],
  running: ['ready', 'failed', 'dismissed'],
  ready: ['accepted', 'dismissed'],
  failed: ['dismissed'],
  accepted: [],
  dismissed: [],
}
