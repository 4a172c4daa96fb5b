/** What is away for repair, the part of it that should be back, and everything that ever left a home. */
export const custodyLists = ['out', 'overdue', 'all'] as const
export type CustodyList = (typeof custodyLists)[number]
