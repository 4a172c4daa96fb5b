import { and, desc, eq } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { visitEntries } from '#db/schema/work.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What phones sent of a visit and couldn't be taken, the latest first, for a caller who may see the visit. */
export async function refusedEntries(ctx: Ctx, visitId: number) {
  return ctx.db
    .select({
      id: visitEntries.id,
      kind: visitEntries.kind,
      at: visitEntries.at,
      receivedAt: visitEntries.receivedAt,
      fields: visitEntries.fields,
      refusal: visitEntries.refusal,
      values: visitEntries.refusalValues,
      by: staff.name,
    })
    .from(visitEntries)
    .innerJoin(staff, eq(staff.id, visitEntries.by))
    .where(and(eq(visitEntries.visitId, visitId), eq(visitEntries.outcome, 'refused')))
    .orderBy(desc(visitEntries.id))
}
