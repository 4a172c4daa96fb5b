import { and, asc, inArray, isNull } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { forbidden, invalid, refused } from '#app/platform/errors.ts'
import { storeScope } from '#app/platform/permissions.ts'

/** The stores whose contracts this colleague may see or, with `order:enter`, enter: those that are open. */
export async function listOrderStores(
  ctx: Ctx<StaffActor>,
  action: 'order:read' | 'order:enter' = 'order:read',
) {
  const scope = storeScope(ctx.actor, action)
  return ctx.db
    .select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(
      and(
        scope === null ? undefined : inArray(stores.id, scope),
        action === 'order:enter' ? isNull(stores.closedAt) : undefined,
      ),
    )
    .orderBy(asc(stores.code))
}

/**
 * The store a contract is entered for: a store's own people enter for theirs, whatever they send.
 * @throws DomainError invalid `storeNeeded`, conflict `storeClosed`, forbidden
 */
export async function storeEntered(
  ctx: Ctx<StaffActor>,
  chosen: number | undefined,
): Promise<number> {
  const mine = await listOrderStores(ctx, 'order:enter')
  if (storeScope(ctx.actor, 'order:enter') !== null) {
    if (!mine[0]) throw ctx.actor.storeId === null ? forbidden() : refused('storeClosed')
    return mine[0].id
  }
  if (!mine.some(({ id }) => id === chosen)) throw invalid('storeNeeded')
  return chosen!
}
