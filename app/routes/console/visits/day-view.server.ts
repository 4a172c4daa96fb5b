import { latestDelay, type Visit } from '#app/domain/visits/index.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { may } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'

/** What the day of a visit may bring (DS-4): that its crew comes later, or that somebody isn't there. */
export async function dayView(ctx: Ctx<StaffActor>, visit: Visit) {
  const now = ctx.now()
  const changes = may(ctx.actor, 'visit:change')
  const coming = visit.status === 'confirmed' || visit.status === 'on_the_way'
  const delay = await latestDelay(ctx, visit)
  return {
    lastDelay: delay && {
      reason: delay.reason,
      note: delay.note,
      expectedAt: delay.expectedAt.toISOString(),
      toldAt: delay.toldAt.toISOString(),
    },
    noShow: visit.noShow,
    mayTellLate:
      changes && coming && visit.plannedStart !== null && dayOf(visit.plannedStart) === dayOf(now),
    mayNoShow:
      changes &&
      (visit.status === 'arrived'
        ? visit.windowStart <= now
        : (coming || visit.status === 'proposed') && visit.windowEnd <= now),
  }
}
