import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'

/**
 * BK-5: the last time of day by which contracts were to be checked. One that was entered before then and isn't checked
 * is late.
 */
export function lastCheck(now: Date, checkBy: string): Date {
  const today = instantAt(dayOf(now), checkBy)
  return today <= now ? today : instantAt(addDays(dayOf(now), -1), checkBy)
}
