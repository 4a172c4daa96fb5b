/** What became of a time promised to a customer. `released` is their own wish, `withdrawn` is ours. */
export const promiseOutcomes = ['open', 'kept', 'broken', 'released', 'withdrawn'] as const
export type PromiseOutcome = (typeof promiseOutcomes)[number]

/** What made it: a window was booked, agreed with a crew, or moved. */
export const promiseOrigins = ['booked', 'confirmed', 'moved'] as const
export type PromiseOrigin = (typeof promiseOrigins)[number]

/** Why one was broken. */
export const breachKinds = ['late', 'missed'] as const
export type BreachKind = (typeof breachKinds)[number]
