import { inArray, sql, type SQL } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may, storeScope } from '#app/platform/permissions.ts'

/** Which orders this actor may know of; an unseen one is a missing one. `undefined` means all. */
export function visibleOrders(actor: Actor): SQL | undefined {
  if (actor.kind === 'job') return undefined
  if (!may(actor, 'order:read')) return sql`false`
  const stores = storeScope(actor, 'order:read')
  if (stores === null) return undefined
  return stores.length > 0 ? inArray(orders.storeId, stores) : sql`false`
}
