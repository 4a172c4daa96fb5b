import { sql, type SQL } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { walkOrList } from './walk-or-list.server.ts'
import type { Asked } from './words.ts'

/** So many are looked at for the best. */
const looked = 200

/**
 * The keys of the customers with all that was asked for, of those this actor may see: by name and telephone number
 * before by address, the newest first. A store sees who bought from it or has a ticket with it.
 * @param only a condition on `customers` besides
 */
export async function matchCustomers(
  ctx: Ctx,
  asked: Asked,
  { limit, only }: { limit: number; only?: SQL | undefined },
): Promise<number[]> {
  const stores = storesOf(ctx.actor)
  if (asked.query === null || stores?.length === 0) return []
  const conditions = [
    sql`words @@ ${asked.query}::tsquery`,
    sql`merged_into_id is null and erased_at is null`,
    ...(stores ? [ofStores(stores)] : []),
    ...(only ? [only] : []),
  ]
  const found = sql.join(conditions, sql` and `)
  const foundIn = sql`not words @@ ${asked.queryIn('A')}::tsquery as elsewhere`
  const rows = await walkOrList<{ id: string; elsewhere: boolean }>(ctx, {
    ...{ table: 'customers', query: asked.query, limit: looked },
    walk: (steps) => sql`select id, ${foundIn} from (
        select * from customers order by id desc limit ${steps}) customers
      where ${found} order by id desc limit ${looked}`,
    list: sql`with found as materialized (select id, words from customers where ${found})
      select id, ${foundIn} from found order by elsewhere, id desc limit ${looked}`,
  })
  return rows
    .sort((a, b) => Number(a.elsewhere) - Number(b.elsewhere))
    .slice(0, limit)
    .map(({ id }) => Number(id))
}

function storesOf(actor: Actor): number[] | null {
  if (actor.kind === 'job') return null
  return may(actor, 'customer:read') ? storeScope(actor, 'customer:read') : []
}

/** Whoever is merged into somebody brings what is theirs. */
const ofStores = (stores: number[]) => sql`exists (
  select from (select ${customers.id} as id
      union all select same.id from customers same where same.merged_into_id = ${customers.id}) person
    where exists (select from orders where customer_id = person.id and store_id in ${stores})
      or exists (select from tickets where customer_id = person.id and store_id in ${stores}))`
