import { sql, type SQL } from 'drizzle-orm'
import { customers, orders } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may, storeScope } from '#app/platform/permissions.ts'

/** Which customers this actor may know of: a store knows those who bought or reported there. */
export function visibleCustomers(actor: Actor): SQL | undefined {
  if (actor.kind === 'job') return undefined
  if (!may(actor, 'customer:read')) return sql`false`
  const stores = storeScope(actor, 'customer:read')
  if (stores === null) return undefined
  if (stores.length === 0) return sql`false`
  return sql`exists (with recursive person as (
      select ${customers.id} as id
      union all select merged.id from customers merged join person on merged.merged_into_id = person.id
    ) select 1 from person where
      exists (select 1 from ${orders} where ${orders.customerId} = person.id and ${orders.storeId} in ${stores})
      or exists (select 1 from ${tickets} where ${tickets.customerId} = person.id and ${tickets.storeId} in ${stores}))`
}
