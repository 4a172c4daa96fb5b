import type { Service } from '#db/vocabulary/bookings.ts'
import type { Settings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt, spanOfDay } from '#app/platform/time.server.ts'

/** The instant until which a customer moves or cancels a visit of this day themselves (BK-3). */
export const cutOffOf = (day: string, { cutOff }: Pick<Settings, 'cutOff'>): Date =>
  instantAt(addDays(day, -1), cutOff)

/**
 * What customers may book: from tomorrow to the end of the horizon; a delivery is loaded the day before, so its day
 * closes with the cut-off.
 */
export function bookableSpan(
  service: Service,
  now: Date,
  settings: Pick<Settings, 'cutOff' | 'bookingDays'>,
): { from: string; to: string; start: Date; end: Date } {
  const today = dayOf(now)
  const tomorrow = addDays(today, 1)
  const loaded = service === 'delivery' && now >= cutOffOf(tomorrow, settings)
  const from = loaded ? addDays(tomorrow, 1) : tomorrow
  const to = addDays(today, settings.bookingDays)
  return { from, to, start: spanOfDay(from).start, end: spanOfDay(to).end }
}
