import { asc, inArray } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { storeScope } from '#app/platform/permissions.ts'

/** The stores whose tickets this colleague may see. */
export async function listStores(ctx: Ctx<StaffActor>) {
  const scope = storeScope(ctx.actor, 'ticket:read')
  return ctx.db
    .select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(scope === null ? undefined : inArray(stores.id, scope))
    .orderBy(asc(stores.code))
}
