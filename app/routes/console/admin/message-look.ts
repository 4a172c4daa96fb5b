import type { Channel, MessageStatus } from '#db/vocabulary/messages.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

/** How a message's status looks wherever it is told. */
const messageLook = {
  queued: { tone: 'waiting', icon: 's-new' },
  retrying: { tone: 'active', icon: 's-going' },
  sent: { tone: 'done', icon: 's-ok' },
  no_provider: { tone: 'trouble', icon: 's-pause' },
  unreached: { tone: 'trouble', icon: 'call' },
  held: { tone: 'waiting', icon: 's-pause' },
  failed: { tone: 'trouble', icon: 's-late' },
  withdrawn: { tone: 'idle', icon: 's-cancel' },
} as const satisfies Record<MessageStatus | 'unreached' | 'held', StatusLook>

interface Standing {
  channel: Channel
  status: MessageStatus
  /** Until when it waits for the morning. */
  held: string | null
}

/** What is only in the log reached nobody, whatever its turn in the queue: a colleague is to call. */
export const standingOf = ({ channel, status, held }: Standing) =>
  channel === 'log' && status !== 'withdrawn' ? 'unreached' : held ? 'held' : status

export const lookOf = (message: Standing): StatusLook => messageLook[standingOf(message)]
