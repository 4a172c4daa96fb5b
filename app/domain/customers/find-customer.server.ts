import { and, asc, eq, inArray } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { visibleCustomers } from './visible-customers.server.ts'

export type Customer = typeof customers.$inferSelect

/** A customer's key as an address carries it. */
export const readId = (typed: string | undefined): number | null =>
  typed !== undefined && /^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null

export const customerSubject = (id: number) => `customer:${id}`

/**
 * The customer, if the actor may see them; with `lock`, held until the transaction ends.
 * @throws DomainError not_found
 */
export async function findCustomer(
  ctx: Ctx,
  id: number | null,
  { lock = false }: { lock?: boolean } = {},
): Promise<Customer> {
  if (id === null) throw notFound()
  const query = ctx.db
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), visibleCustomers(ctx.actor)))
  const [customer] = await (lock ? query.for('no key update') : query)
  if (!customer) throw notFound()
  return customer
}

/** @throws DomainError conflict when they were merged into somebody or erased */
export function refuseGone(customer: Pick<Customer, 'mergedIntoId' | 'erasedAt'>): void {
  if (customer.erasedAt !== null) throw refused('customerErased')
  if (customer.mergedIntoId !== null) throw refused('customerMerged')
}

/** Two customers, locked in the order of their keys, so that two merges never wait for each other in a ring. */
export async function lockTwo(tx: Tx, one: number, other: number): Promise<[Customer, Customer]> {
  await findCustomer(tx, one)
  await findCustomer(tx, other)
  const rows = await tx.db
    .select()
    .from(customers)
    .where(inArray(customers.id, [one, other]))
    .orderBy(asc(customers.id))
    .for('no key update')
  const byId = (id: number) => {
    const row = rows.find((customer) => customer.id === id)
    if (!row) throw notFound()
    return row
  }
  return [byId(one), byId(other)]
}
