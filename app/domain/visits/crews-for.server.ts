import { type CrewOnCall, readCrews, workingTimeAround } from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { goesTo, type Planned, plannedVisits, reachOf, windowAhead } from './crew-plan.server.ts'
import { earliestStart } from './earliest-start.ts'
import type { Visit } from './find-visit.server.ts'

type Asked = Pick<Visit, 'id' | 'skill' | 'durationMinutes' | 'windowStart' | 'windowEnd'> & {
  areaId: number | null
}

export interface CrewFor {
  crew: CrewOnCall
  start: Date
}

/**
 * For each of several visits the crews that could take it within its own window: those at home there first, then
 * those with the lighter day. A few queries, however many visits.
 */
export async function crewsFor(ctx: Ctx, asked: readonly Asked[]): Promise<Map<number, CrewFor[]>> {
  authorize(ctx.actor, 'visit:read')
  if (asked.length === 0) return new Map()
  const reaches = asked.map(reachOf)
  const span = {
    start: new Date(Math.min(...reaches.map(({ start }) => start.getTime()))),
    end: new Date(Math.max(...reaches.map(({ end }) => end.getTime()))),
  }
  const crews = (await readCrews(ctx, span)).filter(({ active }) => active)
  const ids = crews.map(({ id }) => id)
  const planned = new Map<number, Planned[]>(ids.map((id) => [id, []]))
  for (const one of await plannedVisits(ctx, ids, span, 0)) planned.get(one.crewId)?.push(one)

  const free = (visit: Asked): CrewFor[] => {
    const ahead = windowAhead(visit, ctx.now())
    if (ahead.start >= ahead.end) return []
    return crews
      .filter((crew) => crew.skills.includes(visit.skill) && goesTo(crew, visit.areaId))
      .map((crew) => {
        const taken = planned.get(crew.id)!.filter(({ visitId }) => visitId !== visit.id)
        const working = workingTimeAround(crew, reachOf(visit))
        const start = earliestStart(ahead, visit.durationMinutes, working, taken)
        const day = dayOf(visit.windowStart)
        const load = taken.filter((one) => dayOf(one.start) === day).length
        return { crew, start, load, home: crew.homeAreaId === visit.areaId }
      })
      .filter((one): one is typeof one & CrewFor => one.start !== null)
      .sort(
        (a, b) =>
          Number(b.home) - Number(a.home) ||
          a.load - b.load ||
          a.start.getTime() - b.start.getTime() ||
          a.crew.id - b.crew.id,
      )
      .map(({ crew, start }) => ({ crew, start }))
  }
  return new Map(asked.map((visit) => [visit.id, free(visit)]))
}
