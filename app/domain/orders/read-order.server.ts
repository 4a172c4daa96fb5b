import { asc, desc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { orderEvents, orderLines } from '#db/schema/customers.ts'
import { products, stores } from '#db/schema/stores.ts'
import { type Message, messagesAboutOrder } from '#app/domain/messages/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { findOrder } from './find-order.server.ts'
import { missingIn } from './missing-in.server.ts'
import { otherHolder } from './phone-holder.server.ts'

const latest = 200

export type WholeOrder = Awaited<ReturnType<typeof readOrder>>

/** A contract with its lines and its history, newest first. @throws DomainError not_found */
export async function readOrder(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'order:read')
  const order = await findOrder(ctx, number)
  const [lines, events, [store], written, holder] = await Promise.all([
    ctx.db
      .select({
        id: orderLines.id,
        model: products.model,
        nameZh: products.nameZh,
        nameEn: products.nameEn,
        quantity: orderLines.quantity,
        unitPrice: orderLines.unitPrice,
        currency: orderLines.currency,
        arrivedAt: orderLines.arrivedAt,
        arrivedBy: staff.name,
      })
      .from(orderLines)
      .innerJoin(products, eq(products.id, orderLines.productId))
      .leftJoin(staff, eq(staff.id, orderLines.arrivedBy))
      .where(eq(orderLines.orderId, order.id))
      .orderBy(asc(orderLines.position), asc(orderLines.id)),
    ctx.db
      .select({
        id: orderEvents.id,
        kind: orderEvents.kind,
        at: orderEvents.at,
        actorKind: orderEvents.actorKind,
        name: staff.name,
        data: orderEvents.data,
      })
      .from(orderEvents)
      .leftJoin(staff, eq(staff.id, orderEvents.actorId))
      .where(eq(orderEvents.orderId, order.id))
      .orderBy(desc(orderEvents.id))
      .limit(latest),
    ctx.db
      .select({
        zh: stores.nameZh,
        en: stores.nameEn,
        address: stores.address,
        closedAt: stores.closedAt,
      })
      .from(stores)
      .where(eq(stores.id, order.storeId)),
    order.readyAt === null
      ? []
      : messagesAboutOrder(ctx, {
          template: 'order-ready',
          number: order.number,
          since: order.readyAt,
        }),
    otherHolder(ctx, order),
  ])
  return {
    order,
    lines,
    events,
    store: store!,
    holder,
    /** What became of the customer's letter that the goods are there. */
    customerTold: told(written.find(({ staffId }) => staffId === null)),
    missing: missingIn(order, lines, dayOf(ctx.now())),
  }
}

/** `alone`: nothing reaches them in writing. `null`: nothing was written. */
function told(message: Message | undefined): 'sent' | 'sending' | 'failed' | 'alone' | null {
  if (!message) return null
  if (message.channel === 'log') return 'alone'
  if (message.status === 'sent') return 'sent'
  return message.status === 'queued' || message.status === 'retrying' ? 'sending' : 'failed'
}
