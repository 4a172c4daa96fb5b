import { eq } from 'drizzle-orm'
import { stores } from '#db/schema/stores.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { type Action, storeScope } from '#app/platform/permissions.ts'

/** Whether a store is closed; it stays as it is until the transaction ends, so that what is taken is there before it closes. */
export async function isClosed(tx: Tx, storeId: number): Promise<boolean> {
  const [store] = await tx.db
    .select({ closedAt: stores.closedAt })
    .from(stores)
    .where(eq(stores.id, storeId))
    .for('share')
  return store !== undefined && store.closedAt !== null
}

/** A closed store takes nothing new. @throws DomainError conflict `storeClosed` */
export async function refuseClosed(tx: Tx, storeId: number): Promise<void> {
  if (await isClosed(tx, storeId)) throw refused('storeClosed')
}

/** Whether this colleague could do so for their own store alone, and it is closed. */
export async function atClosedStore(ctx: Ctx<StaffActor>, action: Action): Promise<boolean> {
  const [own] = storeScope(ctx.actor, action) ?? []
  if (own === undefined) return false
  const [store] = await ctx.db
    .select({ closedAt: stores.closedAt })
    .from(stores)
    .where(eq(stores.id, own))
  return store !== undefined && store.closedAt !== null
}
