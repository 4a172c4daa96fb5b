import { minutesLate, type PromiseOfVisit } from '#app/domain/promises/index.server.ts'

export type PromiseView = ReturnType<typeof promiseView>

/** A promise as plain facts for the pages that tell it. */
export function promiseView(promise: PromiseOfVisit, now: Date) {
  const { windowEnd, arrivedAt, outcome } = promise
  const late = arrivedAt !== null && arrivedAt > windowEnd
  return {
    id: promise.id,
    visitId: promise.visitId,
    start: promise.windowStart.toISOString(),
    end: windowEnd.toISOString(),
    origin: promise.origin,
    madeAt: promise.madeAt.toISOString(),
    madeBy: promise.madeBy,
    outcome,
    breach: promise.breach,
    settledAt: promise.settledAt?.toISOString() ?? null,
    settledBy: promise.settledBy,
    /** Of the visit; what was let go of was never arrived for. */
    arrivedAt:
      outcome === 'open' || outcome === 'kept' || promise.breach === 'late'
        ? (arrivedAt?.toISOString() ?? null)
        : null,
    minutesLate: late && promise.breach !== 'missed' ? minutesLate({ windowEnd, arrivedAt }) : null,
    /** The day isn't over, so that nothing is decided: how it stands by now. */
    soFar: outcome === 'open' ? standingOf({ late, arrivedAt, over: windowEnd <= now }) : null,
  } as const
}

function standingOf(by: { late: boolean; arrivedAt: Date | null; over: boolean }) {
  if (by.arrivedAt) return by.late ? 'late' : 'in_time'
  return by.over ? 'over' : null
}
