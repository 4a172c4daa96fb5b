import { z } from 'zod'
import { translate } from '#app/i18n/translator.server.ts'
import type { Ticket } from '#app/domain/tickets/index.server.ts'
import {
  daysOfVisit,
  lockVisit,
  moveToWindow,
  refuseMovedAway,
  refusingDisorder,
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
import { tellMovedVisit } from './tell-moved.server.ts'
import {
  findVisitOfCustomer,
  knownVisits,
  linkedVisits,
  refuseUnchangeable,
  windowsFor,
} from './visit-of-customer.server.ts'
import { optionalWindowField, windowField } from './window-field.ts'

export const MoveVisitOfCustomerForm = z.object({
  window: windowField,
  /** The window of the visit linked with it, when that has to move too. */
  install: optionalWindowField,
})
export type MoveVisitOfCustomerForm = z.output<typeof MoveVisitOfCustomerForm>

const perTicket = { name: 'customer-move', attempts: 120, seconds: 3600 }

/**
 * BK-3: the customer moves a visit to another free window, and the visit linked with it along. The same form twice
 * moves it once.
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
  const second =
    form.install === null ? null : await refusedAsInstall(() => windowWanted(tx, form.install!))
  const held = [before, ...(await linkedVisits(tx, before)).after]
  await lockDays(tx, [...held.flatMap(daysOfVisit), window.day, ...(second ? [second.day] : [])])
  const { visit, ticket } = await lockVisit(tx, id, knownVisits(actor))
  const { before: first, after } = await linkedVisits(tx, visit)
  const moves: [Visit, Window][] = [
    [visit, window],
    ...(second ? after.map((linked): [Visit, Window] => [linked, second]) : []),
  ]
  const toMove = moves.filter(([one, to]) => one.windowId !== to.id)
  if (toMove.length === 0) return
  refuseUnchangeable(visit, tx.now(), await currentSettings(tx))
  refuseMovedAway(before, visit)
  if (first && window.startsAt < first.windowEnd) throw refused('linkedTooEarly')
  const next = second?.startsAt
  if (after.some(({ windowStart }) => (next ?? windowStart) < window.endsAt)) {
    throw refused('linkedTooEarly')
  }
  for (const [one, to] of toMove) {
    const work = async () => {
      await refuseElsewhere(tx, ticket, one, to)
      await moveOne(tx, ticket, one, to)
    }
    await (one === visit ? work() : refusedAsInstall(work))
  }
}

async function moveOne(tx: Tx, ticket: Ticket, visit: Visit, window: Window): Promise<void> {
  const reason = translate(ticket.locale)('track:visits.movedOnline')
  const moved = await moveToWindow(tx, ticket, visit, {
    windowId: window.id,
    reason,
    // What is held back for urgent repairs is the desk's to give.
    urgent: false,
  })
  await tellMovedVisit(tx, ticket, [visit, moved], reason)
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
