import { and, eq } from 'drizzle-orm'
import { followUps } from '#db/schema/follow-ups.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** VS-9: how the customer of a visit would like to be asked, and by when while it is due; for who may see the visit. */
export async function followUpOfVisit(ctx: Ctx, visitId: number) {
  const [row] = await ctx.db
    .select({
      status: followUps.status,
      dueAt: followUps.dueAt,
      part: followUps.wishPart,
      way: followUps.wishWay,
    })
    .from(followUps)
    .where(and(eq(followUps.visitId, visitId), eq(followUps.kind, 'visit')))
  if (!row) return null
  const { status, dueAt, part, way } = row
  return { dueAt: status === 'due' ? dueAt.toISOString() : null, wish: { part, way } }
}
