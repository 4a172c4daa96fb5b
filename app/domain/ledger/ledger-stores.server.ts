import { asc, inArray } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { storeScope } from '#app/platform/permissions.ts'

/** The stores whose cases this colleague may see, by their names. */
export async function ledgerStores(ctx: Ctx<StaffActor>) {
  const scope = storeScope(ctx.actor, 'return:read')
  const rows = await ctx.db
    .select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(scope === null ? undefined : inArray(stores.id, scope))
    .orderBy(asc(stores.code))
  return rows.map(({ id, ...names }) => ({ id, name: storeName(ctx, names) }))
}
