/** CP-1: the lists a manager works from; `mine` is what is not closed and belongs to whoever asks. */
export const complaintQueues = [
  'open',
  'investigating',
  'answered',
  'mine',
  'closed',
  'all',
] as const
export type ComplaintQueue = (typeof complaintQueues)[number]
