import { gateOfVisit } from '#app/domain/consequences/index.server.ts'
import { listWindows, nearestWindows, findWindow } from '#app/domain/windows/index.server.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import {
  type CalendarView,
  calendarView,
  offered,
  type OfferedWindow,
} from './calendar-view.server.ts'
import { readVisitOfCustomer, windowsFor } from './visit-of-customer.server.ts'

/** Of what can follow on the day itself, and after it. */
const linkedOffers = { sameDay: 5, later: 5 }
const nearestOffers = 3

/** A visit that comes after the one that is moved, and when it could come. */
export interface LinkedMove {
  service: Service
  start: string
  end: string
  /** It may stay where it is, with at least the earliest window of the day shown. */
  mayStay: boolean
  windows: OfferedWindow[]
}

/**
 * A customer's visit and what it can move to: the free windows of its own service and area, and of the visit linked
 * behind it; around the day it is on now unless another is asked for. Nothing is offered for one that can't be changed
 * any more, or whose area we don't know.
 * @throws DomainError not_found
 */
export async function waysToMove(
  ctx: Ctx<CustomerActor>,
  id: number,
  view: { from?: string; day?: string },
) {
  const own = await readVisitOfCustomer(ctx, id)
  const { visit, service, areaId, after } = own
  if (own.changeable !== 'yes' || areaId === null) return { ...own, calendar: null, linked: null }
  const earliest = await earliestOf(ctx, own)
  const show = (view: { from?: string; day?: string }) =>
    calendarView(ctx, {
      ...view,
      service,
      areaId,
      minutes: visit.durationMinutes,
      ...(visit.windowId === null ? {} : { except: visit.windowId }),
      ...(earliest ? { after: earliest } : {}),
    })
  const asked = view.from !== undefined || view.day !== undefined
  const aroundNow = await show(asked ? view : { day: dayOf(visit.windowStart) })
  const calendar = aroundNow.day === null && !asked ? await show({}) : aroundNow
  const [behind] = after
  return {
    ...own,
    calendar,
    linked: behind ? await linkedMove(ctx, behind, areaId, calendar) : null,
  }
}

/** BK-1, RX-4: not before the end of the visit it comes after, nor before its goods are there. */
async function earliestOf(
  ctx: Ctx,
  { visit, before }: { visit: Visit; before?: Visit | null },
): Promise<Date | null> {
  const gate = await gateOfVisit(ctx, visit.id)
  const end = before?.windowEnd ?? null
  return gate !== null && (end === null || gate > end) ? gate : end
}

async function linkedMove(
  ctx: Ctx,
  visit: Visit,
  areaId: number,
  { day, windows }: CalendarView,
): Promise<LinkedMove | null> {
  const earliest = windows[0]
  if (!earliest || day === null) return null
  const { service } = await windowsFor(ctx, visit, { areaId })
  const gate = await gateOfVisit(ctx, visit.id)
  const free = await listWindows(ctx, { service, areaId, from: day })
  const fits = free.filter(
    ({ id, start, minutesLeft }) =>
      id !== visit.windowId &&
      minutesLeft >= visit.durationMinutes &&
      start >= new Date(earliest.end) &&
      (gate === null || start >= gate),
  )
  return {
    service,
    start: visit.windowStart.toISOString(),
    end: visit.windowEnd.toISOString(),
    mayStay: visit.windowStart >= new Date(earliest.end),
    windows: [
      ...fits.filter((window) => window.day === day).slice(0, linkedOffers.sameDay),
      ...fits.filter((window) => window.day !== day).slice(0, linkedOffers.later),
    ].map(offered),
  }
}

/** The window that went while the customer chose it, and the free ones nearest to it. */
export async function nearestToGone(ctx: Ctx<CustomerActor>, id: number, windowId: number) {
  const own = await readVisitOfCustomer(ctx, id)
  const { visit, service, areaId } = own
  const earliest = await earliestOf(ctx, own)
  const gone = await findWindow(ctx, windowId)
  const ours = gone !== null && gone.service === service && gone.areaId === areaId
  const start = ours ? gone.startsAt : visit.windowStart
  const near = areaId === null ? [] : await nearestWindows(ctx, { service, areaId, start }, 20)
  const fits = near.filter(
    (window) =>
      window.id !== visit.windowId &&
      window.minutesLeft >= visit.durationMinutes &&
      (earliest === null || window.start >= earliest),
  )
  return {
    gone: ours ? { start: gone.startsAt.toISOString(), end: gone.endsAt.toISOString() } : null,
    nearest: fits.slice(0, nearestOffers).map(offered),
  }
}
