import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { type Role, storeRoles } from '#db/vocabulary/roles.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'

const readers: readonly Role[] = permissions['ticket:read']
const ofStores: readonly Role[] = storeRoles
const headOffice = readers.filter((role) => !ofStores.includes(role))

/** Who may be brought in on a ticket (IN-9): the colleagues who may read it. */
export async function colleaguesOfTicket(
  ctx: Ctx,
  { storeId }: { storeId: number | null },
): Promise<{ id: string; name: string; roles: Role[] }[]> {
  return ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      roles: sql<Role[]>`array_agg(${staffRoles.role} order by ${staffRoles.role})`,
    })
    .from(staff)
    .innerJoin(staffRoles, eq(staffRoles.staffId, staff.id))
    .where(
      and(
        isNull(staff.disabledAt),
        or(
          inArray(staffRoles.role, headOffice),
          storeId === null
            ? undefined
            : and(inArray(staffRoles.role, [...storeRoles]), eq(staff.storeId, storeId)),
        ),
      ),
    )
    .groupBy(staff.id, staff.name)
    .orderBy(asc(staff.name), asc(staff.id))
}
