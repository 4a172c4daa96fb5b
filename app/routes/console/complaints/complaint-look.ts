import type { ComplaintStatus, FaultStatus, Verdict } from '#db/vocabulary/complaints.ts'
import type { StatusLook } from '#app/ui/console/status.tsx'

export const complaintsPath = '/console/complaints'
export const complaintPath = (number: string) => `${complaintsPath}/${number}`
export const recordsPath = '/console/records'
export const recordPath = (id: string) => `${recordsPath}/${id}`
export const ownRecordPath = '/console/account/record'
export const ownFaultPath = (id: number) => `${ownRecordPath}/faults/${id}`

export const complaintLook: Record<ComplaintStatus, StatusLook> = {
  open: { tone: 'waiting', icon: 's-new' },
  investigating: { tone: 'active', icon: 's-going' },
  answered: { tone: 'waiting', icon: 's-pause' },
  closed: { tone: 'done', icon: 's-ok' },
  withdrawn: { tone: 'idle', icon: 's-cancel' },
}

export const faultLook: Record<FaultStatus, StatusLook> = {
  raised: { tone: 'waiting', icon: 's-new' },
  answered: { tone: 'active', icon: 'speech' },
  verified: { tone: 'trouble', icon: 'alert' },
  dismissed: { tone: 'idle', icon: 's-cancel' },
}

export const verdictLook: Record<Verdict, StatusLook> = {
  content: { tone: 'done', icon: 's-ok' },
  not_content: { tone: 'trouble', icon: 'alert' },
}
