import { services as serviceKeys, type Service } from '#db/vocabulary/bookings.ts'
import {
  areaOfBooking,
  type BookingAnswers,
  bookingErrorsIn,
  type BookingField,
  type BookingStep,
  bookingSteps,
  bookLater,
  calendarView,
  cityElsewhere,
  followingOffer,
  goodsOf,
  offered,
  type OfferedWindow,
  orderForPage,
  stepOfBookingField,
} from '#app/domain/bookings/index.server.ts'
import { findWindow, nearestWindows, readServices } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { isDay } from '#app/platform/time.server.ts'

const isService = (value: unknown): value is Service => serviceKeys.includes(value as Service)

/** The first step before this one that still has something wrong. */
export function stepToReturnTo(answers: BookingAnswers, step: BookingStep): BookingStep | null {
  const missing = Object.keys(bookingErrorsIn(answers)) as BookingField[]
  const steps = missing.map(stepOfBookingField)
  const before = bookingSteps.slice(0, bookingSteps.indexOf(step))
  return before.find((one) => steps.includes(one)) ?? null
}

/** The services customers book themselves, in the order they are offered. */
export async function servicesOnline(ctx: Ctx): Promise<Service[]> {
  const online = (await readServices(ctx)).filter(({ online }) => online).map(({ key }) => key)
  return serviceKeys.filter((key) => online.includes(key))
}

/** The city of the address, when nobody of ours goes there; in the reader's words. */
export async function elsewhereOf(ctx: Ctx, { address = '' }: BookingAnswers) {
  const city = await cityElsewhere(ctx, address)
  return city && (ctx.locale === 'en' ? city.en : city.zh)
}

/** The order a booking is for, in the reader's words, and the delivery its installation follows. */
export async function orderOf(ctx: Ctx, answers: BookingAnswers, address: string) {
  const { service, orderNumber = '', phone = '' } = answers
  if (!isService(service)) return null
  const known = await orderForPage(ctx, { service, orderNumber, phone }, address)
  return (
    known && {
      number: known.order.number,
      goods: goodsOf(known.order, ctx.locale),
      after: known.after && {
        start: known.after.windowStart.toISOString(),
        end: known.after.windowEnd.toISOString(),
      },
    }
  )
}
export type OrderOfPage = NonNullable<Awaited<ReturnType<typeof orderOf>>>

/** What of the present step's page depends on what is free; `null` where nothing is asked of it. */
export async function timeOf(
  ctx: Ctx,
  {
    answers,
    order,
    wish,
    gone,
  }: {
    answers: BookingAnswers
    order: OrderOfPage | null
    /** The day or the weeks the address asks for. */
    wish: { day: string | null; from: string | null }
    gone?: { which: 'window' | 'install'; answers: BookingAnswers } | undefined
  },
) {
  const { service } = answers
  const area = await areaOfBooking(ctx, answers)
  if (!isService(service) || !area) return null
  const areaId = area.id
  const lost = gone && (await windowOf(ctx, gone.answers[gone.which]))
  const went = gone && lost ? { which: gone.which, start: lost.start, end: lost.end } : null
  const chosen = went?.which === 'window' ? null : await windowOf(ctx, answers.window)
  const after = order?.after ? new Date(order.after.end) : undefined
  const nearest =
    went?.which === 'window'
      ? (await nearestWindows(ctx, { service, areaId, start: new Date(went.start) }, 6))
          .filter(({ start }) => !after || start >= after)
          .slice(0, 3)
          .map(offered)
      : []
  const asked = (day: string | null | undefined) => (day && isDay(day) ? day : undefined)
  const from = asked(wish.from)
  const day = asked(wish.day) ?? (from ? undefined : (nearest[0]?.day ?? chosen?.day))
  const view = await calendarView(ctx, {
    service,
    areaId,
    ...(day ? { day } : {}),
    ...(from ? { from } : {}),
    ...(after ? { after } : {}),
  })
  const offer = await followingOffer(ctx, {
    service,
    areaId,
    windows: nearest.length > 0 ? nearest : view.windows,
    keep: Number(answers.install),
  })
  const { cutOff } = await currentSettings(ctx)
  const installChosen = went?.which === 'install' ? bookLater : (answers.install ?? bookLater)
  return {
    service,
    view,
    gone: went,
    nearest,
    chosen: nearest[0]?.id ?? chosen?.id ?? null,
    offer,
    installChosen,
    cutOff,
  }
}
export type TimePage = NonNullable<Awaited<ReturnType<typeof timeOf>>>

/** The windows that were chosen, for the page on which all is checked. */
export async function chosenWindows(ctx: Ctx, { service, window, install }: BookingAnswers) {
  return {
    window: await windowOf(ctx, window),
    install: service === 'delivery' ? await windowOf(ctx, install) : null,
  }
}

type SpanOfWindow = Pick<OfferedWindow, 'id' | 'day' | 'start' | 'end'>

async function windowOf(ctx: Ctx, said: string | undefined): Promise<SpanOfWindow | null> {
  if (!/^[1-9]\d{0,14}$/.test(said ?? '')) return null
  const window = await findWindow(ctx, Number(said))
  return (
    window && {
      id: window.id,
      day: window.day,
      start: window.startsAt.toISOString(),
      end: window.endsAt.toISOString(),
    }
  )
}
