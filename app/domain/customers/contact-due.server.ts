import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { customers } from '#db/schema/customers.ts'
import { type Ctx, enqueue, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings, holdSettings } from '#app/platform/settings.server.ts'
import { companyZone } from '#app/platform/time.server.ts'

const atOnce = 1000

/**
 * Writes when the next regular contact is due: so many days after the last one, by grade; whoever was never in touch is
 * counted from the day they became known. The caller changed the grade or the contact in this transaction.
 */
export const settleContactDue = (tx: Tx, customerId: number) =>
  settle(tx, eq(customers.id, customerId))

/** Has every graded customer's date worked out again; one waiting job is enough. */
export const recountContacts = (tx: Tx) =>
  enqueue(tx, 'recount-contacts', {}, { key: 'recount-contacts' })

/** After the days were changed, some customers a transaction. Broken off or done twice, it comes to the same. */
export async function recountEveryContact(ctx: Ctx, signal?: AbortSignal): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined;) {
    if (signal?.aborted) {
      // The process ends: whichever runs next begins again.
      await inTransaction(ctx, recountContacts)
      return
    }
    after = await inTransaction(ctx, (tx) => recountSome(tx, after ?? 0))
  }
}

async function recountSome(tx: Tx, after: number): Promise<number | undefined> {
  await holdSettings(tx)
  const rows = await tx.db
    .select({ id: customers.id, grade: customers.grade })
    .from(customers)
    .where(gt(customers.id, after))
    .orderBy(asc(customers.id))
    .limit(atOnce)
  const graded = rows.filter(({ grade }) => grade !== null).map(({ id }) => id)
  if (graded.length > 0) {
    // Locked in the order of their keys, as merging two does.
    await tx.db
      .select({ id: customers.id })
      .from(customers)
      .where(inArray(customers.id, graded))
      .orderBy(asc(customers.id))
      .for('no key update')
    await settle(tx, inArray(customers.id, graded))
  }
  return rows.at(-1)?.id
}

async function settle(tx: Tx, which: SQL): Promise<void> {
  const due = dueBy((await currentSettings(tx)).contactDays)
  await tx.db
    .update(customers)
    .set({ contactDue: due })
    .where(and(which, sql`${customers.contactDue} is distinct from ${due}`))
}

const dueBy = ({ A, B, C }: Record<'A' | 'B' | 'C', number>): SQL<string> =>
  sql`(coalesce(${customers.contactedAt}, ${customers.createdAt}) at time zone ${companyZone()})::date
    + case ${customers.grade} when 'A' then ${A}::int when 'B' then ${B}::int when 'C' then ${C}::int end`
