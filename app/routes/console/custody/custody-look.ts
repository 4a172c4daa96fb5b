import type { CustodyPurpose } from '#db/vocabulary/work.ts'
import type { Tone } from '#app/ui/tone.ts'
import type { ConsoleIconName } from '#app/ui/icons.tsx'

export const custodyPath = '/console/custody'
export const receiptPath = (number: string) => `${custodyPath}/${number}`

export type Standing = 'out' | 'overdue' | 'returned' | 'kept'

export const standingLook: Record<Standing, { tone: Tone; icon: ConsoleIconName }> = {
  out: { tone: 'active', icon: 'box' },
  overdue: { tone: 'trouble', icon: 's-late' },
  returned: { tone: 'done', icon: 's-ok' },
  kept: { tone: 'idle', icon: 's-closed' },
}

export function standingOf({
  purpose,
  returned,
  overdue,
}: {
  purpose: CustodyPurpose
  returned: boolean
  overdue: boolean
}): Standing {
  if (purpose === 'exchange') return 'kept'
  if (returned) return 'returned'
  return overdue ? 'overdue' : 'out'
}
