import { eq, sql } from 'drizzle-orm'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'

export const rolesOf = sql<
  Role[]
>`array(select ${staffRoles.role} from ${staffRoles} where ${staffRoles.staffId} = ${staff.id})`

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A colleague with this key; with `lock`, held until the transaction ends. @throws DomainError not_found */
export async function findPerson(ctx: Ctx, id: string, { lock = false }: { lock?: boolean } = {}) {
  if (!uuid.test(id)) throw notFound()
  const query = ctx.db
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      storeId: staff.storeId,
      crewId: staff.crewId,
      disabledAt: staff.disabledAt,
      accepted: sql<boolean>`${staff.passwordHash} is not null`,
      secondFactor: sql<boolean>`${staff.totpConfirmedAt} is not null`,
      roles: rolesOf,
    })
    .from(staff)
    .where(eq(staff.id, id))
  const [person] = await (lock ? query.for('update') : query)
  if (!person) throw notFound()
  return person
}
