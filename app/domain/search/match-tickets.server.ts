import { sql, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { markOfStore } from './ticket-document.server.ts'
import type { Asked } from './words.ts'

export interface Match {
  id: number
  createdAt: Date
}

export interface Matching {
  /** At most so many, the newest. */
  limit: number
  /** A condition on `tickets` besides. */
  only?: SQL | undefined
  /** Older than this one. */
  before?: { at: number; id: number } | undefined
}

/** How much further than expected a walk goes before it gives up. */
const patience = 3

/**
 * The newest of the tickets with all that was asked for, of those this actor may see. A rare word is read from its own
 * list; a frequent one is met soon by walking the tickets from the newest on, while its list would be most of the
 * table. How frequent it is, the planner knows from its statistics; a walk that meets too few ends and the list is read.
 */
export async function matchTickets(
  ctx: Ctx,
  asked: Asked,
  { limit, only, before }: Matching,
): Promise<Match[]> {
  const stores = storesOf(ctx.actor)
  if (asked.query === null || stores?.length === 0) return []
  const query = inStores(asked.query, stores)
  const found = sql`w.words @@ ${query}::tsquery
    ${sql.join(
      asked.phrases.map((phrase) => sql`and w.text like ${`%${phrase}%`}`),
      sql` `,
    )}
    ${stores ? sql`and w.store_id in ${stores}` : sql``}`
  const older = before
    ? sql`and (w.created_at, w.ticket_id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${before.id}::bigint)`
    : sql``
  const columns = sql`w.ticket_id as id, w.created_at`
  const besides = only
    ? sql`and exists (select from ${tickets} where ${tickets.id} = w.ticket_id and ${only})`
    : sql``
  const newest = sql`order by w.created_at desc nulls last, w.ticket_id desc nulls last`

  const { matching, total } = await estimate(ctx, query)
  const steps = Math.ceil((patience * limit * total) / matching)
  // Reading a list costs as much as it is long.
  if (steps < matching) {
    const all = steps >= total
    const walked = await read(
      ctx,
      sql`select ${columns} from (
          select * from ticket_words w where true ${older} ${newest} ${all ? sql`` : sql`limit ${steps}`}) w
        where ${found} ${besides} ${newest} limit ${limit}`,
    )
    if (walked.length >= limit || all) return walked
  }
  return read(
    ctx,
    sql`with found as materialized (select ${columns} from ticket_words w where ${found} ${older})
      select w.id, w.created_at from found w
      ${only ? sql`where exists (select from ${tickets} where ${tickets.id} = w.id and ${only})` : sql``}
      order by w.created_at desc, w.id desc limit ${limit}`,
  )
}

/** Which stores' tickets this actor may find (Q-12); null means all. */
function storesOf(actor: Actor): number[] | null {
  if (actor.kind === 'job') return null
  return may(actor, 'ticket:read') ? storeScope(actor, 'ticket:read') : []
}

const inStores = (query: string, stores: number[] | null) =>
  stores ? `(${query}) & (${stores.map((store) => `'${markOfStore(store)}'`).join(' | ')})` : query

/** How many tickets the planner expects to match, and how many there are. */
async function estimate(ctx: Ctx, query: string): Promise<{ matching: number; total: number }> {
  const [[plan], [table]] = (await Promise.all([
    ctx.db.execute(
      sql`explain (format json) select from ticket_words where words @@ ${query}::tsquery`,
    ),
    ctx.db.execute(
      sql`select greatest(reltuples, 1) as total from pg_class where oid = 'ticket_words'::regclass`,
    ),
  ])) as unknown as [[{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }], [{ total: number }]]
  return {
    matching: Math.max(1, plan['QUERY PLAN'][0].Plan['Plan Rows']),
    total: Number(table.total),
  }
}

async function read(ctx: Ctx, query: SQL): Promise<Match[]> {
  const rows = (await ctx.db.execute(query)) as unknown as { id: string; created_at: string }[]
  return rows.map((row) => ({ id: Number(row.id), createdAt: new Date(row.created_at) }))
}
