import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { invitations } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { stores } from '#db/schema/stores.ts'
import { storeName } from '#app/domain/stores/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { publicUrl } from '#app/platform/listener.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { hashToken, linkToken } from '#app/platform/tokens.server.ts'
import { findPerson } from './find-person.server.ts'
import { standingOf } from './list-people.server.ts'
import { nameIn } from './two-names.ts'

/** One colleague as an administrator sees them. */
export async function readPerson(ctx: Ctx, id: string) {
  authorize(ctx.actor, 'people:manage')
  const { disabledAt, accepted, ...person } = await findPerson(ctx, id)
  return {
    ...person,
    disabledAt: disabledAt?.toISOString() ?? null,
    standing: standingOf({ disabledAt, accepted }),
  }
}

/** A colleague's one-time link, to be passed on by whoever manages people; null when none is open. */
export async function readOpenLink(
  ctx: Ctx,
  id: string,
): Promise<{ url: string; expiresAt: string } | null> {
  authorize(ctx.actor, 'people:manage')
  await findPerson(ctx, id)
  const [open] = await ctx.db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.staffId, id),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, ctx.now()),
      ),
    )
  if (!open) return null
  const token = linkToken(open.id)
  // A link made under an earlier secret can't be spelled any more.
  if (hashToken(token) !== open.tokenHash) return null
  return { url: `${publicUrl()}/invitations/${token}`, expiresAt: open.expiresAt.toISOString() }
}

/** What a colleague may be given: open stores, and crews at work; whoever is at a closed one may stay. */
export async function personChoices(
  ctx: Ctx,
  { storeId = null }: { storeId?: number | null } = {},
) {
  authorize(ctx.actor, 'people:manage')
  const storeRows = await ctx.db
    .select({ id: stores.id, zh: stores.nameZh, en: stores.nameEn, closedAt: stores.closedAt })
    .from(stores)
    .where(or(isNull(stores.closedAt), storeId === null ? undefined : eq(stores.id, storeId)))
    .orderBy(asc(stores.code))
  const crewRows = await ctx.db
    .select({ id: crews.id, zh: crews.nameZh, en: crews.nameEn })
    .from(crews)
    .where(eq(crews.active, true))
    .orderBy(asc(crews.id))
  const choice = ({ id, ...names }: { id: number; zh: string; en: string }) => ({
    id,
    name: nameIn(ctx.locale, names),
  })
  return {
    stores: storeRows.map((store) => ({ id: store.id, name: storeName(ctx, store) })),
    crews: crewRows.map(choice),
  }
}
