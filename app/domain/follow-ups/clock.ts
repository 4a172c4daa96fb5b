/** How a follow-up's clock stands (FU-1). */
export interface FollowUpClock {
  state: 'held' | 'over' | 'risk' | 'ok'
  /** Minutes left, or over. */
  minutes: number
  /** The share of its time that is used, in percent. */
  used: number
}

export function clockOf(
  { createdAt, notBefore, dueAt }: { createdAt: Date; notBefore: Date; dueAt: Date },
  now: Date,
): FollowUpClock {
  const left = dueAt.getTime() - now.getTime()
  const start = Math.max(createdAt.getTime(), Math.min(notBefore.getTime(), now.getTime()))
  const span = dueAt.getTime() - start
  const used = span > 0 ? Math.min(100, Math.max(0, 100 - (left / span) * 100)) : 100
  const minutes = Math.floor(Math.abs(left) / 60_000)
  if (notBefore > now) return { state: 'held', minutes, used: 0 }
  if (left < 0) return { state: 'over', minutes, used: 100 }
  return { state: used >= 75 ? 'risk' : 'ok', minutes, used }
}
