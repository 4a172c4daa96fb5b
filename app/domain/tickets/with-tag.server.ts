import { arrayContains, inArray, type SQL, sql } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const few = 300

/**
 * The condition that a ticket has this tag. Where few have it they are named: along a queue one would walk past all
 * others to meet them, and the planner, who knows nothing of rare tags, would.
 */
export async function withTag(ctx: Ctx, tag: string): Promise<SQL> {
  const has = arrayContains(tickets.tags, [tag])
  const ids = await ctx.db.transaction(
    async (db) => {
      await db.execute(sql`set local enable_seqscan = off`)
      return db
        .select({ id: tickets.id })
        .from(tickets)
        .where(has)
        .limit(few + 1)
    },
    { accessMode: 'read only' },
  )
  return ids.length > few
    ? has
    : inArray(
        tickets.id,
        ids.map(({ id }) => id),
      )
}
