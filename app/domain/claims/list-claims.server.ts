import { and, eq, ilike, or, sql, type SQL } from 'drizzle-orm'
import { supplierClaims } from '#db/schema/claims.ts'
import { returnCases } from '#db/schema/returns.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { ClaimStatus } from '#db/vocabulary/returns.ts'
import { visibleCases } from '#app/domain/returns/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { containing } from '#app/platform/matching.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf, daysBetween } from '#app/platform/time.server.ts'
import type { ClaimList } from './claim-lists.ts'

export const claimsPerPage = 50

/** Written out, not as parameters: the planner matches it with the partial index of what waits. */
const conditions: Record<ClaimList, SQL | undefined> = {
  waiting: sql`${supplierClaims.status} in ('open', 'sent')`,
  credited: sql`${supplierClaims.status} = 'credited'`,
  refused: sql`${supplierClaims.status} = 'refused'`,
  withdrawn: sql`${supplierClaims.status} = 'withdrawn'`,
  all: undefined,
}

interface Asked {
  list: ClaimList
  /** In the number of the claim or the case, the supplier or the product. */
  text?: string
  after?: { at: string; id: number } | null
}

/** RX-5: claims on suppliers, the latest first, each with the days it took, or has taken, until it was settled. */
export async function listClaims(
  ctx: Ctx,
  { list, text = '', after = null }: Asked,
  perPage = claimsPerPage,
) {
  authorize(ctx.actor, 'claim:read')
  const like = containing(text)
  const rows = await ctx.db
    .select({
      id: supplierClaims.id,
      number: supplierClaims.number,
      supplier: supplierClaims.supplier,
      amount: supplierClaims.amount,
      currency: supplierClaims.currency,
      status: supplierClaims.status,
      credited: supplierClaims.credited,
      madeAt: supplierClaims.madeAt,
      settledAt: supplierClaims.settledAt,
      caseNumber: returnCases.number,
      product: returnCases.product,
    })
    .from(supplierClaims)
    .innerJoin(returnCases, eq(returnCases.id, supplierClaims.caseId))
    .innerJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(
      and(
        visibleCases(ctx.actor),
        conditions[list],
        like === null
          ? undefined
          : or(
              ilike(supplierClaims.number, like),
              ilike(returnCases.number, like),
              ilike(supplierClaims.supplier, like),
              ilike(returnCases.product, like),
            ),
        after
          ? sql`(${supplierClaims.madeAt}, ${supplierClaims.id}) < (${after.at}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(
      sql`${supplierClaims.madeAt} desc nulls last`,
      sql`${supplierClaims.id} desc nulls last`,
    )
    .limit(perPage + 1)
  const shown = rows.slice(0, perPage)
  const last = shown.at(-1)
  return {
    claims: shown.map(({ id: _, madeAt, settledAt, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      days: ageOf(ctx, { madeAt, settledAt, status: row.status }),
    })),
    next: rows.length > perPage && last ? { at: last.madeAt.toISOString(), id: last.id } : null,
  }
}

/** Civil days from the day it was made until it was credited, or until today; one without a result to come has none. */
export function ageOf(
  ctx: Ctx,
  { madeAt, settledAt, status }: { madeAt: Date; settledAt: Date | null; status: ClaimStatus },
): number | null {
  return status === 'withdrawn' ? null : daysBetween(dayOf(madeAt), dayOf(settledAt ?? ctx.now()))
}

/** What waits for its credit: how many claims, and how much by currency. Tickets only where a scope asks of them. */
export async function claimsWaiting(ctx: Ctx) {
  authorize(ctx.actor, 'claim:read')
  return ctx.db
    .select({
      currency: supplierClaims.currency,
      claims: sql<number>`count(*)::int`,
      amount: sql<number>`sum(${supplierClaims.amount})::float8`,
    })
    .from(supplierClaims)
    .leftJoin(returnCases, eq(returnCases.id, supplierClaims.caseId))
    .leftJoin(tickets, eq(tickets.id, returnCases.ticketId))
    .where(and(visibleCases(ctx.actor), conditions.waiting))
    .groupBy(supplierClaims.currency)
    .orderBy(supplierClaims.currency)
}
