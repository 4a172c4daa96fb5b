import { asc, desc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { customers, orderEvents, orderLines } from '#db/schema/customers.ts'
import { products, stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findOrder } from './find-order.server.ts'
import { missingIn } from './missing-in.server.ts'

const latest = 200

export type WholeOrder = Awaited<ReturnType<typeof readOrder>>

/** A contract with its lines and its history, newest first. @throws DomainError not_found */
export async function readOrder(ctx: Ctx<StaffActor>, number: string) {
  authorize(ctx.actor, 'order:read')
  const order = await findOrder(ctx, number)
  const [lines, events, [store], [customer]] = await Promise.all([
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
      .select({ zh: stores.nameZh, en: stores.nameEn })
      .from(stores)
      .where(eq(stores.id, order.storeId)),
    order.customerId === null
      ? []
      : ctx.db
          .select({ email: customers.email })
          .from(customers)
          .where(eq(customers.id, order.customerId)),
  ])
  return {
    order,
    lines,
    events,
    store: store!,
    reachedByMail: Boolean(order.email ?? customer?.email),
    missing: missingIn(order, lines),
  }
}
