import { and, asc, eq, isNull } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { crews } from '#db/schema/crews.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The crew a colleague belongs to and who else does; `null` for somebody without one. */
export async function crewOfColleague(ctx: Ctx<StaffActor>) {
  if (ctx.actor.crewId === null) return null
  const [crew] = await ctx.db
    .select({ id: crews.id, nameZh: crews.nameZh, nameEn: crews.nameEn, vehicle: crews.vehicle })
    .from(crews)
    .where(eq(crews.id, ctx.actor.crewId))
  if (!crew) return null
  const members = await ctx.db
    .select({ name: staff.name })
    .from(staff)
    .where(and(eq(staff.crewId, crew.id), isNull(staff.disabledAt)))
    .orderBy(asc(staff.name))
  return { ...crew, members: members.map(({ name }) => name) }
}
