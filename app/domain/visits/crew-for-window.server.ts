import { eq } from 'drizzle-orm'
import { crewAreas } from '#db/schema/crews.ts'
import {
  type CrewOnCall,
  readCrews,
  type Span,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import {
  firstStart,
  freeTime,
  reachOfWindow,
  type Window,
} from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { addMinutes } from '#app/platform/time.server.ts'
import { plannedVisits } from './crew-plan.server.ts'

export interface Place {
  crew: CrewOnCall
  span: Span
}

/**
 * The crews that can take a visit in a window, and when, the best first: the one that had it, at home in the area,
 * with the fewest other skills (so that those who can do more stay free), then the earliest.
 */
export async function placesInWindow(
  ctx: Ctx,
  window: Window,
  {
    minutes,
    visitId = 0,
    before = null,
  }: { minutes: number; visitId?: number; before?: number | null },
): Promise<Place[]> {
  const span = { start: window.startsAt, end: window.endsAt }
  const job = { minutes, travel: window.travelMinutes }
  const reach = reachOfWindow(span, job)
  const around = {
    start: addMinutes(reach.start, -window.travelMinutes),
    end: addMinutes(reach.end, window.travelMinutes),
  }
  const serving = await ctx.db
    .select({ id: crewAreas.crewId })
    .from(crewAreas)
    .where(eq(crewAreas.areaId, window.areaId))
  const crews = (
    await readCrews(
      ctx,
      reach,
      serving.map(({ id }) => id),
    )
  ).filter(({ active, skills }) => active && skills.includes(window.skill))
  const planned = await plannedVisits(
    ctx,
    crews.map(({ id }) => id),
    around,
    visitId,
  )
  const places = crews.flatMap((crew) => {
    const working = workingTimeAround(crew, reach)
    const taken = planned.filter(({ crewId }) => crewId === crew.id)
    const start = firstStart(freeTime({ working, planned: taken }, span, job), job)
    return start ? [{ crew, span: { start, end: addMinutes(start, minutes) } }] : []
  })
  const rank = ({ crew, span: { start } }: Place) =>
    [
      crew.id === before ? 0 : 1,
      crew.homeAreaId === window.areaId ? 0 : 1,
      crew.skills.length,
      start.getTime(),
      crew.id,
    ] as const
  return places.sort((a, b) => {
    const other = rank(b)
    return rank(a).reduce((order, value, i) => order || value - other[i]!, 0)
  })
}
