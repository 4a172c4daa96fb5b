import { and, isNotNull, sql } from 'drizzle-orm'
import { isOpen, tickets } from '#db/schema/tickets.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { rewindClocks } from './service-calendar.server.ts'
import { settleTickets } from './settle-clocks.server.ts'

const atOnce = 200

/**
 * Counts the clocks of every open ticket again: after the service hours, the holidays or the targets changed, and for
 * tickets older than the clocks. Broken off or done by several at once, it comes to the same.
 * @returns how many tickets were looked at
 */
export async function rewindOpenClocks(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  let looked = 0
  let after: { createdAt: Date; id: number } | undefined
  for (;;) {
    if (signal?.aborted) {
      // The process ends: whichever runs next begins again.
      await inTransaction(ctx, rewindClocks)
      return looked
    }
    const rows = await ctx.db
      .select({ id: tickets.id, createdAt: tickets.createdAt })
      .from(tickets)
      .where(
        and(
          isOpen(tickets.status),
          after
            ? sql`(${tickets.createdAt}, ${tickets.id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id})`
            : isNotNull(tickets.createdAt),
        ),
      )
      .orderBy(sql`${tickets.createdAt} desc`, sql`${tickets.id} desc`)
      .limit(atOnce)
    if (rows.length === 0) return looked
    await inTransaction(ctx, (tx) =>
      settleTickets(
        tx,
        rows.map(({ id }) => id),
      ),
    )
    looked += rows.length
    after = rows.at(-1)
  }
}
