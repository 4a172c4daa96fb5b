import { asc } from 'drizzle-orm'
import { categories } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What may be wrong, in the order in which it is offered; `active` ones are offered for new tickets. */
export async function listCategories(ctx: Ctx) {
  return ctx.db
    .select({
      key: categories.key,
      zh: categories.nameZh,
      en: categories.nameEn,
      active: categories.active,
    })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.key))
}
