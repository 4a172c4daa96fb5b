import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { holderOfPhone, rowsOfPerson } from '#app/domain/customers/index.server.ts'
import { findArea } from '#app/domain/crews/index.server.ts'
import { orderMeant } from '#app/domain/orders/index.server.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { endedAfterWork, endedBy } from './ended-after-work.server.ts'
import { recordEvent } from './record-event.server.ts'
import { ticketNumber } from './ticket-number.ts'
import type { Ticket } from './find-ticket.server.ts'

/** What every channel ends on (IN-1). */
export type Registration = Pick<
  typeof tickets.$inferInsert,
  | 'kind'
  | 'category'
  | 'channel'
  | 'product'
  | 'description'
  | 'name'
  | 'phone'
  | 'address'
  | 'locale'
  | 'severity'
  | 'takenBy'
  | 'ownerId'
  | 'storeId'
  | 'aboutVisitId'
  | 'productId'
  | 'submissionKey'
  | 'areaId'
  | 'orderId'
> & { email: string; orderNumber: string; preferredDays: string; tried?: string[] }

/**
 * Puts a ticket on the register, for the customer with this phone. The number comes from a sequence, so that two
 * never wait for each other. An order number that is ours ties the ticket to its order and store.
 */
export async function registerTicket(
  tx: Tx,
  { tried = [], ...facts }: Registration,
): Promise<Ticket> {
  const now = tx.now()
  const [{ serial }] = (await tx.db.execute(
    sql`select nextval('ticket_serial') as serial`,
  )) as unknown as [{ serial: string }]
  const customerId = await customerWithPhone(tx, facts)
  const order =
    facts.orderNumber &&
    (await orderMeant(tx, facts.orderNumber, facts.phone, await rowsOfPerson(tx, customerId)))
  const [ticket] = await tx.db
    .insert(tickets)
    .values({
      ...facts,
      number: ticketNumber(Number(serial)),
      email: facts.email || null,
      orderNumber: (order ? order.number : facts.orderNumber) || null,
      orderId: facts.orderId ?? (order ? order.id : null),
      storeId: facts.storeId ?? (order ? order.storeId : null),
      customerId,
      areaId: facts.areaId ?? (await findArea(tx, facts.address))?.id ?? null,
      createdAt: now,
      updatedAt: now,
    })
    .returning()
  await recordEvent(tx, ticket!, 'registered', {
    channel: facts.channel,
    ...(tried.length > 0 ? { tried } : {}),
  })
  return ticket!
}

/** IN-6: whether this product came back, within 90 days, with a problem that was taken for solved before. */
export async function earlierRepair(
  ctx: Ctx,
  ticket: Pick<Ticket, 'id' | 'customerId' | 'product' | 'category' | 'createdAt'>,
  person: number[] = [ticket.customerId],
): Promise<{ number: string } | undefined> {
  const [earlier] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(
      and(
        inArray(tickets.customerId, person),
        isNull(tickets.mergedIntoId),
        eq(tickets.product, ticket.product),
        eq(tickets.category, ticket.category),
        gt(tickets.createdAt, new Date(ticket.createdAt.getTime() - 90 * 86_400_000)),
        endedAfterWork,
        endedBy(ticket.createdAt),
      ),
    )
    .orderBy(sql`${tickets.createdAt} desc`)
    .limit(1)
  return earlier
}

async function customerWithPhone(tx: Tx, facts: Omit<Registration, 'tried'>): Promise<number> {
  // A colleague sees whose number it is before they register; who files alone is known by their own.
  const holder = tx.actor.kind === 'staff' ? await reachedBy(tx, facts.phone) : null
  if (holder !== null) return holder
  const fresh = {
    name: facts.name,
    address: facts.address,
    ...(facts.email ? { email: facts.email } : {}),
  }
  const [row] = await tx.db
    .insert(customers)
    .values({ ...fresh, phone: facts.phone, locale: facts.locale, createdAt: tx.now() })
    .onConflictDoUpdate({
      target: customers.phone,
      // Somebody without an account may not rename a known customer: their own words stay on the ticket.
      set: { phone: sql`excluded.phone` },
    })
    .returning({ id: customers.id, words: customers.words })
  if (row!.words === '') await refreshCustomerWords(tx, row!.id)
  return row!.id
}

/** Whoever can be reached by this number, where it is no customer's own. */
async function reachedBy(tx: Tx, phone: string): Promise<number | null> {
  const [own] = await tx.db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.phone, phone))
  return own ? null : holderOfPhone(tx, phone)
}
