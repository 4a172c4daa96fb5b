/** The lists of cases: what is to be decided, what waits for a signature, what is under way, what customers disagree with. */
export const caseQueues = ['todo', 'approve', 'acting', 'appealed', 'closed', 'all'] as const
export type CaseQueue = (typeof caseQueues)[number]
