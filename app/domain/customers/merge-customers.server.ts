import { and, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { customers } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { invalid, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { customerSubject, findCustomer, lockTwo, refuseGone } from './find-customer.server.ts'
import { keptOf, rowsOfPerson } from './person.server.ts'
import { visibleCustomers } from './visible-customers.server.ts'

export const MergeForm = z.object({
  /** The other entry. */
  other: z.coerce.number({ message: 'validation:choose' }).int().positive(),
  /** Whom pages show from then on. */
  keep: z.enum(['this', 'other'], { message: 'validation:choose' }),
})

/** The entry that has this phone, or the one it was merged into; `null` for none the actor may see. */
export async function entryWith(ctx: Ctx, phone: string): Promise<number | null> {
  const [row] = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.phone, phone), visibleCustomers(ctx.actor)))
  return row ? keptOf(ctx, row.id) : null
}

/**
 * Two entries are one person: pages show `into` with what both have. Nothing is moved, so that it can be undone. The
 * same merge twice is one.
 * @throws DomainError conflict when either was merged or erased meanwhile
 */
export async function mergeCustomers(ctx: Ctx, id: number, into: number): Promise<void> {
  authorize(ctx.actor, 'customer:merge')
  if (id === into) throw invalid('customerWithItself')
  await inTransaction(ctx, async (tx) => {
    const [source, target] = await lockTwo(tx, id, into)
    if (source.mergedIntoId === target.id) return
    refuseGone(source)
    refuseGone(target)
    await tx.db.update(customers).set({ mergedIntoId: into }).where(eq(customers.id, id))
    await refreshCustomerWords(tx, id)
    await recordAudit(tx, 'customer_merged', customerSubject(into), { merged: id })
  })
}

/** Undoes a merge. A second time is no mistake. */
export async function separateCustomer(ctx: Ctx, id: number): Promise<void> {
  authorize(ctx.actor, 'customer:merge')
  await inTransaction(ctx, async (tx) => {
    const source = await findCustomer(tx, id, { lock: true })
    if (source.erasedAt !== null) throw refused('customerErased')
    if (source.mergedIntoId === null) return
    const number = await mergedAcross(tx, id)
    if (number) throw refused('ticketsMergedAcross', { number })
    const into = source.mergedIntoId
    await tx.db.update(customers).set({ mergedIntoId: null }).where(eq(customers.id, id))
    await refreshCustomerWords(tx, id)
    await refreshCustomerWords(tx, into)
    await recordAudit(tx, 'customer_unmerged', customerSubject(into), { merged: id })
  })
}

/** A ticket of the one that speaks for a ticket of the other: their links would open what isn't theirs. */
async function mergedAcross(tx: Tx, id: number): Promise<string | null> {
  const whole = await rowsOfPerson(tx, id)
  const part = await rowsBelow(tx, id)
  const rest = whole.filter((one) => !part.includes(one))
  if (rest.length === 0) return null
  const target = alias(tickets, 'target')
  const [found] = await tx.db
    .select({ number: tickets.number })
    .from(tickets)
    .innerJoin(target, eq(target.id, tickets.mergedIntoId))
    .where(
      and(
        isNotNull(tickets.mergedIntoId),
        or(
          and(inArray(tickets.customerId, part), inArray(target.customerId, rest)),
          and(inArray(tickets.customerId, rest), inArray(target.customerId, part)),
        ),
      ),
    )
    .limit(1)
  return found?.number ?? null
}

/** The row and what was merged into it. */
async function rowsBelow(tx: Tx, id: number): Promise<number[]> {
  const found = [id]
  for (let last = found; last.length > 0;) {
    const rows = await tx.db
      .select({ id: customers.id })
      .from(customers)
      .where(inArray(customers.mergedIntoId, last))
    last = rows.map((row) => row.id)
    found.push(...last)
  }
  return found
}
