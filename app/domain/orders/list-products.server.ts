import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { products } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { invalid } from '#app/platform/errors.ts'
import type { ContractLine } from './contract.ts'
import type { TypedLine } from './contract-form.server.ts'

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

/** Finds products by what people write of them: the model, however its letters are cased. */
export function byModel(catalogue: Catalogue): (typed: string) => Catalogue[number] | undefined {
  const known = new Map(catalogue.map((product) => [keyOf(product.model), product]))
  return (typed) => known.get(keyOf(typed))
}

const keyOf = (model: string) => model.normalize('NFKC').trim().toUpperCase()

/** The lines with their products. @throws DomainError invalid `productUnknown`, naming what isn't in the catalogue */
export async function linesOf(
  ctx: Ctx,
  storeId: number,
  typed: readonly TypedLine[],
): Promise<ContractLine[]> {
  if (typed.length === 0) return []
  const find = byModel(await listProducts(ctx, [storeId]))
  const unknown = typed.filter(({ model }) => !find(model)).map(({ model }) => model)
  if (unknown.length > 0) {
    throw invalid('productUnknown', { models: [...new Set(unknown)].join(', ') })
  }
  return typed.map(({ model, quantity, unitPrice }) => ({
    productId: find(model)!.id,
    quantity,
    unitPrice,
  }))
}
