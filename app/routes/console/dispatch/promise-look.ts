import type { PromiseOutcome } from '#db/vocabulary/promises.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

export const promisesPath = '/console/dispatch/promises'

/** How what became of a promise looks wherever it is told; a missed one has its own shape. */
export const promiseLook = {
  open: { tone: 'waiting', icon: 's-plan' },
  kept: { tone: 'done', icon: 's-ok' },
  broken: { tone: 'trouble', icon: 's-late' },
  /** Not decided before the day is over. */
  in_time: { tone: 'active', icon: 'check' },
  at_risk: { tone: 'trouble', icon: 's-risk' },
  missed: { tone: 'trouble', icon: 's-cancel' },
  released: { tone: 'idle', icon: 'person' },
  withdrawn: { tone: 'idle', icon: 'undo' },
} as const satisfies Record<PromiseOutcome | 'missed' | 'in_time' | 'at_risk', StatusLook>
