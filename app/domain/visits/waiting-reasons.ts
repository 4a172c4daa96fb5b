/** Why a visit waits for a dispatcher; one may have several. */
export const waitingReasons = ['unassigned', 'overbooked', 'stranded', 'marked'] as const
export type WaitingReason = (typeof waitingReasons)[number]
