/** CP-1: what a complaint is about. */
export const complaintSubjects = ['product', 'service', 'conduct'] as const
export type ComplaintSubject = (typeof complaintSubjects)[number]

export const complaintStatuses = [
  'open',
  'investigating',
  'answered',
  'closed',
  'withdrawn',
] as const
export type ComplaintStatus = (typeof complaintStatuses)[number]

/** Those that wait for somebody. */
export const openComplaintStatuses = ['open', 'investigating', 'answered'] as const

/**
 * CP-1 as data: from → to. `answered` waits for the customer's verdict; only `closed` on their word, or by a manager
 * with a reason when they can't be reached (FU-3).
 */
export const complaintMoves: Record<ComplaintStatus, readonly ComplaintStatus[]> = {
  open: ['investigating', 'answered', 'withdrawn'],
  investigating: ['answered', 'withdrawn'],
  answered: ['investigating', 'closed', 'withdrawn'],
  closed: ['investigating'],
  withdrawn: ['open'],
}

export const canMoveComplaint = (from: ComplaintStatus, to: ComplaintStatus): boolean =>
  complaintMoves[from].includes(to)

export const verdicts = ['content', 'not_content'] as const
export type Verdict = (typeof verdicts)[number]

/** CP-2, and RX-5's handing on without cause, which is a fault and not a serious one. */
export const faultKinds = [
  'quarrel',
  'demands',
  'not_served',
  'repeated_repair',
  'not_arrived',
  'passed_on',
] as const
export type FaultKind = (typeof faultKinds)[number]

export const isSeriousFault = (kind: FaultKind): boolean => kind !== 'passed_on'

export const faultStatuses = ['raised', 'answered', 'verified', 'dismissed'] as const
export type FaultStatus = (typeof faultStatuses)[number]

/** CP-2 as data: the person answers before it counts; `verified` without an answer only once the time for it is over. */
export const faultMoves: Record<FaultStatus, readonly FaultStatus[]> = {
  raised: ['answered', 'verified', 'dismissed'],
  answered: ['verified', 'dismissed'],
  verified: [],
  dismissed: [],
}
