import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import {
  type Ctx,
  databaseErrorCode,
  inTransaction,
  type Tx,
} from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { fieldChanges } from './field-changes.ts'
import type { StoreForm } from './store-form.ts'

const uniqueViolation = '23505'
export const storeSubject = (id: number) => `store:${id}`

type Row = typeof stores.$inferSelect
export type StoreFacts = Omit<Row, 'id' | 'closedAt'> & { closed: boolean }

/** @throws DomainError not_found */
export async function readStore(ctx: Ctx, id: number): Promise<StoreFacts> {
  const [store] = await ctx.db.select().from(stores).where(eq(stores.id, id))
  if (!store) throw notFound()
  return factsOfRow(store)
}

/** Every store, by its code. */
export const listStoresInFull = (ctx: Ctx) => ctx.db.select().from(stores).orderBy(asc(stores.code))

/**
 * Opens a store; the same form twice is one store.
 * @returns its key
 * @throws DomainError conflict `storeThere`
 */
export async function addStore(ctx: Ctx, { seen: _, ...form }: StoreForm): Promise<number> {
  authorize(ctx.actor, 'settings:manage')
  const facts = factsOf({ ...form, closed: false })
  return inTransaction(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(stores)
      .values(columnsOf(facts))
      .onConflictDoNothing({ target: stores.code })
      .returning({ id: stores.id })
    if (made) {
      await recordAudit(
        tx,
        'store_changed',
        storeSubject(made.id),
        fieldChanges(null, columnsOf(facts)),
      )
      return made.id
    }
    const [there] = await tx.db.select().from(stores).where(eq(stores.code, facts.code))
    if (!there || stampOf(factsOfRow(there)) !== stampOf(facts)) throw refused('storeThere')
    return there.id
  })
}

/**
 * Changes what a store is called and where it is; closes it or opens it again. What it sold and its tickets go on.
 * @throws DomainError conflict `supplyChanged`, `storeThere`, `storeLast`
 */
export async function changeStore(
  ctx: Ctx,
  id: number,
  { seen, ...form }: StoreForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  const after = factsOf(form)
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('stores'))`)
      const [row] = await tx.db.select().from(stores).where(eq(stores.id, id)).for('no key update')
      if (!row) throw notFound()
      const before = factsOfRow(row)
      if (stampOf(before) === stampOf(after)) return
      if (stampOf(before) !== seen) throw refused('supplyChanged')
      if (after.closed && !before.closed) await refuseLastOpen(tx, id)
      const closedAt = after.closed ? (row.closedAt ?? tx.now()) : null
      await tx.db
        .update(stores)
        .set({ ...columnsOf(after), closedAt })
        .where(eq(stores.id, id))
      await recordAudit(tx, 'store_changed', storeSubject(id), fieldChanges(before, after))
    })
  } catch (error) {
    if (databaseErrorCode(error) === uniqueViolation) throw refused('storeThere')
    throw error
  }
}

/** In one order of keys whatever their source. */
const factsOf = (facts: StoreFacts): StoreFacts => ({ ...columnsOf(facts), closed: facts.closed })

const columnsOf = ({
  code,
  nameZh,
  nameEn,
  cityZh,
  cityEn,
  address,
}: Omit<StoreFacts, 'closed'>) => ({ code, nameZh, nameEn, cityZh, cityEn, address })

const factsOfRow = (row: Row) => factsOf({ ...row, closed: row.closedAt !== null })

async function refuseLastOpen(tx: Tx, id: number): Promise<void> {
  const [other] = await tx.db
    .select({ id: stores.id })
    .from(stores)
    .where(and(ne(stores.id, id), isNull(stores.closedAt)))
    .limit(1)
  if (!other) throw refused('storeLast')
}
