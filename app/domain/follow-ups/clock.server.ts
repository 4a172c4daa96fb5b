import { dayOf } from '#app/platform/time.server.ts'

/** How a follow-up's clock stands (FU-1). */
export interface FollowUpClock {
  state: 'held' | 'over' | 'risk' | 'ok'
  /** Minutes left, or over. */
  minutes: number
  /** The share of its time that is used, in percent. */
  used: number
  /** Whether it may be made today. */
  today: boolean
}

export function clockOf(
  { createdAt, notBefore, dueAt }: { createdAt: Date; notBefore: Date; dueAt: Date },
  now: Date,
): FollowUpClock {
  const left = dueAt.getTime() - now.getTime()
  const start = Math.max(createdAt.getTime(), Math.min(notBefore.getTime(), now.getTime()))
  const span = dueAt.getTime() - start
  const used = span > 0 ? Math.min(100, Math.max(0, 100 - (left / span) * 100)) : 100
  const today = dayOf(notBefore) === dayOf(now)
  const minutes = Math.floor(Math.abs(left) / 60_000)
  if (notBefore > now) return { state: 'held', minutes, used: 0, today }
  if (left < 0) return { state: 'over', minutes, used: 100, today }
  return { state: used >= 75 ? 'risk' : 'ok', minutes, used, today }
}
