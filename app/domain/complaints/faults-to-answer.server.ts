import { and, count, eq, gt, isNull } from 'drizzle-orm'
import { faults } from '#db/schema/complaints.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** CP-2: to how many faults put to this colleague their answer is still awaited. */
export async function faultsToAnswer(ctx: Ctx<StaffActor>): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(faults)
    .where(
      and(
        eq(faults.staffId, ctx.actor.id),
        isNull(faults.answeredAt),
        isNull(faults.decidedAt),
        gt(faults.answerBy, ctx.now()),
      ),
    )
  return row!.n
}
