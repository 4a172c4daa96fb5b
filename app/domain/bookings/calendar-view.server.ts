import type { Service } from '#db/vocabulary/bookings.ts'
import { bookableSpan, type FreeWindow, listWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addDays, weekdayOf } from '#app/platform/time.server.ts'

/** A window as a page offers it; instants as ISO strings. */
export interface OfferedWindow {
  id: number
  day: string
  start: string
  end: string
  places: number
}

/** Two weeks of days with what is free on each, and the windows of one of them. */
export interface CalendarView {
  /** Monday first. */
  weeks: { day: string; free: number }[][]
  /** The day whose windows are shown; none when nothing is free in these weeks. */
  day: string | null
  windows: OfferedWindow[]
  /** The Monday of the two weeks before and after these, where there are any. */
  earlier: string | null
  later: string | null
  /** Whether anything at all is free. */
  any: boolean
}

const shownDays = 14

/** The Monday of a day's week. */
const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

/**
 * What is free for a service in an area, two weeks at a time from the first week with a day that may be
 * booked. Without `from` and `day`, the weeks and the day are the first with something free.
 * @param view `after`: only windows that begin then or later; `from`: any day of the first week shown; `minutes`: only
 *   windows with so many left; `except`: not this one
 */
export async function calendarView(
  ctx: Ctx,
  view: {
    service: Service
    areaId: number
    from?: string
    day?: string
    after?: Date
    minutes?: number
    except?: number
  },
): Promise<CalendarView> {
  const { service, areaId, after, minutes = 0, except } = view
  const span = bookableSpan(service, ctx.now(), await currentSettings(ctx))
  const all = await listWindows(ctx, { service, areaId })
  const free = all.filter(
    ({ id, start, minutesLeft }) =>
      id !== except && minutesLeft >= minutes && (!after || start >= after),
  )

  const first = mondayOf(span.from)
  const pageOf = (day: string) => {
    let monday = first
    while (addDays(monday, shownDays) <= day) monday = addDays(monday, shownDays)
    return monday
  }
  const wished = view.from ?? view.day ?? free[0]?.day ?? span.from
  const monday = pageOf(wished < span.from ? span.from : wished > span.to ? span.to : wished)
  const end = addDays(monday, shownDays)
  const shown = free.filter(({ day }) => day >= monday && day < end)
  const day = shown.some((window) => window.day === view.day) ? view.day! : (shown[0]?.day ?? null)

  const days = Array.from({ length: shownDays }, (_, index) => addDays(monday, index)).map(
    (day) => ({ day, free: shown.filter((window) => window.day === day).length }),
  )
  return {
    weeks: [days.slice(0, 7), days.slice(7)],
    day,
    windows: shown.filter((window) => window.day === day).map(offered),
    earlier: monday > first ? addDays(monday, -shownDays) : null,
    later: end <= span.to ? end : null,
    any: free.length > 0,
  }
}

export const offered = ({ id, day, start, end, places }: FreeWindow): OfferedWindow => ({
  id,
  day,
  start: start.toISOString(),
  end: end.toISOString(),
  places,
})
