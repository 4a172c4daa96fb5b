import { inArray, sql } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { findCustomer } from './find-customer.server.ts'
import { keptOf, rowsOfPerson } from './person.server.ts'

export type EntryInShort = Awaited<ReturnType<typeof entryInShort>>

/**
 * What tells one person's entry from another's, before the two become one; of an entry that was merged, the one it was
 * merged into.
 * @throws DomainError not_found
 */
export async function entryInShort(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'customer:merge')
  const kept = await findCustomer(ctx, await keptOf(ctx, (await findCustomer(ctx, id)).id))
  const person = await rowsOfPerson(ctx, kept.id)
  const countOf = (of: 'orders' | 'tickets') =>
    sql<number>`(select count(*)::int from ${sql.raw(of)} own where own.customer_id in ${person})`
  const [counts] = await ctx.db
    .select({ orders: countOf('orders'), tickets: countOf('tickets') })
    .from(customers)
    .where(inArray(customers.id, [kept.id]))
  const { name, phone, email, address, createdAt, erasedAt } = kept
  return { id: kept.id, name, phone, email, address, createdAt, erasedAt, ...counts! }
}
