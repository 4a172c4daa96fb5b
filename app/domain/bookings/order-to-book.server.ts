import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { findOrderFor, type KnownOrder } from '#app/domain/orders/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import { formatter } from '#app/i18n/format.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError, refused } from '#app/platform/errors.ts'
import { companyZone } from '#app/platform/time.server.ts'

/** An order a visit may be booked for, and the delivery an installation comes after. */
export interface OrderToBook {
  order: KnownOrder
  after: Visit | null
}

/**
 * The order of whoever gives its number and its phone, if this service may be booked for it now; `null` when number
 * and phone don't go together.
 * @throws DomainError conflict that says why not, too_many
 */
export async function orderToBook(
  ctx: Ctx,
  asked: { service: Service; orderNumber: string; phone: string },
  address: string,
): Promise<OrderToBook | null> {
  const order = await findOrderFor(ctx, asked, address)
  return order && { order, after: await refuseUnbookable(ctx, order, asked.service) }
}

type Judged = Pick<KnownOrder, 'id' | 'status' | 'readyAt' | 'deliveredOn'>

/**
 * A delivery needs all the goods and is booked once; an installation needs a delivery, made or to come.
 * @returns the delivery still to come that an installation is to follow
 * @throws DomainError conflict
 */
export async function refuseUnbookable(
  ctx: Ctx,
  order: Judged,
  service: Service,
): Promise<Visit | null> {
  if (service !== 'delivery' && service !== 'install') return null
  const booked = await bookedFor(ctx, order.id)
  const open = ({ visit }: Booked) => visit.status !== 'finished'
  const delivery = booked.find(({ visit }) => visit.skill === 'delivery')
  const delivered = order.deliveredOn !== null || (delivery && !open(delivery))
  if (service === 'delivery') {
    if (delivered) throw refused('orderDelivered')
    if (delivery) throw alreadyBooked(ctx, 'deliveryBooked', delivery)
    if (order.status !== 'checked' || order.readyAt === null) throw refused('orderNotReady')
    return null
  }
  const install = booked.find((one) => one.visit.skill === 'install' && open(one))
  if (install) throw alreadyBooked(ctx, 'installBooked', install)
  if (delivered) return null
  if (!delivery) throw refused('installBeforeDelivery')
  return delivery.visit
}

interface Booked {
  visit: Visit
  number: string
}

/** The order's deliveries and installations that stand, the latest first. */
const bookedFor = (ctx: Ctx, orderId: number): Promise<Booked[]> =>
  ctx.db
    .select({ visit: visits, number: tickets.number })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(
      and(
        eq(tickets.orderId, orderId),
        inArray(visits.skill, ['delivery', 'install']),
        ne(visits.status, 'cancelled'),
      ),
    )
    .orderBy(desc(visits.windowStart), desc(visits.id))

function alreadyBooked(
  ctx: Ctx,
  code: 'deliveryBooked' | 'installBooked',
  { visit: { windowStart, windowEnd }, number }: Booked,
) {
  const format = formatter(ctx.locale, companyZone(), ctx.now())
  return refused(code, {
    day: format.day(windowStart),
    time: format.span(windowStart, windowEnd),
    number,
  })
}

/** What an order is about, in the reader's language: its products and how many. */
export function goodsOf(
  {
    lines,
  }: { lines: readonly Pick<KnownOrder['lines'][number], 'nameZh' | 'nameEn' | 'quantity'>[] },
  locale: Locale,
): string {
  return lines
    .map(({ nameZh, nameEn, quantity }) => `${locale === 'en' ? nameEn : nameZh} × ${quantity}`)
    .join(locale === 'en' ? ', ' : '、')
}

/**
 * What a page says of the order a booking is for; nothing when number and phone don't go together, or when it can't
 * be booked any more: the page that asked for it has said so.
 */
export async function orderForPage(
  ctx: Ctx,
  asked: Parameters<typeof orderToBook>[1],
  address: string,
): Promise<OrderToBook | null> {
  if (asked.orderNumber === '') return null
  try {
    return await orderToBook(ctx, asked, address)
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
