import { and, count, eq, gt } from 'drizzle-orm'
import { sessions, staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { stores } from '#db/schema/stores.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { nameIn, type TwoNames } from './two-names.ts'

export interface Account {
  name: string
  email: string
  roles: readonly Role[]
  store: string | null
  crew: string | null
  locale: Locale | null
  secondFactor: boolean
  sessions: number
}

/** One's own account. */
export async function readAccount(ctx: Ctx<StaffActor>): Promise<Account> {
  const { actor, locale } = ctx
  const [row] = await ctx.db
    .select({
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      totpConfirmedAt: staff.totpConfirmedAt,
      store: { zh: stores.nameZh, en: stores.nameEn },
      crew: { zh: crews.nameZh, en: crews.nameEn },
    })
    .from(staff)
    .leftJoin(stores, eq(stores.id, staff.storeId))
    .leftJoin(crews, eq(crews.id, staff.crewId))
    .where(eq(staff.id, actor.id))
  if (!row) throw notFound()
  const [live] = await ctx.db
    .select({ sessions: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, actor.id), gt(sessions.expiresAt, ctx.now())))
  const named = (names: TwoNames | null) => names && nameIn(locale, names)
  return {
    name: row.name,
    email: row.email,
    roles: actor.roles,
    store: named(row.store),
    crew: named(row.crew),
    locale: row.locale,
    secondFactor: row.totpConfirmedAt !== null,
    sessions: live?.sessions ?? 0,
  }
}
