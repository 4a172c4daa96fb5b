import { asc, sql } from 'drizzle-orm'
import { areas } from '#db/schema/stores.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface Area {
  id: number
  nameZh: string
  nameEn: string
}

const shown = { id: areas.id, nameZh: areas.nameZh, nameEn: areas.nameEn }

export const listAreas = (ctx: Ctx): Promise<Area[]> =>
  ctx.db.select(shown).from(areas).orderBy(asc(areas.cityZh), asc(areas.id))

/**
 * The area an address lies in: the one of whose districts it names, the longest name first; of two areas with the
 * same district the one whose city it names too. `null` when it names none.
 */
export async function findArea(ctx: Ctx, address: string): Promise<Area | null> {
  const said = address.toLowerCase()
  const [area] = await ctx.db
    .select(shown)
    .from(areas)
    .innerJoin(sql`unnest(${areas.districts}) as district(name)`, sql`true`)
    .where(sql`district.name <> '' and position(lower(district.name) in ${said}) > 0`)
    .orderBy(
      sql`(position(lower(${areas.cityZh}) in ${said}) > 0 or position(lower(${areas.cityEn}) in ${said}) > 0) desc`,
      sql`length(district.name) desc`,
      asc(areas.id),
    )
    .limit(1)
  return area ?? null
}
