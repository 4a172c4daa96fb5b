import { eq } from 'drizzle-orm'
import { crewAreas } from '#db/schema/crews.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** The crews that go to an area. */
export async function crewsOfArea(ctx: Ctx, areaId: number): Promise<number[]> {
  const rows = await ctx.db
    .select({ id: crewAreas.crewId })
    .from(crewAreas)
    .where(eq(crewAreas.areaId, areaId))
  return rows.map(({ id }) => id)
}
