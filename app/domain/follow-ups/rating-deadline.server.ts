import { addHours } from '#app/platform/time.server.ts'

/** Until when a visit may be rated: as long as its link opens, and no longer than `ratingDays` after the first time. */
export function ratingDeadline(
  linkEnds: Date | null,
  firstRated: Date | null,
  { ratingDays, now }: { ratingDays: number; now: Date },
): Date {
  const daysEnd = addHours(firstRated ?? now, ratingDays * 24)
  if (!linkEnds) return daysEnd
  return firstRated && daysEnd < linkEnds ? daysEnd : linkEnds
}
