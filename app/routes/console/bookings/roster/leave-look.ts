import type { LeaveStatus } from '#db/vocabulary/bookings.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

export const leaveLook: Record<LeaveStatus, StatusLook> = {
  asked: { tone: 'waiting', icon: 's-new' },
  approved: { tone: 'done', icon: 's-ok' },
  refused: { tone: 'trouble', icon: 's-cancel' },
  withdrawn: { tone: 'idle', icon: 's-cancel' },
}
