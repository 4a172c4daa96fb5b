import { and, eq, inArray } from 'drizzle-orm'
import { orderImports, orders } from '#db/schema/customers.ts'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize, storeScope } from '#app/platform/permissions.ts'
import { headerOf } from './columns.ts'
import { contractNumber } from './contract.ts'
import { judgeRows } from './judge-rows.server.ts'
import { byModel, listProducts } from './list-products.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A file that was read: what would be entered and what is in the way, as things stand now. Who may enter contracts for its store sees it.
 * @throws DomainError not_found
 */
export async function readImport(ctx: Ctx<StaffActor>, id: string) {
  const kept = await findImport(ctx, id)
  const [store] = await ctx.db
    .select({ zh: stores.nameZh, en: stores.nameEn })
    .from(stores)
    .where(eq(stores.id, kept.storeId))
  return {
    id: kept.id,
    fileName: kept.fileName,
    takenAt: kept.takenAt,
    store: store!,
    ...(await judge(ctx, kept)),
  }
}

export async function findImport(
  ctx: Ctx<StaffActor>,
  id: string,
  { lock = false }: { lock?: boolean } = {},
) {
  authorize(ctx.actor, 'order:enter')
  if (!uuid.test(id)) throw notFound()
  const scope = storeScope(ctx.actor, 'order:enter')
  const query = ctx.db
    .select()
    .from(orderImports)
    .where(
      and(
        eq(orderImports.id, id),
        scope === null ? undefined : inArray(orderImports.storeId, scope),
      ),
    )
  const [kept] = await (lock ? query.for('update') : query)
  if (!kept) throw notFound()
  return kept
}

/** The rows against the catalogue and the contracts that are here. */
export async function judge(ctx: Ctx, { rows, storeId }: { rows: string[][]; storeId: number }) {
  const index = headerOf(rows)?.at.get('number')?.index ?? 0
  const numbers = [...new Set(rows.map((row) => contractNumber(row[index] ?? '')))].filter(Boolean)
  const [catalogue, known] = await Promise.all([
    listProducts(ctx, [storeId]),
    numbers.length === 0
      ? []
      : ctx.db
          .select({ number: orders.number })
          .from(orders)
          .where(inArray(orders.number, numbers)),
  ])
  return judgeRows(rows, byModel(catalogue), new Set(known.map(({ number }) => number)))
}
