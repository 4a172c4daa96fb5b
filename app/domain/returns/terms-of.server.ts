import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { returnTerms } from '#db/schema/returns.ts'
import { products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { judgeTerms, type TermFacts, type TermVerdict, warrantyTerm } from './terms.ts'

/** RX-2: the terms in force for a product and its own warranty, judged; `today` is the company's unless told. */
export async function termsOf(
  ctx: Ctx,
  {
    productId,
    today = dayOf(ctx.now()),
    ...facts
  }: Omit<TermFacts, 'today'> & { productId: number | null; today?: string },
): Promise<TermVerdict[]> {
  const ours =
    productId === null
      ? isNull(returnTerms.productId)
      : or(isNull(returnTerms.productId), eq(returnTerms.productId, productId))
  const terms = await ctx.db
    .select()
    .from(returnTerms)
    .where(and(eq(returnTerms.active, true), ours))
    .orderBy(asc(returnTerms.position), asc(returnTerms.id))
  const [product] =
    productId === null
      ? []
      : await ctx.db
          .select({ months: products.warrantyMonths })
          .from(products)
          .where(eq(products.id, productId))
  const warranty = product && product.months > 0 ? [warrantyTerm(product.months)] : []
  return judgeTerms([...terms, ...warranty], { ...facts, today })
}
