import { z } from 'zod'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import {
  cancelHeldVisit,
  daysOfVisit,
  lockVisit,
  moveToWindow,
  refuseMovedAway,
  refusingDisorder,
  ticketOfLinked,
  type Visit,
} from '#app/domain/visits/index.server.ts'
import {
  bookableSpan,
  findWindow,
  lockDays,
  type Window,
  windowGone,
} from '#app/domain/windows/index.server.ts'
import type { CustomerActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { DomainError, refused, tooMany } from '#app/platform/errors.ts'
import { countAttempt } from '#app/platform/limits.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { bookLater } from './booking-steps.ts'
import { type Moved, tellMovedVisits } from './tell-moved.server.ts'
import {
  findVisitOfCustomer,
  knownVisits,
  linkedVisits,
  refuseUnchangeable,
  windowsFor,
} from './visit-of-customer.server.ts'
import { linkedField, windowField } from './window-field.ts'

export const MoveVisitOfCustomerForm = z.object({
  window: windowField,
  /** What becomes of the visit linked with it. */
  install: linkedField,
})
export type MoveVisitOfCustomerForm = z.output<typeof MoveVisitOfCustomerForm>

const perTicket = { name: 'customer-move', attempts: 120, seconds: 3600 }

/**
 * BK-3: the customer moves a visit to another free window, and the visit linked with it along, or leaves that one for
 * another day. The same form twice moves it once.
 * @throws DomainError conflict `windowGone`, `linkedTooEarly`, `pastCutOff`, or why it can't move any more
 */
export async function moveVisitOfCustomer(
  ctx: Ctx<CustomerActor>,
  id: number,
  form: MoveVisitOfCustomerForm,
): Promise<void> {
  await findVisitOfCustomer(ctx, id)
  const wait = await countAttempt(ctx, perTicket, String(ctx.actor.ticketId))
  if (wait > 0) throw tooMany('changedTooOften', wait)
  await refusingDisorder(() => inTransaction(ctx, (tx) => move(tx, ctx.actor, id, form)))
}

async function move(tx: Tx, actor: CustomerActor, id: number, form: MoveVisitOfCustomerForm) {
  const asCustomer = { ...tx, actor }
  const before = await findVisitOfCustomer(asCustomer, id)
  const window = await windowWanted(tx, form.window)
  const { install } = form
  const second =
    typeof install === 'number' ? await refusedAsInstall(() => windowWanted(tx, install)) : null
  const held = [before, ...(await linkedVisits(tx, before)).after]
  await lockDays(tx, [...held.flatMap(daysOfVisit), window.day, ...(second ? [second.day] : [])])
  const { visit, ticket } = await lockVisit(tx, id, knownVisits(actor))
  const { before: first, after } = await linkedVisits(tx, visit)
  const moves: [Visit, Window][] = [
    [visit, window],
    ...(second ? after.map((linked): [Visit, Window] => [linked, second]) : []),
  ]
  const toMove = moves.filter(([one, to]) => one.windowId !== to.id)
  const toLeave = install === bookLater ? after : []
  if (toMove.length === 0 && toLeave.length === 0) return
  refuseUnchangeable(visit, tx.now(), await currentSettings(tx))
  refuseMovedAway(before, visit)
  if (first && window.startsAt < first.windowEnd) throw refused('linkedTooEarly')
  const next = second?.startsAt
  const staying = toLeave.length > 0 ? [] : after
  if (staying.some(({ windowStart }) => (next ?? windowStart) < window.endsAt)) {
    throw refused('linkedTooEarly')
  }
  const t = translate(ticket.locale)
  for (const one of toLeave) {
    const its = await ticketOfLinked(tx, ticket, one)
    await cancelHeldVisit(tx, its, one, t('track:visits.cancelledOnline'))
  }
  const reason = t('track:visits.movedOnline')
  const moved: Moved[] = []
  for (const [one, to] of toMove) {
    const work = async () => {
      await refuseElsewhere(tx, ticket, one, to)
      // What is held back for urgent repairs is the desk's to give.
      const its = await ticketOfLinked(tx, ticket, one)
      const now = await moveToWindow(tx, its, one, { windowId: to.id, reason, urgent: false })
      moved.push([one, now])
    }
    await (one === visit ? work() : refusedAsInstall(work))
  }
  await tellMovedVisits(tx, ticket, moved, reason)
}

/** The page tells apart which of the two windows went. */
async function refusedAsInstall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'windowGone') throw refused('installGone')
    throw error
  }
}

/** One that isn't there is one that went. */
async function windowWanted(tx: Tx, id: number): Promise<Window> {
  const window = await findWindow(tx, id)
  if (!window) throw windowGone()
  return window
}

/** Only windows of the visit's own service and area, and only those that customers may book now. */
async function refuseElsewhere(tx: Tx, ticket: Ticket, visit: Visit, to: Window): Promise<void> {
  const { service, areaId } = await windowsFor(tx, visit, ticket)
  const { start, end } = bookableSpan(service, tx.now(), await currentSettings(tx))
  const offered = to.online && to.startsAt >= start && to.startsAt < end
  if (!offered || to.service !== service || to.areaId !== areaId) throw windowGone()
}
