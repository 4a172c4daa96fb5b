import { eq } from 'drizzle-orm'
import { orderLines } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Case } from './find-case.server.ts'

/** What the goods concerned were sold for, minor units; nothing where no order names them. */
export async function priceOf(
  ctx: Ctx,
  { orderLineId, quantity }: Pick<Case, 'orderLineId' | 'quantity'>,
): Promise<{ price: number; currency: string }> {
  if (orderLineId === null) return { price: 0, currency: 'CNY' }
  const [line] = await ctx.db
    .select({ unitPrice: orderLines.unitPrice, currency: orderLines.currency })
    .from(orderLines)
    .where(eq(orderLines.id, orderLineId))
  return line
    ? { price: line.unitPrice * quantity, currency: line.currency }
    : { price: 0, currency: 'CNY' }
}
