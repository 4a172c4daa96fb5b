import { and, eq } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { type DomainError, invalid } from '#app/platform/errors.ts'
import { visibleOrders } from './visible-orders.server.ts'

/** That a number is taken; `seen` is it once more where this actor may open that order. */
export async function numberTaken(ctx: Ctx, number: string): Promise<DomainError> {
  const [order] = await ctx.db
    .select({ number: orders.number })
    .from(orders)
    .where(and(eq(orders.number, number), visibleOrders(ctx.actor)))
  return invalid('orderNumberTaken', { number, ...(order && { seen: order.number }) })
}
