import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { custodyReceipts } from '#db/schema/custody.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Actor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { may, storeScope } from '#app/platform/permissions.ts'

/**
 * Which receipts this actor may know of, in a query that joins their tickets; an unseen one is a missing one.
 * `undefined` means all.
 */
export function visibleReceipts(actor: Actor): SQL | undefined {
  if (actor.kind === 'job') return undefined
  if (actor.kind === 'customer') return eq(custodyReceipts.ticketId, actor.ticketId)
  if (!may(actor, 'custody:read')) return sql`false`
  const stores = storeScope(actor, 'custody:read')
  if (stores === null) return undefined
  return stores.length > 0 ? inArray(tickets.storeId, stores) : sql`false`
}

/** @throws DomainError not_found */
export async function findReceiptByKey(ctx: Ctx, key: string) {
  const [receipt] = await ctx.db
    .select({ id: custodyReceipts.id, ticketId: custodyReceipts.ticketId })
    .from(custodyReceipts)
    .innerJoin(tickets, eq(tickets.id, custodyReceipts.ticketId))
    .where(and(eq(custodyReceipts.key, key), visibleReceipts(ctx.actor)))
  if (!receipt) throw notFound()
  return receipt
}
