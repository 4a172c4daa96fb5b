import { and, eq } from 'drizzle-orm'
import { signedRecords } from '#db/schema/visits.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** VS-3: whether the customer has signed for a visit's work; then nothing is added to it any more. */
export async function isSigned(ctx: Ctx, visitId: number): Promise<boolean> {
  const [record] = await ctx.db
    .select({ seq: signedRecords.seq })
    .from(signedRecords)
    .where(and(eq(signedRecords.visitId, visitId), eq(signedRecords.kind, 'work')))
  return record !== undefined
}
