import { countDistinct, isNotNull } from 'drizzle-orm'
import { ticketClocks } from '#db/schema/clocks.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** How many tickets a change of the hours or the targets falls due otherwise. */
export async function countRunning(ctx: Ctx): Promise<number> {
  authorize(ctx.actor, 'settings:manage')
  const [row] = await ctx.db
    .select({ count: countDistinct(ticketClocks.ticketId) })
    .from(ticketClocks)
    .where(isNotNull(ticketClocks.runningSince))
  return row?.count ?? 0
}
