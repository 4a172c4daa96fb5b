import { and, asc, eq, exists, gt, ilike, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { stores } from '#db/schema/stores.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { rolesOf } from './find-person.server.ts'
import { nameIn, type TwoNames } from './two-names.ts'

export interface PeopleFilter {
  q: string
  role: Role | null
  standing: Standing | null
  /** The last row of the page before: name and key. */
  after: [string, string] | null
}

export const peoplePage = 50

/** Colleagues by name, a page at a time; `next` continues where it ends. */
export async function listPeople(ctx: Ctx, { q, role, standing, after }: PeopleFilter) {
  authorize(ctx.actor, 'people:manage')
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      disabledAt: staff.disabledAt,
      accepted: sql<boolean>`${staff.passwordHash} is not null`,
      secondFactor: sql<boolean>`${staff.totpConfirmedAt} is not null`,
      roles: rolesOf,
      store: { zh: stores.nameZh, en: stores.nameEn },
      crew: { zh: crews.nameZh, en: crews.nameEn },
    })
    .from(staff)
    .leftJoin(stores, eq(stores.id, staff.storeId))
    .leftJoin(crews, eq(crews.id, staff.crewId))
    .where(
      and(
        q ? or(ilike(staff.name, like), ilike(staff.email, like)) : undefined,
        role ? exists(holds(ctx, role)) : undefined,
        standing === 'disabled' ? isNotNull(staff.disabledAt) : undefined,
        standing === 'active' ? isNull(staff.disabledAt) : undefined,
        standing === 'active' ? isNotNull(staff.passwordHash) : undefined,
        standing === 'invited'
          ? and(isNull(staff.disabledAt), isNull(staff.passwordHash))
          : undefined,
        after
          ? or(gt(staff.name, after[0]), and(eq(staff.name, after[0]), gt(staff.id, after[1])))
          : undefined,
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(peoplePage + 1)
  const people = rows.slice(0, peoplePage)
  const last = people.at(-1)
  const named = (names: TwoNames | null) => names && nameIn(ctx.locale, names)
  return {
    people: people.map(({ store, crew, disabledAt, accepted, ...person }) => ({
      ...person,
      store: named(store),
      crew: named(crew),
      standing: standingOf({ disabledAt, accepted }),
    })),
    next: rows.length > peoplePage && last ? ([last.name, last.id] as const) : null,
  }
}

const holds = (ctx: Ctx, role: Role) =>
  ctx.db
    .select({ one: sql`1` })
    .from(staffRoles)
    .where(and(eq(staffRoles.staffId, staff.id), eq(staffRoles.role, role)))

export type Standing = 'active' | 'invited' | 'disabled'

export const standingOf = (person: { disabledAt: Date | null; accepted: boolean }): Standing =>
  person.disabledAt ? 'disabled' : person.accepted ? 'active' : 'invited'
