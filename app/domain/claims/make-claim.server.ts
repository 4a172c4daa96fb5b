import { and, eq, ne, sum } from 'drizzle-orm'
import { supplierClaims } from '#db/schema/claims.ts'
import { answerabilityShares, returnDecisions } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import { type Case, findCase } from '#app/domain/returns/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { MakeClaimForm } from './claim-form.ts'

/**
 * RX-5: claims what the factory bears of a case from the supplier, as far as it isn't claimed; once per supplier, unless
 * it was withdrawn, and together no more than the case costs.
 * @returns the claim's number
 * @throws DomainError conflict `claimNoFactory`, `claimThere`, `claimAboveCost`, `caseNotInState`
 */
export async function makeClaim(ctx: Ctx, number: string, form: MakeClaimForm): Promise<string> {
  authorize(ctx.actor, 'claim:manage')
  const { actor } = ctx
  return inTransaction(ctx, async (tx) => {
    const { case: one } = await findCase(tx, number, { lock: true })
    if (one.status === 'cancelled') throw refused('caseNotInState')
    const share = await shareOfFactory(tx, one)
    if (share === null) throw refused('claimNoFactory')
    const amount = form.amount ?? share.amount
    const [there] = await tx.db
      .select({ id: supplierClaims.id })
      .from(supplierClaims)
      .where(
        and(
          eq(supplierClaims.caseId, one.id),
          eq(supplierClaims.supplier, form.supplier),
          ne(supplierClaims.status, 'withdrawn'),
        ),
      )
    if (there) throw refused('claimThere')
    if (share.claimed + amount > share.total) throw refused('claimAboveCost')
    const [made] = await tx.db
      .insert(supplierClaims)
      .values({
        caseId: one.id,
        supplier: form.supplier,
        amount,
        currency: share.currency,
        note: form.note,
        madeAt: tx.now(),
        madeBy: actor.id,
      })
      .returning({ number: supplierClaims.number })
    return made!.number
  })
}

export interface FactoryShare {
  percent: number
  /** What isn't claimed yet; minor units, like all that follow. */
  amount: number
  claimed: number
  /** What the case costs. */
  total: number
  currency: string
  supplier: string
}

/**
 * What the factory bears of a case by what is in force; `null` when it bears nothing, nothing is decided, or all of it is
 * claimed.
 */
export async function shareOfFactory(ctx: Ctx, one: Case): Promise<FactoryShare | null> {
  if (one.decisionId === null || one.answerabilityId === null) return null
  const [decision] = await ctx.db
    .select({ total: returnDecisions.total, currency: returnDecisions.currency })
    .from(returnDecisions)
    .where(eq(returnDecisions.id, one.decisionId))
  const shares = await ctx.db
    .select({ percent: answerabilityShares.percent })
    .from(answerabilityShares)
    .where(
      and(
        eq(answerabilityShares.answerabilityId, one.answerabilityId),
        eq(answerabilityShares.party, 'factory'),
      ),
    )
  const percent = shares.reduce((sum, share) => sum + share.percent, 0)
  if (!decision || percent === 0) return null
  const { total, currency } = decision
  const [claims] = await ctx.db
    .select({ amount: sum(supplierClaims.amount).mapWith(Number) })
    .from(supplierClaims)
    .where(and(eq(supplierClaims.caseId, one.id), ne(supplierClaims.status, 'withdrawn')))
  const claimed = claims?.amount ?? 0
  const amount = Math.round((total * percent) / 100) - claimed
  if (amount <= 0) return null
  return {
    ...{ percent, amount, claimed, total, currency },
    supplier: await supplierOf(ctx, one),
  }
}

async function supplierOf(ctx: Ctx, { productId }: Case): Promise<string> {
  if (productId === null) return ''
  const [product] = await ctx.db
    .select({ supplier: products.supplier })
    .from(products)
    .where(eq(products.id, productId))
  return product?.supplier ?? ''
}
