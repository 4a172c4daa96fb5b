import { siteChecks } from '#db/schema/bookings.ts'
import type { Area } from '#app/domain/crews/index.server.ts'
import { lockOrder, markAgreed } from '#app/domain/orders/index.server.ts'
import { makePrivateLink, registerTicket } from '#app/domain/tickets/index.server.ts'
import { bookVisit, tellBooked } from '#app/domain/visits/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { Tx } from '#app/platform/context.server.ts'
import { DomainError, refused } from '#app/platform/errors.ts'
import type { BookingFacts } from './booking-form.server.ts'
import { asProduct, bookedOnline } from './booked-words.server.ts'
import { goodsOf, type OrderToBook, refuseUnbookable } from './order-to-book.server.ts'
import type { ChosenTime } from './plan-time.server.ts'

/** A booking whose facts were looked at: where, when, and for which order. */
export interface Plan extends ChosenTime {
  facts: BookingFacts
  area: Area
  known: OrderToBook | null
}

/**
 * Registers the ticket, books its visits, and tells the customer; the caller holds the days of the windows.
 * @returns the ticket's key
 * @throws DomainError conflict `windowGone`, `installGone`, why the order can't be booked
 */
export async function bookVisits(
  tx: Tx,
  { facts, area, window, install, known }: Plan,
): Promise<number> {
  const { service, what } = facts
  const order = known && (await lockOrder(tx, known.order.id))
  const after = order ? await refuseUnbookable(tx, order, service) : null
  const t = translate(tx.locale)
  const goods = known ? goodsOf(known.order, tx.locale) : ''
  const product = asProduct(goods || what || t(`book:service.${service}`))
  const ticket = await registerTicket(tx, {
    kind: service,
    category: 'other',
    channel: 'portal',
    product,
    // Words that stand whole as the product are not said twice.
    description:
      what && product !== what.replace(/\s+/g, ' ') ? what : bookedOnline(service, tx.locale),
    name: facts.name,
    phone: facts.phone,
    email: facts.email,
    address: facts.address,
    areaId: area.id,
    orderId: order?.id ?? null,
    storeId: order?.storeId ?? null,
    orderNumber: facts.orderNumber,
    preferredDays: '',
    locale: tx.locale,
  })
  const work = what || goods || t(`book:service.${service}`)
  const visit = await bookVisit(tx, ticket, {
    windowId: window.id,
    work,
    ...(after ? { after } : {}),
  })
  const second = install && {
    service: install.service,
    visit: await bookInstall(() =>
      bookVisit(tx, ticket, { windowId: install.id, work, after: visit }),
    ),
  }
  const { lift, floor, parking, takeAway, roomReady } = facts
  await tx.db.insert(siteChecks).values({
    ...{ ticketId: ticket.id, lift, floor, parking, takeAway, roomReady },
    answeredAt: tx.now(),
  })
  await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id })
  if (order && service === 'delivery') await markAgreed(tx, order.id)
  await tellBooked(tx, ticket, visit, { service, ...(second ? { second } : {}) })
  return ticket.id
}

/** The page tells apart which of the two windows went. */
async function bookInstall<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'windowGone') throw refused('installGone')
    throw error
  }
}
