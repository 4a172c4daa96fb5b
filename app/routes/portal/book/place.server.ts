import type { AppLoadContext } from '@remix-run/node'
import {
  type BookingAnswers,
  type BookingStep,
  isBookingStep,
} from '#app/domain/bookings/index.server.ts'
import { looksLikeToken, newToken } from '#app/platform/tokens.server.ts'

export interface Place {
  token: string
  step: BookingStep
  /** What was answered, when a window went meanwhile. */
  gone?: { which: 'window' | 'install'; answers: BookingAnswers }
}
const places = new WeakMap<AppLoadContext, Place>()

/** Where in which booking this request is: what its form said, else what its address says. */
export function placeOf(
  request: Request,
  context: AppLoadContext,
): Place & { fresh: boolean; posted: boolean } {
  const place = places.get(context)
  if (place) return { ...place, fresh: false, posted: true }
  const { searchParams } = new URL(request.url)
  const draft = searchParams.get('draft') ?? undefined
  const step = searchParams.get('step')
  return looksLikeToken(draft)
    ? { token: draft, step: isBookingStep(step) ? step : 'order', fresh: false, posted: false }
    : { token: newToken(), step: 'order', fresh: true, posted: false }
}

/** Says where the form that was sent stands, so that the page after it shows that step. */
export function standAt(context: AppLoadContext, place: Place): void {
  if (!places.has(context)) places.set(context, place)
}
