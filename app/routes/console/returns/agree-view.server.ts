import type { WholeCase } from '#app/domain/returns/read-case.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import type { AgreeView } from './agreed-visits.tsx'
import { freeWindows } from './free-windows.server.ts'

/** What can be agreed with the customer while it is decided for the first time, or after they disagreed. */
export async function agreeView(
  ctx: Ctx<StaffActor>,
  { case: { status }, ticket: { areaId } }: WholeCase,
): Promise<AgreeView | null> {
  const deciding = status === 'asked' || status === 'appealed'
  const mayBook = may(ctx.actor, 'return:decide') && may(ctx.actor, 'visit:propose')
  if (!deciding || !mayBook || areaId === null) return null
  const [delivery, repair] = await Promise.all(
    (['delivery', 'repair'] as const).map((skill) => freeWindows(ctx, { skill, areaId, days: 14 })),
  )
  return { delivery: delivery!.windows, repair: repair!.windows }
}
