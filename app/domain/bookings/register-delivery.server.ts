import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { customers, orderLines } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { findOrder, type Order } from '#app/domain/orders/index.server.ts'
import { registerTicket } from '#app/domain/tickets/index.server.ts'
import { translate } from '#app/i18n/translator.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { goodsOf, refuseUnbookable } from './order-to-book.server.ts'

/**
 * Registers the ticket on which a colleague agrees an order's delivery with its customer; the one that is open already
 * is that one.
 * @returns the ticket's number
 * @throws DomainError not_found, conflict `orderNotReady`, `deliveryBooked`, `orderDelivered`
 */
export async function registerDelivery(ctx: Ctx<StaffActor>, number: string): Promise<string> {
  authorize(ctx.actor, 'order:book')
  return inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, number, { lock: true })
    await refuseUnbookable(tx, order, 'delivery')
    return (await openDelivery(tx, order)) ?? (await register(tx, ctx.actor, order))
  })
}

async function openDelivery(tx: Tx, order: Order): Promise<string | undefined> {
  const [open] = await tx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(
      and(
        eq(tickets.orderId, order.id),
        eq(tickets.kind, 'delivery'),
        inArray(tickets.status, [...openTicketStatuses]),
      ),
    )
    .orderBy(desc(tickets.id))
    .limit(1)
  return open?.number
}

async function register(tx: Tx, actor: StaffActor, order: Order): Promise<string> {
  const [customer] = await tx.db
    .select({ email: customers.email, locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, order.customerId!))
  const locale = customer?.locale ?? order.locale
  const goods = goodsOf({ lines: await linesOf(tx, order) }, locale)
  const t = translate(locale)
  const ticket = await registerTicket(tx, {
    kind: 'delivery',
    category: 'other',
    channel: 'staff',
    product: goods.length > 120 ? `${goods.slice(0, 119).toWellFormed()}…` : goods,
    description: t('orders:delivery.description', { number: order.number, goods }),
    name: order.name,
    phone: order.phone,
    email: order.email ?? customer?.email ?? '',
    address: order.address,
    locale,
    takenBy: actor.id,
    ownerId: may(actor, 'ticket:triage') ? actor.id : null,
    orderId: order.id,
    storeId: order.storeId,
    orderNumber: order.number,
    preferredDays: '',
  })
  return ticket.number
}

const linesOf = (tx: Tx, order: Order) =>
  tx.db
    .select({
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      quantity: orderLines.quantity,
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position), asc(orderLines.id))
