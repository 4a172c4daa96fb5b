import type { ActionFunctionArgs } from '@remix-run/node'
import { bookingAnswersOf, bookOnline } from '#app/domain/bookings/index.server.ts'
import { findWindow, nearestWindows } from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError, notFound } from '#app/platform/errors.ts'
import { readForm } from '#app/platform/uploads.server.ts'
import { publicContext } from '#app/routes/context.server.ts'

/**
 * Books in one request for another program, such as the shop's own app: the fields of `/book`, the answer as JSON.
 * 201 with the ticket's number and its private path; 422 names what is wrong; 409 says why not, and of a window that
 * is taken the nearest free ones (BK-2).
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await publicContext(request)
  const { form } = await readForm(request)
  try {
    const patch = bookingAnswersOf(form, null)
    const outcome = await bookOnline(ctx, { token: null, patch }, context.address)
    if (!outcome.ok) return Response.json({ errors: outcome.errors }, { status: 422 })
    const { number, token } = outcome.sent
    return Response.json({ number, track: `/track/${token}` }, { status: 201 })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'windowGone') throw error
    const nearest = await nearestTo(ctx, Number(form.get('window')))
    return Response.json({ refusal: error.code, nearest }, { status: 409 })
  }
}

/** There is nothing to read here. */
export const loader = () => {
  throw notFound()
}

async function nearestTo(ctx: Ctx, id: number) {
  const gone = Number.isSafeInteger(id) ? await findWindow(ctx, id) : null
  if (!gone) return []
  const { service, areaId, startsAt: start } = gone
  return (await nearestWindows(ctx, { service, areaId, start })).map((window) => ({
    ...{ id: window.id, day: window.day, minutesLeft: window.minutesLeft },
    ...{ start: window.start.toISOString(), end: window.end.toISOString() },
  }))
}
