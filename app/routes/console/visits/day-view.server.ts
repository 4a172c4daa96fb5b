import { latestDelay, wayOfDelay, type Visit } from '#app/domain/visits/index.server.ts'
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
  const way = delay && (await wayOfDelay(ctx, visit, delay))
  const noShowFrom =
    visit.status === 'arrived' ? visit.windowStart : coming ? visit.windowEnd : null
  return {
    lastDelay: delay && {
      reason: delay.reason,
      note: delay.note,
      expectedAt: delay.expectedAt.toISOString(),
      toldAt: delay.toldAt.toISOString(),
      way,
    },
    noShow: visit.noShow,
    mayTellLate:
      changes && coming && visit.plannedStart !== null && dayOf(visit.plannedStart) === dayOf(now),
    mayNoShow:
      changes &&
      (visit.status === 'arrived'
        ? visit.windowStart <= now
        : (coming || visit.status === 'proposed') && visit.windowEnd <= now),
    /** On the day itself: from when it can be said that somebody wasn't there. */
    noShowFrom:
      changes && noShowFrom && noShowFrom > now && dayOf(noShowFrom) === dayOf(now)
        ? noShowFrom.toISOString()
        : null,
  }
}
