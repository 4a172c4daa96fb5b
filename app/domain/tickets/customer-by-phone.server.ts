import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { products } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, storeScope } from '#app/platform/permissions.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { brief } from './list-tickets.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

const latest = 30
const reworkDays = 90

export type KnownCustomer = NonNullable<Awaited<ReturnType<typeof customerByPhone>>>

/**
 * Who is calling (IN-6): what they bought and its warranty, what is open, what was repaired within 90 days. A store
 * sees its own customers, orders and tickets only; somebody it doesn't know is nobody.
 * @param phone E.164
 */
export async function customerByPhone(ctx: Ctx<StaffActor>, phone: string) {
  authorize(ctx.actor, 'ticket:register')
  const [customer] = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      email: customers.email,
      address: customers.address,
      locale: customers.locale,
    })
    .from(customers)
    .where(eq(customers.phone, phone))
  if (!customer) return null
  const [bought, past] = await Promise.all([
    boughtBy(ctx, customer.id),
    pastTickets(ctx, customer.id),
  ])
  const scoped = storeScope(ctx.actor, 'ticket:register') !== null
  if (scoped && bought.length === 0 && past.length === 0) return null
  const since = instantAt(addDays(dayOf(ctx.now()), -reworkDays), '00:00')
  const isOpen = (ticket: (typeof past)[number]) =>
    openTicketStatuses.some((status) => status === ticket.status)
  return {
    name: customer.name,
    email: customer.email,
    address: customer.address,
    locale: customer.locale,
    bought,
    open: past.filter(isOpen),
    recent: past.filter(
      (ticket) => !isOpen(ticket) && ticket.kind === 'repair' && ticket.createdAt >= since,
    ),
    earlier: past.filter((ticket) => !isOpen(ticket)).length,
  }
}

async function boughtBy(ctx: Ctx<StaffActor>, customerId: number) {
  const scope = storeScope(ctx.actor, 'ticket:register')
  const rows = await ctx.db
    .select({
      lineId: orderLines.id,
      productId: products.id,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      model: products.model,
      months: products.warrantyMonths,
      orderNumber: orders.number,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
      address: orders.address,
    })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(
      and(
        eq(orders.customerId, customerId),
        ne(orders.status, 'cancelled'),
        scope === null ? undefined : inArray(orders.storeId, scope),
      ),
    )
    .orderBy(desc(orders.orderedOn), desc(orderLines.id))
    .limit(latest)
  const today = dayOf(ctx.now())
  return rows.map(({ months, orderedOn, ...row }) => {
    const until = Temporal.PlainDate.from(row.deliveredOn ?? orderedOn)
      .add({ months })
      .toString()
    return { ...row, warranty: { until, covered: until >= today } }
  })
}

async function pastTickets(ctx: Ctx<StaffActor>, customerId: number) {
  return ctx.db
    .select({
      ...brief,
      kind: tickets.kind,
      category: tickets.category,
      product: tickets.product,
    })
    .from(tickets)
    .where(and(eq(tickets.customerId, customerId), visibleTickets(ctx.actor)))
    .orderBy(sql`${tickets.createdAt} desc nulls last`)
    .limit(latest)
}
