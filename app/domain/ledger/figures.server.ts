import { and, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import { orders } from '#db/schema/customers.ts'
import { answerabilityShares, returnCases, returnDecisions } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { ReturnReason } from '#db/vocabulary/returns.ts'
import { visibleCases } from '#app/domain/returns/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { type LedgerFilters, noLedgerFilters } from './ledger-filters.ts'
import { ledgerCondition } from './ledger.server.ts'

export type Figures = Awaited<ReturnType<typeof returnFigures>>

/** What cases cost, by currency, minor units. */
export type Money = { currency: string; amount: number }[]

const topProducts = 20

/**
 * RX-5, FG-1: what was asked for in a span of civil days and not cancelled, by party, by reason and by product; each
 * figure is of the same rows as the ledger with the same filters. Costs are those of the decision in force, a party's
 * weighed by its percentage.
 */
export async function returnFigures(ctx: Ctx, span: Pick<LedgerFilters, 'from' | 'to' | 'store'>) {
  authorize(ctx.actor, 'return:cost')
  const filters: LedgerFilters = { ...noLedgerFilters, ...span, status: 'counted' }
  const where = and(visibleCases(ctx.actor), ledgerCondition(filters))
  const [all, parties, reasons, products] = await Promise.all([
    casesBy(ctx, where, sql<string>`''`),
    byParty(ctx, where),
    casesBy(ctx, where, sql<ReturnReason>`${returnCases.reason}`),
    casesBy(ctx, where, sql<string>`${returnCases.product}`),
  ])
  return {
    filters,
    all: all[0] ?? { key: '', cases: 0, cost: [] },
    parties,
    reasons,
    products: products.slice(0, topProducts),
    /** Further products than are shown. */
    moreProducts: Math.max(0, products.length - topProducts),
  }
}

/** Tickets are joined from the left, here and below: where no condition asks of them, the database leaves them out. */
const sumOf = (amount: SQL) => sql<number | null>`round(sum(${amount}))::float8`

async function casesBy<K extends string>(ctx: Ctx, where: SQL | undefined, key: SQL<K>) {
  const rows = await ctx.db
    .select({
      key: key.as('key'),
      currency: returnDecisions.currency,
      cases: sql<number>`count(*)::int`,
      amount: sumOf(sql`${returnDecisions.total}`),
    })
    .from(returnCases)
    .leftJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .leftJoin(orders, eq(orders.id, returnCases.orderId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .where(where)
    .groupBy(sql`1`, returnDecisions.currency)
  return merged(rows).map(({ weighed: _, ...row }) => row)
}

/** A party counts once a case, however many of its crews or colleagues are named. */
async function byParty(ctx: Ctx, where: SQL | undefined) {
  const rows = await ctx.db
    .select({
      key: answerabilityShares.party,
      currency: returnDecisions.currency,
      cases: sql<number>`count(distinct ${returnCases.id})::int`,
      weighed: sql<number>`sum(${answerabilityShares.percent})::float8 / 100`,
      amount: sumOf(sql`${returnDecisions.total}::numeric * ${answerabilityShares.percent} / 100`),
    })
    .from(returnCases)
    .leftJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .innerJoin(
      answerabilityShares,
      eq(answerabilityShares.answerabilityId, returnCases.answerabilityId),
    )
    .leftJoin(orders, eq(orders.id, returnCases.orderId))
    .leftJoin(returnDecisions, eq(returnDecisions.id, returnCases.decisionId))
    .where(and(where, isNotNull(returnCases.answerabilityId)))
    .groupBy(answerabilityShares.party, returnDecisions.currency)
    .orderBy(desc(sql`sum(${answerabilityShares.percent})`))
  return merged(rows)
}

interface Part<K extends string> {
  key: K
  currency: string | null
  cases: number
  weighed?: number
  amount: number | null
}

/** One row a key, its costs by currency, the most cases first. */
function merged<K extends string>(parts: readonly Part<K>[]) {
  const rows = new Map<K, { key: K; cases: number; weighed: number; cost: Money }>()
  for (const { key, currency, cases, weighed = 0, amount } of parts) {
    const row = rows.get(key) ?? { key, cases: 0, weighed: 0, cost: [] }
    row.cases += cases
    row.weighed += weighed
    if (currency !== null && amount !== null) row.cost.push({ currency, amount })
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => b.cases - a.cases || a.key.localeCompare(b.key))
}
