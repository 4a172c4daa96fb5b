import { followingService, type Service } from '#db/vocabulary/bookings.ts'
import { listWindows, readServices } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type OfferedWindow, offered } from './calendar-view.server.ts'

export interface FollowingOffer {
  service: Service
  /** Minutes of work it usually takes. */
  minutes: number
  options: OfferedWindow[]
}

const otherDays = 2

/**
 * What may be booked together with a visit on one of these windows of a day: all that is free on the same day once
 * the first of them has ended, and on the next days with anything free; `null` when nothing is booked together with
 * this service.
 * @param keep a window that was chosen before: it stays among them while it is free
 */
export async function followingOffer(
  ctx: Ctx,
  {
    service,
    areaId,
    windows,
    keep,
  }: { service: Service; areaId: number; windows: readonly OfferedWindow[]; keep?: number },
): Promise<FollowingOffer | null> {
  const second = followingService[service]
  const [first] = windows
  if (!second || !first) return null
  const offer = (await readServices(ctx)).find(({ key }) => key === second)
  if (!offer?.online) return null
  const free = (await listWindows(ctx, { service: second, areaId, from: first.day }))
    .map(offered)
    .filter(({ start }) => start >= first.end)
  const later = [...new Set(free.map(({ day }) => day))].filter((day) => day !== first.day)
  const days = [first.day, ...later.slice(0, otherDays)]
  const options = free.filter(({ day }) => days.includes(day))
  const kept = free.find(({ id }) => id === keep && !options.some((option) => option.id === id))
  return {
    service: second,
    minutes: offer.durationMinutes,
    options: (kept ? [...options, kept] : options).sort((a, b) => (a.start < b.start ? -1 : 1)),
  }
}
