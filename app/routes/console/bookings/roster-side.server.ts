import { crewsOfArea } from '#app/domain/bookings/index.server.ts'
import { leavesToDecide } from '#app/domain/crews/read-leaves.server.ts'
import { readRoster } from '#app/domain/crews/read-roster.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { leaveView } from '#app/routes/leave-view.server.ts'
import { rosterView } from './roster/roster-view.server.ts'

/** A week of the crews that go to an area, and the leave that waits to be decided. */
export async function rosterSide(
  ctx: Ctx<StaffActor>,
  { areaId, from }: { areaId: number; from: string },
) {
  const [serving, roster, pending, { leaveHours }] = await Promise.all([
    crewsOfArea(ctx, areaId),
    readRoster(ctx, { from, days: 7 }),
    leavesToDecide(ctx),
    currentSettings(ctx),
  ])
  const { days, crews } = rosterView(roster, dayOf(ctx.now()))
  return {
    days,
    crews: crews.filter(({ id }) => serving.includes(id)),
    pending: pending.map(({ leave, strands }) => ({
      ...leaveView(leave, ctx.now()),
      strands: strands.length,
    })),
    leaveHours,
  }
}
