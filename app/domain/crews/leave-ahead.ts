/** Whole hours between asking and the beginning of the leave; none when it had begun. */
export const hoursAhead = ({ askedAt, startsAt }: { askedAt: Date; startsAt: Date }): number =>
  Math.max(0, Math.floor((startsAt.getTime() - askedAt.getTime()) / 3_600_000))

/** DS-3: asked later than so many hours before its start; exactly so many is in time. */
export const askedLate = (
  { askedAt, startsAt }: { askedAt: Date; startsAt: Date },
  leaveHours: number,
): boolean => startsAt.getTime() - askedAt.getTime() < leaveHours * 3_600_000
