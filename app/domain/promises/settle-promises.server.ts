import { sql } from 'drizzle-orm'
import { promises } from '#db/schema/promises.ts'
import { visits } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addDays, dayOf, instantAt, spanOfDay } from '#app/platform/time.server.ts'

const atOnce = 500

/** A phone without a network has been near one by then, and tells of an arrival (VS-6). */
const patience = '12:00'

/**
 * Says of every window whose day is over whether it was kept (DS-4): kept when the crew arrived before its end, late
 * when after it, missed when not at all. While a crew that was to come may have been there without a network, its
 * window waits until noon of the next day; what is heard later still is judged again (`judgeAgain`). Any number of
 * processes may do it at once, and again.
 * @returns how many were settled here
 */
export async function settlePromises(ctx: Ctx): Promise<number> {
  const day = dayOf(ctx.now())
  const { start: today } = spanOfDay(day)
  const waited = ctx.now() >= instantAt(day, patience)
  const unheard = waited ? today : spanOfDay(addDays(day, -1)).start
  let settled = 0
  for (;;) {
    const { length } = await settleSome(ctx, { over: today, unheard })
    if (length === 0) return settled
    settled += length
  }
}

/** Those that somebody else is settling, or whose visit is being changed this moment, are left for the next time. */
async function settleSome(ctx: Ctx, { over, unheard }: { over: Date; unheard: Date }) {
  const rows = await ctx.db.execute(sql`
    with due as (
      select ${promises.id} as id, ${visits.arrivedAt} as arrived_at
      from ${promises} join ${visits} on ${visits.id} = ${promises.visitId}
      where ${promises.outcome} = 'open' and ${promises.windowEnd} <= ${over.toISOString()}::timestamptz
        and (${promises.windowEnd} <= ${unheard.toISOString()}::timestamptz
          or ${visits.arrivedAt} is not null or ${visits.status} not in ('confirmed', 'on_the_way'))
      order by ${promises.windowEnd}
      limit ${atOnce}
      for update of ${promises} skip locked
      for share of ${visits} skip locked
    )
    update ${promises} set
      outcome = case when due.arrived_at <= ${promises.windowEnd} then 'kept' else 'broken' end,
      breach = case
        when due.arrived_at is null then 'missed'
        when due.arrived_at > ${promises.windowEnd} then 'late'
      end,
      settled_at = ${ctx.now().toISOString()}::timestamptz
    from due
    where ${promises.id} = due.id
    returning ${promises.id}`)
  return Array.from(rows)
}
