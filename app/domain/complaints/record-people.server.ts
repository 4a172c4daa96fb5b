import { and, asc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import { stores } from '#db/schema/stores.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize, may, storeScope } from '#app/platform/permissions.ts'

/** The last row of the page before: name and key. */
export type PersonPlace = [string, string]

export type RecordedPerson = Awaited<ReturnType<typeof findRecorded>>

const page = 50

/** CP-3: whose record a colleague may read besides their own; a store's manager that of the store's people. */
function visibleRecords(actor: StaffActor): SQL | undefined {
  const own = eq(staff.id, actor.id)
  if (!may(actor, 'staff-record:read')) return own
  const scope = storeScope(actor, 'staff-record:read')
  if (scope === null) return undefined
  return scope.length > 0 ? inArray(staff.storeId, scope) : own
}

/** The colleagues whose records a manager may read, by name. */
export async function listRecords(
  ctx: Ctx<StaffActor>,
  { q, after }: { q: string; after: PersonPlace | null },
) {
  authorize(ctx.actor, 'staff-record:read')
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await people(ctx)
    .where(
      and(
        isNull(staff.disabledAt),
        visibleRecords(ctx.actor),
        q ? ilike(staff.name, like) : undefined,
        after
          ? or(gt(staff.name, after[0]), and(eq(staff.name, after[0]), gt(staff.id, after[1])))
          : undefined,
      ),
    )
    .orderBy(asc(staff.name), asc(staff.id))
    .limit(page + 1)
  const shown = rows.slice(0, page)
  const last = shown.at(-1)
  return {
    people: shown,
    next: rows.length > page && last ? ([last.name, last.id] as const) : null,
  }
}

/** The colleague whose record is asked for. @throws DomainError not_found, also for whom it is no business */
export async function findRecorded(ctx: Ctx<StaffActor>, id: string) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw notFound()
  const own = eq(staff.id, ctx.actor.id)
  const visible = visibleRecords(ctx.actor)
  const [person] = await people(ctx).where(
    and(eq(staff.id, id), visible ? or(own, visible) : undefined),
  )
  if (!person) throw notFound()
  return person
}

const people = (ctx: Ctx) =>
  ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      crewId: staff.crewId,
      roles: sql<Role[]>`array(
        select ro.role from staff_roles ro where ro.staff_id = ${staff.id} order by ro.role)`,
      store: { zh: stores.nameZh, en: stores.nameEn },
      crew: { zh: crews.nameZh, en: crews.nameEn },
    })
    .from(staff)
    .leftJoin(stores, eq(stores.id, staff.storeId))
    .leftJoin(crews, eq(crews.id, staff.crewId))
    .$dynamic()
