import { inArray, lt } from 'drizzle-orm'
import { orderImports } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addHours } from '#app/platform/time.server.ts'

/** Forgets files of contracts a day after they were read. */
export async function sweepImports(ctx: Ctx): Promise<number> {
  const old = ctx.db
    .select({ id: orderImports.id })
    .from(orderImports)
    .where(lt(orderImports.createdAt, addHours(ctx.now(), -24)))
    .limit(500)
  const gone = await ctx.db
    .delete(orderImports)
    .where(inArray(orderImports.id, old))
    .returning({ id: orderImports.id })
  return gone.length
}
