import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { orderLines, orders } from '#db/schema/customers.ts'
import { products, stores } from '#db/schema/stores.ts'
import { attachments, ticketEvents } from '#db/schema/tickets.ts'
import type { TicketEventKind } from '#db/vocabulary/tickets.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Case, Found } from './find-case.server.ts'

/** The order and the line that a case is about. */
export async function orderOfCase(ctx: Ctx, one: Case) {
  if (one.orderId === null) return null
  const [order] = await ctx.db
    .select({
      number: orders.number,
      deliveredOn: orders.deliveredOn,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      storeClosedAt: stores.closedAt,
      model: products.model,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
      quantity: orderLines.quantity,
      unitPrice: orderLines.unitPrice,
      currency: orderLines.currency,
    })
    .from(orders)
    .innerJoin(stores, eq(stores.id, orders.storeId))
    .leftJoin(
      orderLines,
      and(eq(orderLines.orderId, orders.id), eq(orderLines.id, one.orderLineId ?? 0)),
    )
    .leftJoin(products, eq(products.id, orderLines.productId))
    .where(eq(orders.id, one.orderId))
  if (!order) return null
  const { storeZh, storeEn, storeClosedAt, ...rest } = order
  return {
    ...rest,
    store: storeName(ctx, { zh: storeZh, en: storeEn, closedAt: storeClosedAt }),
  }
}

const mostFiles = 60

/** What shows the case: its own photos, and with `ticket`, for whoever may open that, the ticket's. */
export const photosOfCase = (
  ctx: Ctx,
  { case: one, ticket }: Found,
  { ticket: ofTicket }: { ticket: boolean },
) =>
  ctx.db
    .select({
      id: attachments.id,
      shot: attachments.shot,
      stage: attachments.stage,
      at: attachments.createdAt,
    })
    .from(attachments)
    .where(
      and(
        or(
          eq(attachments.caseId, one.id),
          ofTicket
            ? and(
                eq(attachments.ticketId, ticket.id),
                inArray(attachments.stage, ['report', 'track', 'desk']),
              )
            : undefined,
        ),
        inArray(attachments.contentType, ['image/jpeg', 'image/png']),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.id))
    .limit(mostFiles)

/** What happens on the ticket and belongs to the case as well. */
const shared: TicketEventKind[] = [
  'registered',
  'first_contact',
  'call_missed',
  'photos_added',
  'message_from_customer',
  'message_to_customer',
  'note_added',
  'visit_booked',
  'visit_moved',
  'visit_cancelled',
  'work_finished',
  'work_signed',
]

const mostEvents = 200

/** Everything that happened to the case, newest first. */
export async function eventsOfCase(ctx: Ctx, { case: one, ticket }: Found) {
  const rows = await ctx.db
    .select({
      id: ticketEvents.id,
      kind: ticketEvents.kind,
      at: ticketEvents.at,
      by: ticketEvents.actorKind,
      name: staff.name,
      data: ticketEvents.data,
    })
    .from(ticketEvents)
    .leftJoin(staff, eq(staff.id, ticketEvents.actorId))
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(desc(ticketEvents.id))
    .limit(mostEvents)
  return rows.filter(({ kind, data }) =>
    kind.startsWith('return_') ? data['case'] === one.number : shared.includes(kind),
  )
}
