import { eq } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Order } from './find-order.server.ts'

/** Who this phone is with us, where a contract that isn't checked yet names somebody else. */
export async function otherHolder(ctx: Ctx, order: Order): Promise<string | null> {
  const { status, phone, name } = order
  if (status === 'checked' || status === 'cancelled' || phone === '' || name === '') return null
  const [customer] = await ctx.db
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.phone, phone))
  return customer && customer.name !== name ? customer.name : null
}
