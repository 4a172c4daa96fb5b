/** RX-4: what the warehouse gets ready, and what comes back to it. */
export const supplyLists = ['supply', 'originals'] as const
export type SupplyList = (typeof supplyLists)[number]

/** When goods are promised, seen from today. */
export const promiseTimes = ['late', 'today', 'later'] as const
export type PromiseTime = (typeof promiseTimes)[number]

/** What is next for an original. */
export const originalSteps = ['receive', 'inspect'] as const
export type OriginalStep = (typeof originalSteps)[number]
