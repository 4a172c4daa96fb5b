import { sql, type SQL } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
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
  const rows = (await ctx.db.execute(sql`
    with found as materialized (
      select id, words from customers where words @@ ${asked.query}::tsquery
        and merged_into_id is null and erased_at is null
        ${stores ? ofStores(stores) : sql``}
        ${only ? sql`and ${only}` : sql``}
        limit ${looked})
    select id from found
      order by not words @@ ${asked.queryIn('A')}::tsquery, id desc limit ${limit}`)) as unknown as {
    id: string
  }[]
  return rows.map(({ id }) => Number(id))
}

function storesOf(actor: Actor): number[] | null {
  if (actor.kind === 'job') return null
  return may(actor, 'customer:read') ? storeScope(actor, 'customer:read') : []
}

/** Whoever is merged into somebody brings what is theirs. */
const ofStores = (stores: number[]) => sql`and exists (
  select from customers same where (same.id = ${customers.id} or same.merged_into_id = ${customers.id})
    and (exists (select from orders where customer_id = same.id and store_id in ${stores})
      or exists (select from tickets where customer_id = same.id and store_id in ${stores})))`
