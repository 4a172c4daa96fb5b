import type { MessageStatus } from '#db/vocabulary/messages.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

/** How a mail's status looks wherever it is told. */
export const messageLook = {
  queued: { tone: 'waiting', icon: 's-new' },
  retrying: { tone: 'active', icon: 's-going' },
  sent: { tone: 'done', icon: 's-ok' },
  no_provider: { tone: 'trouble', icon: 's-pause' },
  failed: { tone: 'trouble', icon: 's-late' },
} as const satisfies Record<MessageStatus, StatusLook>
