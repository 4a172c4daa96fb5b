import { inArray, sql, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import { visibleTickets } from '#app/domain/tickets/index.server.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may, storeScope } from '#app/platform/permissions.ts'

/**
 * Which cases this actor may know of, in a query that joins their tickets; an unseen one is a missing one.
 * `undefined` means all.
 */
export function visibleCases(actor: Actor): SQL | undefined {
  if (actor.kind !== 'staff') return visibleTickets(actor)
  if (!may(actor, 'return:read')) return sql`false`
  const stores = storeScope(actor, 'return:read')
  if (stores === null) return undefined
  return stores.length > 0 ? inArray(tickets.storeId, stores) : sql`false`
}
