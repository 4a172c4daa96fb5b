import {
  type CrewOnCall,
  readCrews,
  type Span,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf } from '#app/platform/time.server.ts'
import { crewOfLastTime, loadOfDay } from './crew-history.server.ts'
import { goesTo, plannedVisits, reachOf, windowAhead } from './crew-plan.server.ts'
import { earliestStart } from './earliest-start.ts'
import type { Visit } from './find-visit.server.ts'

export interface FreeCrew {
  crew: CrewOnCall
  start: Date
  /** What the crew has that day already. */
  load: { visits: number; minutes: number }
  /** It came to this customer last time. */
  lastTime: boolean
  /** Its home area is the customer's. */
  atHome: boolean
}

export interface BusyCrew {
  crew: CrewOnCall
  why: 'skill' | 'area' | 'off_shift' | 'busy' | 'window_over'
  /** What keeps it busy. */
  taken: Span | null
}

/**
 * Who can take a visit and when, the best first, and who can't and why (DS-1). Crews no longer in use are left out.
 * The number of queries doesn't grow with the crews.
 */
export async function freeCrews(
  ctx: Ctx,
  visit: Visit,
  ticket: { customerId: number; areaId: number | null },
): Promise<{ free: FreeCrew[]; busy: BusyCrew[] }> {
  authorize(ctx.actor, 'visit:dispatch')
  const reach = reachOf(visit)
  const ahead = windowAhead(visit, ctx.now())
  const crews = (await readCrews(ctx, reach)).filter((crew) => crew.active)
  const ids = crews.map((crew) => crew.id)
  const planned = groupByCrew(await plannedVisits(ctx, ids, reach, visit.id))
  const loads = await loadOfDay(ctx, ids, dayOf(visit.windowStart), visit.id)
  const lastCrewId = await crewOfLastTime(ctx, ticket.customerId, visit.id)
  const free: FreeCrew[] = []
  const busy: BusyCrew[] = []
  for (const crew of crews) {
    const working = workingTimeAround(crew, reach)
    const taken = planned.get(crew.id) ?? []
    const start = earliestStart(ahead, visit.durationMinutes, working, taken)
    if (!crew.skills.includes(visit.skill)) busy.push({ crew, why: 'skill', taken: null })
    else if (!goesTo(crew, ticket.areaId)) busy.push({ crew, why: 'area', taken: null })
    else if (ahead.start >= ahead.end) busy.push({ crew, why: 'window_over', taken: null })
    else if (start) {
      free.push({
        crew,
        start,
        load: loads.get(crew.id) ?? { visits: 0, minutes: 0 },
        lastTime: crew.id === lastCrewId,
        atHome: crew.homeAreaId !== null && crew.homeAreaId === ticket.areaId,
      })
    } else if (earliestStart(ahead, visit.durationMinutes, working, [])) {
      const [first] = taken.sort((a, b) => a.start.getTime() - b.start.getTime())
      busy.push({ crew, why: 'busy', taken: first ?? null })
    } else busy.push({ crew, why: 'off_shift', taken: null })
  }
  return { free: free.sort(bestFirst), busy: busy.sort((a, b) => order[a.why] - order[b.why]) }
}

const order: Record<BusyCrew['why'], number> = {
  busy: 0,
  off_shift: 1,
  window_over: 2,
  area: 3,
  skill: 4,
}

/** The same crew as last time, then at home there, then the lighter day, then the earlier start. */
function bestFirst(a: FreeCrew, b: FreeCrew): number {
  return (
    Number(b.lastTime) - Number(a.lastTime) ||
    Number(b.atHome) - Number(a.atHome) ||
    a.load.minutes - b.load.minutes ||
    a.start.getTime() - b.start.getTime() ||
    a.crew.id - b.crew.id
  )
}

function groupByCrew<T extends { crewId: number }>(rows: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) groups.set(row.crewId, [...(groups.get(row.crewId) ?? []), row])
  return groups
}
