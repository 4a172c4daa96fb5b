import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import type { ContractLine } from './contract.ts'
import type { TypedLine } from './contract-form.server.ts'
import { knownProducts } from './known-product.ts'

export type Catalogue = Awaited<ReturnType<typeof listProducts>>

/** What a contract of these stores may name: the shared catalogue and the stores' own. `null` means every store's. */
export async function listProducts(ctx: Ctx, storeIds: number[] | null) {
  return ctx.db
    .select({
      id: products.id,
      model: products.model,
      nameZh: products.nameZh,
      nameEn: products.nameEn,
    })
    .from(products)
    .where(
      and(
        eq(products.active, true),
        storeIds === null
          ? undefined
          : or(isNull(products.storeId), inArray(products.storeId, storeIds)),
      ),
    )
    .orderBy(asc(products.model))
}

/** The lines with their products. @throws DomainError invalid `productUnknown`, naming what isn't in the catalogue */
export async function linesOf(
  ctx: Ctx,
  storeId: number,
  typed: readonly TypedLine[],
): Promise<ContractLine[]> {
  if (typed.length === 0) return []
  const find = knownProducts(await listProducts(ctx, [storeId]))
  const unknown = typed.filter(({ model }) => !find(model).product).map(({ model }) => model)
  if (unknown.length > 0) {
    throw invalid('productUnknown', { models: [...new Set(unknown)].join(', ') })
  }
  return typed.map(({ model, quantity, unitPrice }) => ({
    productId: find(model).product!.id,
    quantity,
    unitPrice,
  }))
}
