import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'

/** The colleagues a ticket may belong to: those who may assess one. */
export async function listOwners(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(
      and(isNull(staff.disabledAt), inArray(staffRoles.role, [...permissions['ticket:triage']])),
    )
    .orderBy(asc(staff.name))
}

/** What colleagues are called, by key. */
export async function namesOf(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = ids.filter((id): id is string => id !== null)
  if (known.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, known))
  return new Map(rows.map((row) => [row.id, row.name]))
}
