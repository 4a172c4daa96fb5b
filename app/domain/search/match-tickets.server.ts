import { sql, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { markOfStore } from './ticket-document.server.ts'
import { walkOrList } from './walk-or-list.server.ts'
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

/** The newest of the tickets with all that was asked for, of those this actor may see (Q-12). */
export async function matchTickets(
  ctx: Ctx,
  asked: Asked,
  { limit, only, before }: Matching,
): Promise<Match[]> {
  const stores = storesOf(ctx.actor)
  if (asked.query === null || stores?.length === 0) return []
  const query = inStores(asked.query, stores)
  const conditions = [
    sql`w.words @@ ${query}::tsquery`,
    ...asked.phrases.map((phrase) => sql`w.text like ${`%${phrase}%`}`),
    ...(stores ? [sql`w.store_id in ${stores}`] : []),
  ]
  const found = sql.join(conditions, sql` and `)
  const older = before
    ? sql`(w.created_at, w.ticket_id) <
        (${new Date(before.at).toISOString()}::timestamptz, ${before.id}::bigint)`
    : sql`true`
  const wanted = only
    ? sql`exists (select from ${tickets} where ${tickets.id} = w.ticket_id and ${only})`
    : sql`true`
  // The same order as the index's, nulls included, or the planner sorts.
  const newest = sql`order by w.created_at desc nulls last, w.ticket_id desc nulls last`
  const rows = await walkOrList<{ id: string; created_at: string }>(ctx, {
    ...{ table: 'ticket_words', query, limit },
    walk: (steps) => sql`select w.ticket_id as id, w.created_at from (
        select * from ticket_words w where ${older} ${newest} limit ${steps}) w
      where ${found} and ${wanted} ${newest} limit ${limit}`,
    list: sql`with found as materialized (
        select w.ticket_id, w.created_at from ticket_words w where ${found} and ${older})
      select w.ticket_id as id, w.created_at from found w where ${wanted} ${newest} limit ${limit}`,
    filter: only && {
      passing: sql`select from ${tickets} where ${only}`,
      list: sql`with passing as materialized (select ${tickets.id} as id from ${tickets} where ${only})
        select w.ticket_id as id, w.created_at from passing
        join ticket_words w on w.ticket_id = passing.id
        where ${found} and ${older} ${newest} limit ${limit}`,
    },
  })
  return rows.map((row) => ({ id: Number(row.id), createdAt: new Date(row.created_at) }))
}

/** Which stores' tickets this actor may find; null means all. */
function storesOf(actor: Actor): number[] | null {
  if (actor.kind === 'job') return null
  return may(actor, 'ticket:read') ? storeScope(actor, 'ticket:read') : []
}

const inStores = (query: string, stores: number[] | null) =>
  stores ? `(${query}) & (${stores.map((store) => `'${markOfStore(store)}'`).join(' | ')})` : query
