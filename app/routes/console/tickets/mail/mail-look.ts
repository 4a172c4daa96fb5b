import type { Tone } from '#app/ui/tone.ts'
import type { ConsoleIconName } from '#app/ui/icons.tsx'
import type { InboundStatus } from '#db/vocabulary/mail.ts'

export const mailLook: Record<InboundStatus, { tone: Tone; icon: ConsoleIconName }> = {
  fetching: { tone: 'active', icon: 's-new' },
  landed: { tone: 'done', icon: 's-ok' },
  review: { tone: 'waiting', icon: 'alert' },
  discarded: { tone: 'idle', icon: 's-closed' },
  failed: { tone: 'trouble', icon: 'alert' },
}

export const mailPath = (id?: string) =>
  id === undefined ? '/console/tickets/mail' : `/console/tickets/mail/${id}`
