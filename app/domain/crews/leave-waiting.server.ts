import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import { leaves } from '#db/schema/crews.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { addHours } from '#app/platform/time.server.ts'
import { ownLeave } from './find-leave.server.ts'

/** How much leave waits for this colleague to decide it (DS-3); `null` for whoever decides none. */
export async function countLeavesToDecide(ctx: Ctx<StaffActor>): Promise<number | null> {
  const late = may(ctx.actor, 'leave:decide-late')
  if (!late && !may(ctx.actor, 'leave:decide')) return null
  const { leaveHours } = await currentSettings(ctx)
  const inTime = sql`${leaves.startsAt} - ${leaves.askedAt} >= make_interval(hours => ${leaveHours})`
  return ctx.db.$count(
    leaves,
    and(
      eq(leaves.status, sql.raw(`'asked'`)),
      gt(leaves.endsAt, ctx.now()),
      late ? undefined : inTime,
    ),
  )
}

/** How long an answer is news on the phone of whoever asked. */
const newsHours = 48

/** A member's leave to come that was lately approved or refused, the latest answer first. */
export async function leaveAnswered(ctx: Ctx<StaffActor>) {
  const now = ctx.now()
  return ctx.db
    .select({
      id: leaves.id,
      status: leaves.status,
      startsAt: leaves.startsAt,
      endsAt: leaves.endsAt,
    })
    .from(leaves)
    .where(
      and(
        ownLeave(ctx.actor),
        inArray(leaves.status, ['approved', 'refused']),
        gt(leaves.endsAt, now),
        gt(leaves.decidedAt, addHours(now, -newsHours)),
        ne(leaves.decidedBy, ctx.actor.id),
      ),
    )
    .orderBy(desc(leaves.decidedAt))
    .limit(3)
}
