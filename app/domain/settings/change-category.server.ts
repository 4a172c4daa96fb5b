import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { categories } from '#db/schema/stores.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import type { CategoryForm, NewCategoryForm } from './category-form.ts'
import { fieldChanges } from './field-changes.ts'
import { placed } from './place-field.ts'

export const categorySubject = (key: string) => `category:${key}`

/** What is booked without a problem is about this one. */
export const lastingCategory = 'other'

export interface CategoryFacts {
  nameZh: string
  nameEn: string
  /** From 1. */
  place: number
  active: boolean
}
type Row = typeof categories.$inferSelect

/** Every category in its order, retired ones too. */
export const listCategoriesInFull = (ctx: Ctx): Promise<Row[]> =>
  ctx.db.select().from(categories).orderBy(asc(categories.position), asc(categories.key))

/** @throws DomainError not_found */
export async function readCategory(ctx: Ctx, key: string): Promise<CategoryFacts> {
  return factsOf(await listCategoriesInFull(ctx), key)
}

/**
 * Adds a category after all others but the one for everything else; the same form twice is one category.
 * @returns its key: the same whatever it is called later
 * @throws DomainError conflict `categoryThere`
 */
export async function addCategory(
  ctx: Ctx,
  { nameZh, nameEn, submissionKey }: NewCategoryForm,
): Promise<string> {
  authorize(ctx.actor, 'settings:manage')
  const key = `c${createHash('sha256').update(submissionKey).digest('hex').slice(0, 15)}`
  await inTransaction(ctx, async (tx) => {
    const rows = await lockCategories(tx)
    if (rows.some((row) => row.key === key)) return
    refuseNameTaken(rows, { nameZh, nameEn })
    const lasts = rows.at(-1)?.key === lastingCategory
    const position = rows.length + (lasts ? 0 : 1)
    const [added] = await tx.db
      .insert(categories)
      .values({ key, nameZh, nameEn, position })
      .returning()
    await reorder(tx, placed(rows, added!, position))
    const facts = { nameZh, nameEn }
    await recordAudit(tx, 'category_changed', categorySubject(key), fieldChanges(null, facts))
  })
  return key
}

/**
 * Renames a category, moves it, or takes it off the forms and back; tickets keep theirs.
 * @throws DomainError conflict `supplyChanged`, `categoryThere`, `categoryNeeded`
 */
export async function changeCategory(
  ctx: Ctx,
  key: string,
  { seen, ...form }: CategoryForm,
): Promise<void> {
  authorize(ctx.actor, 'settings:manage')
  await inTransaction(ctx, async (tx) => {
    const rows = await lockCategories(tx)
    const before = factsOf(rows, key)
    const after: CategoryFacts = {
      nameZh: form.nameZh,
      nameEn: form.nameEn,
      place: Math.min(form.place, rows.length),
      active: form.active,
    }
    if (stampOf(before) === stampOf(after)) return
    if (stampOf(before) !== seen) throw refused('supplyChanged')
    if (key === lastingCategory && !after.active) throw refused('categoryNeeded')
    const one = rows.find((row) => row.key === key)!
    refuseNameTaken(
      rows.filter((row) => row !== one),
      after,
    )
    const { place, ...facts } = after
    await tx.db.update(categories).set(facts).where(eq(categories.key, key))
    await reorder(tx, placed(rows, one, place))
    await recordAudit(tx, 'category_changed', categorySubject(key), fieldChanges(before, after))
  })
}

async function reorder(tx: Tx, rows: Row[]): Promise<void> {
  for (const [i, row] of rows.entries()) {
    if (row.position === i + 1) continue
    await tx.db
      .update(categories)
      .set({ position: i + 1 })
      .where(eq(categories.key, row.key))
  }
}

/** One change of the list after the other; tickets are registered meanwhile. */
async function lockCategories(tx: Tx): Promise<Row[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('categories'))`)
  return listCategoriesInFull(tx)
}

function factsOf(rows: Row[], key: string): CategoryFacts {
  const at = rows.findIndex((row) => row.key === key)
  const row = rows[at]
  if (!row) throw notFound()
  return { nameZh: row.nameZh, nameEn: row.nameEn, place: at + 1, active: row.active }
}

function refuseNameTaken(rows: Row[], { nameZh, nameEn }: Pick<Row, 'nameZh' | 'nameEn'>): void {
  const same = (row: Row) =>
    row.nameZh === nameZh || row.nameEn.toLowerCase() === nameEn.toLowerCase()
  if (rows.some(same)) throw refused('categoryThere')
}
