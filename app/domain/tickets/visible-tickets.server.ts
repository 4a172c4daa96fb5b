import { inArray, sql, type SQL } from 'drizzle-orm'
import { tickets } from '#db/schema/tickets.ts'
import type { Actor } from '#app/platform/actor.ts'
import { may, storeScope } from '#app/platform/permissions.ts'
import { ofMatter } from './merged-tickets.server.ts'

/** Which tickets this actor may know of; an unseen ticket is a missing one. `undefined` means all. */
export function visibleTickets(actor: Actor): SQL | undefined {
  if (actor.kind === 'job') return undefined
  if (actor.kind === 'customer') return ofMatter(tickets.id, actor.ticketId)
  if (!may(actor, 'ticket:read')) return sql`false`
  const stores = storeScope(actor, 'ticket:read')
  if (stores === null) return undefined
  return stores.length > 0 ? inArray(tickets.storeId, stores) : sql`false`
}
