import { sql } from 'drizzle-orm'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'

/** As many of a role are named; how many there are is always said. */
const named = 12

export interface RoleInFull {
  role: Role
  count: number
  people: { id: string; name: string }[]
}

/** Every role with the colleagues who hold it, by name; who was shut out holds none. */
export async function rolesInFull(ctx: Ctx): Promise<RoleInFull[]> {
  authorize(ctx.actor, 'settings:manage')
  const rows = (await ctx.db.execute(sql`
    select role, id, name, total::int as total
    from (
      select staff_roles.role, staff.id, staff.name,
        row_number() over (partition by staff_roles.role order by staff.name, staff.id) as place,
        count(*) over (partition by staff_roles.role) as total
      from staff_roles
      join staff on staff.id = staff_roles.staff_id
      where staff.disabled_at is null
    ) held
    where place <= ${named}
    order by role, place
  `)) as unknown as { role: Role; id: string; name: string; total: number }[]
  return roles.map((role) => {
    const held = rows.filter((row) => row.role === role)
    return {
      role,
      count: held[0]?.total ?? 0,
      people: held.map(({ id, name }) => ({ id, name })),
    }
  })
}

/** A store's people, by name. */
export async function peopleOfStore(
  ctx: Ctx,
  storeId: number,
): Promise<{ id: string; name: string; roles: Role[] }[]> {
  authorize(ctx.actor, 'settings:manage')
  return (await ctx.db.execute(sql`
    select staff.id, staff.name, array_agg(staff_roles.role order by staff_roles.role) as roles
    from staff
    join staff_roles on staff_roles.staff_id = staff.id
    where staff.store_id = ${storeId} and staff.disabled_at is null
    group by staff.id, staff.name
    order by staff.name, staff.id
    limit 50
  `)) as unknown as { id: string; name: string; roles: Role[] }[]
}
