/** The lists of claims: what waits for its credit, each state, everything. */
export const claimLists = ['waiting', 'credited', 'refused', 'withdrawn', 'all'] as const
export type ClaimList = (typeof claimLists)[number]
