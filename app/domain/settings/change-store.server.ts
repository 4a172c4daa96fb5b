import { asc, eq } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, databaseErrorCode, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { fieldChanges } from './field-changes.ts'
import type { StoreForm } from './store-form.ts'

const uniqueViolation = '23505'
export const storeSubject = (id: number) => `store:${id}`

export type StoreFacts = Omit<typeof stores.$inferSelect, 'id'>

/** @throws DomainError not_found */
export async function readStore(ctx: Ctx, id: number): Promise<StoreFacts> {
  const [store] = await ctx.db.select().from(stores).where(eq(stores.id, id))
  if (!store) throw notFound()
  return factsOf(store)
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
  const facts = factsOf(form)
  return inTransaction(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(stores)
      .values(facts)
      .onConflictDoNothing({ target: stores.code })
      .returning({ id: stores.id })
    if (made) {
      await recordAudit(tx, 'store_changed', storeSubject(made.id), fieldChanges(null, facts))
      return made.id
    }
    const [there] = await tx.db.select().from(stores).where(eq(stores.code, facts.code))
    if (!there || stampOf(factsOf(there)) !== stampOf(facts)) throw refused('storeThere')
    return there.id
  })
}

/** @throws DomainError conflict `supplyChanged`, `storeThere` */
export async function changeStore(
  ctx: Ctx,
  id: number,
  { seen, ...form }: StoreForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  const after = factsOf(form)
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.db
        .select({ id: stores.id })
        .from(stores)
        .where(eq(stores.id, id))
        .for('no key update')
      const before = await readStore(tx, id)
      if (stampOf(before) === stampOf(after)) return
      if (stampOf(before) !== seen) throw refused('supplyChanged')
      await tx.db.update(stores).set(after).where(eq(stores.id, id))
      await recordAudit(tx, 'store_changed', storeSubject(id), fieldChanges(before, after))
    })
  } catch (error) {
    if (databaseErrorCode(error) === uniqueViolation) throw refused('storeThere')
    throw error
  }
}

/** In one order of keys whatever their source. */
const factsOf = ({ code, nameZh, nameEn, cityZh, cityEn }: StoreFacts): StoreFacts => ({
  code,
  nameZh,
  nameEn,
  cityZh,
  cityEn,
})
