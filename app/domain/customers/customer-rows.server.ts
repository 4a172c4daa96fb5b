import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { customerContacts, customerNotes, orderLines, orders } from '#db/schema/customers.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { stores } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { briefTicket, visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { storeScope } from '#app/platform/permissions.ts'

/** So many of each, the latest. */
const latest = 30

export const contactsOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({
      id: customerContacts.id,
      kind: customerContacts.kind,
      value: customerContacts.value,
      label: customerContacts.label,
      at: customerContacts.at,
      by: staff.name,
    })
    .from(customerContacts)
    .leftJoin(staff, eq(staff.id, customerContacts.by))
    .where(inArray(customerContacts.customerId, person))
    .orderBy(asc(customerContacts.id))

export const notesOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({
      id: customerNotes.id,
      body: customerNotes.body,
      createdAt: customerNotes.createdAt,
      author: staff.name,
    })
    .from(customerNotes)
    .innerJoin(staff, eq(staff.id, customerNotes.authorId))
    .where(inArray(customerNotes.customerId, person))
    .orderBy(desc(customerNotes.id))
    .limit(latest)

/** Money is the sum of an order's lines, in minor units; a currency for each. */
export const ordersOf = (ctx: Ctx<StaffActor>, person: number[]) => {
  const scope = storeScope(ctx.actor, 'customer:read')
  return ctx.db
    .select({
      number: orders.number,
      status: orders.status,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
      readyAt: orders.readyAt,
      agreedAt: orders.agreedAt,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      total: sql<number>`coalesce((select sum(${orderLines.quantity} * ${orderLines.unitPrice})::float8
        from ${orderLines} where ${orderLines.orderId} = ${orders.id}), 0)`,
      currency: sql<string>`coalesce((select min(${orderLines.currency})
        from ${orderLines} where ${orderLines.orderId} = ${orders.id}), 'CNY')`,
    })
    .from(orders)
    .innerJoin(stores, eq(stores.id, orders.storeId))
    .where(
      and(
        inArray(orders.customerId, person),
        scope === null ? undefined : inArray(orders.storeId, scope),
      ),
    )
    .orderBy(desc(orders.orderedOn), desc(orders.id))
    .limit(latest)
}

const ofPerson = (ctx: Ctx, person: number[]) =>
  and(inArray(tickets.customerId, person), visibleTickets(ctx.actor))

export const ticketsOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({ ...briefTicket, kind: tickets.kind, product: tickets.product })
    .from(tickets)
    .where(and(ofPerson(ctx, person), isNull(tickets.mergedIntoId)))
    .orderBy(sql`${tickets.createdAt} desc nulls last`)
    .limit(latest)

export const countsOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({ status: tickets.status, count: count() })
    .from(tickets)
    .where(and(ofPerson(ctx, person), isNull(tickets.mergedIntoId)))
    .groupBy(tickets.status)

export const visitsOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({
      id: visits.id,
      number: tickets.number,
      status: visits.status,
      skill: visits.skill,
      noShow: visits.noShow,
      windowStart: visits.windowStart,
      windowEnd: visits.windowEnd,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .where(ofPerson(ctx, person))
    .orderBy(desc(visits.windowStart), desc(visits.id))
    .limit(latest)

export const ratingsOf = (ctx: Ctx, person: number[]) =>
  ctx.db
    .select({
      visitId: ratings.visitId,
      number: tickets.number,
      average: sql<number>`((${ratings.attitude} + ${ratings.quality} + ${ratings.solved}
        + ${ratings.punctuality} + ${ratings.tidiness}) / 5.0)::float8`,
      recommend: ratings.recommend,
      words: ratings.words,
      at: ratings.updatedAt,
    })
    .from(ratings)
    .innerJoin(visits, eq(visits.id, ratings.visitId))
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .where(ofPerson(ctx, person))
    .orderBy(desc(ratings.updatedAt))
    .limit(latest)
