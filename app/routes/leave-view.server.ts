import type { LeaveAsked } from '#app/domain/crews/read-leaves.server.ts'
import { dayOf, instantAt } from '#app/platform/time.server.ts'
import type { LeaveTimes } from './leave-words.ts'

export const leaveTimes = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): LeaveTimes => {
  const last = new Date(endsAt.getTime() - 1)
  const whole =
    +instantAt(dayOf(startsAt), '00:00') === +startsAt &&
    +instantAt(dayOf(last), '24:00') === +endsAt
  return {
    start: startsAt.toISOString(),
    end: endsAt.toISOString(),
    whole,
    lastDay: last.toISOString(),
  }
}

/** A leave as a page shows it. */
export const leaveView = (leave: LeaveAsked, now: Date) => ({
  id: leave.id,
  ...leaveTimes(leave),
  status: leave.status,
  reason: leave.reason,
  crewId: leave.crewId,
  crewZh: leave.crewZh,
  crewEn: leave.crewEn,
  member: leave.member,
  asker: leave.asker,
  askedAt: leave.askedAt.toISOString(),
  decider: leave.decider,
  decidedAt: leave.decidedAt?.toISOString() ?? null,
  decision: leave.decision,
  hoursAhead: leave.hoursAhead,
  late: leave.late,
  over: leave.endsAt <= now,
})
export type LeaveView = ReturnType<typeof leaveView>
