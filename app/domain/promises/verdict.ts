import type { BreachKind } from '#db/vocabulary/promises.ts'

type Verdict = { outcome: 'kept'; breach: null } | { outcome: 'broken'; breach: BreachKind }

/** Kept when the crew was there before the window ended; early is in time. */
export function verdictOn({
  windowEnd,
  arrivedAt,
}: {
  windowEnd: Date
  arrivedAt: Date | null
}): Verdict {
  if (arrivedAt === null) return { outcome: 'broken', breach: 'missed' }
  return arrivedAt <= windowEnd
    ? { outcome: 'kept', breach: null }
    : { outcome: 'broken', breach: 'late' }
}

/** How long after the window's end the crew came, in whole minutes. */
export const minutesLate = ({ windowEnd, arrivedAt }: { windowEnd: Date; arrivedAt: Date }) =>
  Math.ceil((arrivedAt.getTime() - windowEnd.getTime()) / 60_000)
