import type { StatusLook } from '#app/ui/console/status.tsx'

/** How an account's standing looks wherever it is told. */
export const standingLook = {
  active: { tone: 'done', icon: 's-ok' },
  invited: { tone: 'waiting', icon: 's-new' },
  disabled: { tone: 'idle', icon: 's-cancel' },
} as const satisfies Record<string, StatusLook>
