import { sql } from 'drizzle-orm'
import type { Ctx } from '#app/platform/context.server.ts'

/** How many changes are summed up in one go, so that none holds many rows for long. */
const atOnce = 20_000

/**
 * Sums up what changed in the counts of tickets into one row for each store and status. One statement: whoever counts
 * meanwhile sees the changes or their sum, never both. What another one is just summing up is left to it.
 */
export async function rollUpTallies(ctx: Ctx): Promise<void> {
  let taken: number
  do {
    const [row] = (await ctx.db.execute(sql`
      with gone as (
        delete from ticket_tallies where id in (
          select id from ticket_tallies order by id limit ${atOnce} for update skip locked
        ) returning store_id, status, delta
      ), summed as (
        insert into ticket_tallies (store_id, status, delta)
        select store_id, status, sum(delta) from gone
        group by store_id, status having sum(delta) <> 0
      )
      select count(*)::int as taken from gone`)) as unknown as [{ taken: number }]
    taken = row.taken
  } while (taken === atOnce)
}
