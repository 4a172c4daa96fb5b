import type { StatusLook } from '#app/ui/console/status.tsx'
import type { CaseStatus, ConsequenceStatus } from '#db/vocabulary/returns.ts'

export const returnsPath = '/console/returns'
export const tasksPath = `${returnsPath}/tasks`
/** Where a return of this ticket is registered. */
export const askReturnPath = (ticket: string) => `${returnsPath}/new?ticket=${ticket}`
export const casePath = (number: string) => `${returnsPath}/${number}`

/** Every status has its own shape. */
export const caseLook: Record<CaseStatus, StatusLook> = {
  asked: { tone: 'waiting', icon: 's-triaged' },
  approving: { tone: 'waiting', icon: 's-plan' },
  acting: { tone: 'active', icon: 's-going' },
  appealed: { tone: 'trouble', icon: 'flag' },
  closed: { tone: 'done', icon: 's-ok' },
  cancelled: { tone: 'idle', icon: 's-cancel' },
}

export const stepLook: Record<ConsequenceStatus, StatusLook> = {
  open: { tone: 'waiting', icon: 's-new' },
  going: { tone: 'active', icon: 's-going' },
  done: { tone: 'done', icon: 's-ok' },
  cancelled: { tone: 'idle', icon: 's-cancel' },
}

/** How much of the time to decide is used. */
export interface Due {
  state: 'ok' | 'risk' | 'over'
  /** Minutes left, or over. */
  minutes: number
  /** In percent. */
  used: number
}

/** RX-3: the clock of a case that is to be decided; `null` for one that isn't. */
export function dueOf(
  one: { status: CaseStatus; askedAt: Date | string; dueAt: Date | string },
  now: Date,
): Due | null {
  if (one.status !== 'asked' && one.status !== 'appealed' && one.status !== 'approving') return null
  const [from, to] = [new Date(one.askedAt).getTime(), new Date(one.dueAt).getTime()]
  const left = to - now.getTime()
  const used = to > from ? Math.min(100, Math.max(0, 100 - (left / (to - from)) * 100)) : 100
  const minutes = Math.floor(Math.abs(left) / 60_000)
  return { state: left < 0 ? 'over' : used >= 75 ? 'risk' : 'ok', minutes, used }
}

/** Minor units without a sign of currency, as a column of figures has them. */
export function plainMoney(minor: number): string {
  if (minor === 0) return '0'
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return (minor / 100).toLocaleString('en', digits).replace('-', '−')
}
