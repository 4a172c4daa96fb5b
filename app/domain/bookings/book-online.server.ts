import {
  findDraft,
  lockDraft,
  markSent,
  sameForm,
  saveDraft,
  type SentForm,
  sentForm,
  withAnswers,
} from '#app/domain/tickets/index.server.ts'
import { refusingDisorder } from '#app/domain/visits/index.server.ts'
import { findWindow, hasRoom, lockDays, windowGone } from '#app/domain/windows/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { areaOfBooking, whyNoArea } from './area-of-booking.server.ts'
import {
  type BookingErrors,
  bookingErrorsIn,
  type BookingFacts,
  BookingForm,
  bookingKind,
} from './booking-form.server.ts'
import type { BookingAnswers } from './booking-steps.ts'
import { bookVisits, type Plan } from './book-visits.server.ts'
import { orderToBook } from './order-to-book.server.ts'
import { planTime, wrong } from './plan-time.server.ts'

export type BookingOutcome =
  { ok: true; sent: SentForm } | { ok: false; answers: BookingAnswers; errors: BookingErrors }

/**
 * Books a visit for a homeowner, and with a delivery its installation, once however often it is sent (BK-1, BK-2,
 * Q-5); `patch` is added to what the draft with `token` holds. Answers that don't do are kept and told.
 * @param address where the request came from
 * @throws DomainError conflict `windowGone`, `installGone`, why the order can't be booked, `bookingAlreadySent`
 */
export async function bookOnline(
  ctx: Ctx,
  { token, patch = {} }: { token: string | null; patch?: BookingAnswers },
  address: string,
): Promise<BookingOutcome> {
  const draft = token === null ? null : await findDraft(ctx, token)
  const answers = withAnswers(draft, patch)
  if (draft?.ticketId) {
    return { ok: true, sent: await sameForm(ctx, bookingKind, draft, answers) }
  }
  try {
    const facts = BookingForm.safeParse(answers)
    const planned = facts.success ? await planBooking(ctx, facts.data, address) : null
    if (planned?.ok) return { ok: true, sent: await book(ctx, token, answers, planned.plan) }
    if (token !== null) await saveDraft(ctx, bookingKind, token, patch)
    const errors = planned?.errors ?? bookingErrorsIn(answers)
    return { ok: false, answers: { ...answers, ...patch }, errors }
  } catch (error) {
    if (!(error instanceof DomainError) || token === null) throw error
    // Sent twice at once, the later one meets what the earlier one took: it is told the same as that one.
    const now = await findDraft(ctx, token)
    if (!now?.ticketId) throw error
    return { ok: true, sent: await sameForm(ctx, bookingKind, now, answers) }
  }
}

/** Looks without a lock whether all of it can be had. */
async function planBooking(
  ctx: Ctx,
  facts: BookingFacts,
  address: string,
): Promise<{ ok: true; plan: Plan } | ReturnType<typeof wrong>> {
  const { service, orderNumber, day, install } = facts
  // Sent in one go, the window chosen says where, unless the address says something else.
  const elsewhere = facts.area ?? (await findWindow(ctx, facts.window))?.areaId
  const area = await areaOfBooking(ctx, { address: facts.address, area: elsewhere })
  if (!area) return wrong(await whyNoArea(ctx, facts.address))
  const time = await planTime(ctx, { service, areaId: area.id, window: facts.window, install })
  if (!time.ok) return time
  if (time.window.day !== day) return wrong({ window: 'validation:window' })
  const known = orderNumber === '' ? null : await orderToBook(ctx, facts, address)
  if (orderNumber !== '' && !known) return wrong({ orderNumber: 'validation:orderUnknown' })
  if (known?.after && time.window.startsAt < known.after.windowEnd) {
    return wrong({ window: 'validation:installAfter' })
  }
  return { ok: true, plan: { facts, area, known, window: time.window, install: time.install } }
}

const book = (ctx: Ctx, token: string | null, answers: BookingAnswers, plan: Plan) =>
  refusingDisorder(() =>
    inTransaction(ctx, async (tx): Promise<SentForm> => {
      const draft = token === null ? null : await lockDraft(tx, token)
      if (draft?.ticketId) return sameForm(tx, bookingKind, draft, answers)
      const { window, install } = plan
      await lockDays(tx, install ? [window.day, install.day] : [window.day])
      if (!(await hasRoom(tx, window.id))) throw windowGone()
      const ticketId = await bookVisits(tx, plan)
      if (draft) await markSent(tx, bookingKind, draft, answers, ticketId)
      return sentForm(tx, ticketId)
    }),
  )
