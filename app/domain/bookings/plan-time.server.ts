import type { Service } from '#db/vocabulary/bookings.ts'
import { findDraft, withAnswers } from '#app/domain/tickets/index.server.ts'
import {
  bookableSpan,
  findWindow,
  hasRoom,
  type Window,
  windowGone,
} from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { areaOfBooking } from './area-of-booking.server.ts'
import { type BookingErrors, TimeForm } from './booking-form.server.ts'
import type { BookingAnswers } from './booking-steps.ts'
import { orderForPage } from './order-to-book.server.ts'

export interface ChosenTime {
  window: Window
  /** The installation booked with a delivery. */
  install: Window | null
}

export const wrong = (errors: BookingErrors) => ({ ok: false as const, errors })

/**
 * Looks without a lock whether the windows chosen can be had, so that who comes too late is told at once.
 * @throws DomainError conflict `windowGone`, `installGone`
 */
export async function planTime(
  ctx: Ctx,
  wanted: { service: Service; areaId: number; window: number; install: number | null },
): Promise<({ ok: true } & ChosenTime) | ReturnType<typeof wrong>> {
  const { service, areaId } = wanted
  const window = await findWindow(ctx, wanted.window)
  if (!window) throw windowGone()
  if (window.service !== service || window.areaId !== areaId) {
    return wrong({ window: 'validation:window' })
  }
  if (!(await isFree(ctx, window))) throw windowGone()
  if (wanted.install === null || service !== 'delivery') return { ok: true, window, install: null }

  const install = await findWindow(ctx, wanted.install)
  if (!install) throw refused('installGone')
  if (install.service !== 'install' || install.areaId !== areaId) {
    return wrong({ install: 'validation:window' })
  }
  if (install.startsAt < window.endsAt) return wrong({ install: 'validation:installAfter' })
  if (!(await isFree(ctx, install))) throw refused('installGone')
  return { ok: true, window, install }
}

async function isFree(ctx: Ctx, window: Window): Promise<boolean> {
  const { start, end } = bookableSpan(window.service, ctx.now(), await currentSettings(ctx))
  const offered = window.online && window.startsAt >= start && window.startsAt < end
  return offered && (await hasRoom(ctx, window.id))
}

/**
 * The answers of the step on which the time is chosen, with the day they mean, and what is wrong with them.
 * @param address where the request came from
 * @throws DomainError conflict `windowGone`, `installGone`
 */
export async function takeTime(
  ctx: Ctx,
  token: string,
  patch: BookingAnswers,
  address: string,
): Promise<{ patch: BookingAnswers; errors: BookingErrors }> {
  const draft = await findDraft(ctx, token)
  const answers: BookingAnswers = withAnswers(draft, patch)
  const said = TimeForm.safeParse(answers)
  if (!said.success) return { patch, errors: {} }
  const { service, window: id, install } = said.data
  if (draft?.ticketId)
    return { patch: { ...patch, day: (await findWindow(ctx, id))?.day }, errors: {} }
  const area = await areaOfBooking(ctx, answers)
  if (!area) return { patch, errors: { window: 'validation:window' } }
  const time = await planTime(ctx, { service, areaId: area.id, window: id, install })
  if (!time.ok) return { patch, errors: time.errors }
  const { orderNumber = '', phone = '' } = answers
  const known = await orderForPage(ctx, { service, orderNumber, phone }, address)
  if (known?.after && time.window.startsAt < known.after.windowEnd) {
    return { patch, errors: { window: 'validation:installAfter' } }
  }
  return { patch: { ...patch, day: time.window.day }, errors: {} }
}
