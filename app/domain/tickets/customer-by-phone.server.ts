import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { openTicketStatuses } from '#db/vocabulary/tickets.ts'
import { holderOfPhone, rowsOfPerson } from '#app/domain/customers/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, storeScope } from '#app/platform/permissions.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { boughtBy } from './bought-by.server.ts'
import { endedAfterWork } from './ended-after-work.server.ts'
import { brief } from './list-tickets.server.ts'
import { visibleTickets } from './visible-tickets.server.ts'

const latest = 30
export const reworkDays = 90

export type KnownCustomer = NonNullable<Awaited<ReturnType<typeof customerByPhone>>>

/**
 * Who is calling (IN-6), by their phone or another number of theirs: what they bought and its warranty, what is open,
 * what was repaired within 90 days. A store sees its own customers, orders and tickets only; somebody it doesn't know
 * is nobody.
 * @param phone E.164
 */
export async function customerByPhone(ctx: Ctx<StaffActor>, phone: string) {
  authorize(ctx.actor, 'ticket:register')
  const id = await holderOfPhone(ctx, phone)
  if (id === null) return null
  const [customer] = await ctx.db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      address: customers.address,
      locale: customers.locale,
    })
    .from(customers)
    .where(and(eq(customers.id, id), isNull(customers.erasedAt)))
  if (!customer) return null
  const person = await rowsOfPerson(ctx, customer.id)
  const [bought, past] = await Promise.all([
    boughtBy(ctx, person, 'ticket:register'),
    pastTickets(ctx, person),
  ])
  const scoped = storeScope(ctx.actor, 'ticket:register') !== null
  if (scoped && bought.length === 0 && past.length === 0) return null
  const since = instantAt(addDays(dayOf(ctx.now()), -reworkDays), '00:00')
  const isOpen = (ticket: (typeof past)[number]) =>
    openTicketStatuses.some((status) => status === ticket.status)
  return {
    id: customer.id,
    name: customer.name,
    /** Theirs, where they were found by another of their numbers. */
    phone: customer.phone,
    email: customer.email,
    address: customer.address,
    locale: customer.locale,
    bought,
    open: past.filter(isOpen),
    recent: past.filter(
      (ticket) => ticket.endedAfterWork && ticket.kind === 'repair' && ticket.createdAt >= since,
    ),
    earlier: past.filter((ticket) => !isOpen(ticket)).length,
  }
}

async function pastTickets(ctx: Ctx<StaffActor>, person: number[]) {
  return ctx.db
    .select({
      ...brief,
      kind: tickets.kind,
      category: tickets.category,
      product: tickets.product,
      endedAfterWork,
    })
    .from(tickets)
    .where(
      and(
        inArray(tickets.customerId, person),
        isNull(tickets.mergedIntoId),
        visibleTickets(ctx.actor),
      ),
    )
    .orderBy(sql`${tickets.createdAt} desc nulls last`)
    .limit(latest)
}
