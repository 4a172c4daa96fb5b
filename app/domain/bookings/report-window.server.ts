import {
  type Answers,
  type Report,
  type Submission,
  submitReport,
  type WindowBooking,
} from '#app/domain/tickets/index.server.ts'
import { bookVisit, tellBooked } from '#app/domain/visits/index.server.ts'
import {
  bookableSpan,
  findWindow,
  listWindows,
  lockDays,
  nearestWindows,
  windowGone,
} from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { areaOfBooking } from './area-of-booking.server.ts'
import { offered, type OfferedWindow } from './calendar-view.server.ts'

const service = 'repair'
const offeredDays = 7

/**
 * Makes a ticket of a report, and books the window that was chosen with it (BK-1): both or neither. The ticket is
 * scheduled, and still to be assessed and called about (IN-2).
 * @throws DomainError conflict `windowGone`, `reportAlreadySent`
 */
export const sendReport = (ctx: Ctx, token: string, patch: Answers = {}): Promise<Submission> =>
  submitReport(ctx, token, patch, booking)

const booking: WindowBooking = {
  async hold(tx, report, windowId) {
    const window = await findWindow(tx, windowId)
    const areaId = await areaOf(tx, report)
    const { start, end } = bookableSpan(service, tx.now(), await currentSettings(tx))
    const open =
      window !== null &&
      window.online &&
      window.service === service &&
      window.areaId === areaId &&
      window.startsAt >= start &&
      window.startsAt < end
    if (!open) throw windowGone()
    await lockDays(tx, [window.day])
  },
  async book(tx, ticket, windowId) {
    const visit = await bookVisit(tx, ticket, { windowId, work: ticket.description })
    await tellBooked(tx, ticket, visit, { service })
  },
}

/** Where a report's windows are; null when the desk has not switched that on, or we don't know the address. */
async function areaOf(
  ctx: Ctx,
  { category, address }: Pick<Report, 'address'> & { category: string },
): Promise<number | null> {
  const { bookableCategories } = await currentSettings(ctx)
  if (!bookableCategories.includes(category) || !address) return null
  return (await areaOfBooking(ctx, { address }))?.id ?? null
}

/** What a report may be given: the free windows of the first days that have any; none when it may have no window. */
export async function reportWindows(
  ctx: Ctx,
  { category = '', address = '' }: Answers,
): Promise<{ day: string; windows: OfferedWindow[] }[]> {
  const areaId = await areaOf(ctx, { category, address })
  if (areaId === null) return []
  const free = await listWindows(ctx, { service, areaId })
  const days = [...new Set(free.map(({ day }) => day))].slice(0, offeredDays)
  return days.map((day) => ({
    day,
    windows: free.filter((window) => window.day === day).map(offered),
  }))
}

/** The window a report has chosen, as it stands. */
export async function reportWindow(ctx: Ctx, { window: id = '' }: Answers) {
  const window = /^[1-9]\d{0,14}$/.test(id) ? await findWindow(ctx, Number(id)) : null
  if (!window) return null
  return { start: window.startsAt.toISOString(), end: window.endsAt.toISOString() }
}

/** The free windows nearest to the one that went. */
export async function nearestForReport(ctx: Ctx, answers: Answers): Promise<OfferedWindow[]> {
  const { category = '', address = '' } = answers
  const areaId = await areaOf(ctx, { category, address })
  const gone = await reportWindow(ctx, answers)
  if (areaId === null || !gone) return []
  return (await nearestWindows(ctx, { service, areaId, start: new Date(gone.start) })).map(offered)
}
