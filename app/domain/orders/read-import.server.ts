import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { orderEvents, orderImports, orderLines, orders } from '#db/schema/customers.ts'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize, storeScope } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { contractNumber } from './contract.ts'
import { gapsIn } from './gaps.ts'
import { headerOf } from './header.ts'
import { judgeRows } from './judge-rows.server.ts'
import { knownProducts } from './known-product.ts'
import { listProducts } from './list-products.server.ts'
import { missingIn } from './missing-in.server.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A file that was read: what would be entered and what is in the way, as things stand now. Who may enter contracts for its store sees it.
 * @throws DomainError not_found
 */
export async function readImport(ctx: Ctx<StaffActor>, id: string) {
  const kept = await findImport(ctx, id)
  const [store] = await ctx.db
    .select({ zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(eq(stores.id, kept.storeId))
  const judged = await judge(ctx, kept)
  const numbers = judged.contracts.map(({ contract }) => contract.number)
  return {
    id: kept.id,
    fileName: kept.fileName,
    takenAt: kept.takenAt,
    store: store!,
    ...judged,
    done: await doneBy(ctx, kept.id, kept.takenAt === null ? [] : numbers),
  }
}

/**
 * The rows of the contracts that have mistakes, under the file's own header, each with what is wrong.
 * @throws DomainError not_found
 */
export async function readMistakes(ctx: Ctx<StaffActor>, id: string) {
  const kept = await findImport(ctx, id)
  const { contracts, problems } = await judge(ctx, kept)
  const bad = contracts.filter(({ standing }) => standing === 'bad').flatMap(({ rows }) => rows)
  return {
    header: kept.rows[headerOf(kept.rows)?.row ?? 0] ?? [],
    rows: bad
      .sort((a, b) => a - b)
      .map((row) => ({
        cells: kept.rows[row - 1] ?? [],
        problems: problems.filter((problem) => problem.row === row),
      })),
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
  const today = dayOf(ctx.now())
  const [catalogue, known] = await Promise.all([
    listProducts(ctx, [storeId]),
    numbers.length === 0 ? [] : contractsHere(ctx, numbers),
  ])
  const here = known.map(({ lines, ...order }) => {
    const open = order.status === 'incomplete' && order.storeId === storeId
    const placed = lines > 0 ? [{ quantity: 1, unitPrice: 0 }] : []
    return [order.number, open ? gapsIn(order, missingIn(order, placed, today)) : null] as const
  })
  return judgeRows(rows, knownProducts(catalogue), new Map(here), today)
}

const contractsHere = (ctx: Ctx, numbers: string[]) =>
  ctx.db
    .select({
      ...getTableColumns(orders),
      lines: ctx.db.$count(orderLines, eq(orderLines.orderId, orders.id)),
    })
    .from(orders)
    .where(inArray(orders.number, numbers))

/** Of these contracts, those that this file itself entered or added to. */
async function doneBy(ctx: Ctx, id: string, numbers: string[]) {
  if (numbers.length === 0) return []
  return ctx.db
    .select({ number: orders.number, kind: orderEvents.kind })
    .from(orders)
    .innerJoin(orderEvents, eq(orderEvents.orderId, orders.id))
    .where(and(inArray(orders.number, numbers), sql`${orderEvents.data} ->> 'import' = ${id}`))
}
