import type { StatusLook } from '#app/ui/console/status.tsx'
import type { ClaimStatus } from '#db/vocabulary/returns.ts'
import { casePath, returnsPath } from '../case-look.ts'

export const claimsPath = `${returnsPath}/claims`
export const claimPath = (number: string) => `${claimsPath}/${number}`
export const newClaimPath = (caseNumber: string) => `${casePath(caseNumber)}/claims/new`

/** Every status has its own shape. */
export const claimLook: Record<ClaimStatus, StatusLook> = {
  open: { tone: 'waiting', icon: 's-new' },
  sent: { tone: 'active', icon: 's-way' },
  credited: { tone: 'done', icon: 's-ok' },
  refused: { tone: 'trouble', icon: 's-late' },
  withdrawn: { tone: 'idle', icon: 's-cancel' },
}
