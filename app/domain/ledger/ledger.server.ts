import { and, eq, gte, ilike, lt, or, sql, type SQL } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import {
  answerabilities,
  answerabilityShares,
  returnCases,
  returnDecisions,
} from '#db/schema/returns.ts'
import { stores } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { sharesOf, visibleCases } from '#app/domain/returns/index.server.ts'
import { atOneMoment, type Ctx } from '#app/platform/context.server.ts'
import { containing } from '#app/platform/matching.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'
import { dayOf, daysBetween, spanOfDay } from '#app/platform/time.server.ts'
import type { LedgerFilters } from './ledger-filters.ts'

/** The last row of the page before: its instant and its key. */
export interface LedgerCursor {
  at: string
  id: number
}

export const ledgerPage = 50
const batch = 1000

export type LedgerRow = Awaited<ReturnType<typeof ledgerRows>>['rows'][number]

/**
 * RX-6: the ledger of returns, exchanges and parts (顾客退换货和补配件记录), a page at a time, the latest first. The page,
 * the exports and the paper all read it here.
 */
export async function ledgerRows(
  ctx: Ctx,
  filters: LedgerFilters,
  { after = null, limit = ledgerPage }: { after?: LedgerCursor | null; limit?: number } = {},
) {
  authorize(ctx.actor, 'return:read')
  const seesCost = may(ctx.actor, 'return:cost')
  const found = await pageOf(ctx, filters, { after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const shares = await sharesOf(
    ctx,
    shown.flatMap(({ answerabilityId }) => answerabilityId ?? []),
  )
  return {
    rows: shown.map(
      ({ id: _, answerabilityId, askedAt, closedAt, total, storeZh, storeEn, ...row }) => ({
        ...row,
        store: ctx.locale === 'en' ? storeEn : storeZh,
        askedAt: askedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        /** Civil days from asking to closing. */
        days: closedAt && daysBetween(dayOf(askedAt), dayOf(closedAt)),
        total: seesCost ? total : null,
        shares: (shares.get(answerabilityId ?? 0) ?? []).map(({ party, percent }) => ({
          party,
          percent,
        })),
      }),
    ),
    next: found.length > limit && last ? { at: last.askedAt.toISOString(), id: last.id } : null,
  }
}

/** All of it as of one moment, for an export or a paper. @param most none beyond so many are read */
export const wholeLedger = (
  ctx: Ctx,
  filters: LedgerFilters,
  most = Infinity,
): Promise<LedgerRow[]> =>
  atOneMoment(ctx, async (moment) => {
    const rows: LedgerRow[] = []
    let after: LedgerCursor | null = null
    do {
      const limit = Math.min(batch, most - rows.length)
      const page: Awaited<ReturnType<typeof ledgerRows>> = await ledgerRows(moment, filters, {
        after,
        limit,
      })
      rows.push(...page.rows)
      after = page.next
    } while (after !== null && rows.length < most)
    return rows
  })

/** How many rows there are in all. What no filter asks of is joined from the left, so that the database leaves it out. */
export async function countLedger(ctx: Ctx, filters: LedgerFilters): Promise<number> {
  authorize(ctx.actor, 'return:read')
  const [row] = await ctx.db
    .select({ rows: sql<number>`count(*)::int` })
    .from(returnCases)
    .leftJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(orders, eq(orders.id, returnCases.orderId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .where(and(visibleCases(ctx.actor), ledgerCondition(filters)))
  return row?.rows ?? 0
}

/** In the order of the index of when they were asked for. */
export const pageOf = (
  ctx: Ctx,
  filters: LedgerFilters,
  { after, limit }: { after: LedgerCursor | null; limit: number },
) =>
  ctx.db
    .select({
      id: returnCases.id,
      number: returnCases.number,
      ticketNumber: tickets.number,
      askedAt: returnCases.askedAt,
      customer: tickets.name,
      phone: tickets.phone,
      order: orders.number,
      storeZh: stores.nameZh,
      storeEn: stores.nameEn,
      product: returnCases.product,
      quantity: returnCases.quantity,
      pieces: returnCases.pieces,
      reason: returnCases.reason,
      status: returnCases.status,
      remedy: returnDecisions.remedy,
      why: returnDecisions.why,
      total: returnDecisions.total,
      currency: returnDecisions.currency,
      answerabilityId: returnCases.answerabilityId,
      cause: answerabilities.cause,
      closedAt: returnCases.closedAt,
    })
    .from(returnCases)
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(stores, eq(stores.id, tickets.storeId))
    .leftJoin(orders, eq(orders.id, returnCases.orderId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .leftJoin(answerabilities, eq(answerabilities.id, returnCases.answerabilityId))
    .where(
      and(
        visibleCases(ctx.actor),
        ledgerCondition(filters),
        after
          ? sql`(${returnCases.askedAt}, ${returnCases.id}) < (${after.at}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(sql`${returnCases.askedAt} desc nulls last`, sql`${returnCases.id} desc nulls last`)
    .limit(limit)

/** The filters as a condition on cases, their tickets, orders and decisions in force. */
export function ledgerCondition(filters: LedgerFilters): SQL | undefined {
  const { from, to, store, reason, remedy, status, party, product } = filters
  return and(
    from ? gte(returnCases.askedAt, spanOfDay(from).start) : undefined,
    to ? lt(returnCases.askedAt, spanOfDay(to).end) : undefined,
    store === null ? undefined : eq(tickets.storeId, store),
    reason ? eq(returnCases.reason, reason) : undefined,
    remedy ? eq(returnDecisions.remedy, remedy) : undefined,
    status === 'counted'
      ? sql`${returnCases.status} <> 'cancelled'`
      : status
        ? eq(returnCases.status, status)
        : undefined,
    party
      ? sql`exists (select from ${answerabilityShares}
          where ${answerabilityShares.answerabilityId} = ${returnCases.answerabilityId}
          and ${answerabilityShares.party} = ${party})`
      : undefined,
    product === '' ? undefined : eq(returnCases.product, product),
    textCondition(filters.q),
  )
}

function textCondition(text: string): SQL | undefined {
  const like = containing(text)
  if (like === null) return undefined
  const tail = text.normalize('NFKC').replace(/[\s-]/g, '')
  return or(
    eq(returnCases.number, tail.toUpperCase().replace(/^(?=\d)/, 'RX')),
    ilike(orders.number, like),
    ilike(tickets.name, like),
    ilike(returnCases.product, like),
    /^\d{4,}$/.test(tail) ? sql`right(${tickets.phone}, ${tail.length}) = ${tail}` : undefined,
  )
}
