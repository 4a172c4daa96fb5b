import {
  type CrewOnCall,
  readCrews,
  type Span,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import { baseOf, type Home, pointOf, readGazetteer } from '#app/domain/travel/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { dayOf, spanOfDay } from '#app/platform/time.server.ts'
import { bestGap, type Gap } from './best-gap.server.ts'
import {
  crewOfLastTime,
  type CrewRating,
  loadOfDay,
  ratingsOfCrews,
} from './crew-history.server.ts'
import { goesTo, type Planned, plannedVisits, reachOf, windowAhead } from './crew-plan.server.ts'
import { earliestStart } from './earliest-start.ts'
import type { Visit } from './find-visit.server.ts'
import { waysAround } from './ways-around.server.ts'

export interface FreeCrew extends Gap {
  crew: CrewOnCall
  /** What the crew has that day already. */
  load: { visits: number; minutes: number }
  /** It came to this customer last time. */
  lastTime: boolean
  /** Its home area is the customer's. */
  atHome: boolean
  /** What customers said of its last visits; null when nobody did. */
  rating: CrewRating | null
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
  ticket: { customerId: number } & Home,
): Promise<{ free: FreeCrew[]; busy: BusyCrew[] }> {
  authorize(ctx.actor, 'visit:dispatch')
  const reach = reachOf(visit)
  const ahead = windowAhead(visit, ctx.now())
  const day = dayOf(visit.windowStart)
  const crews = (await readCrews(ctx, reach)).filter((crew) => crew.active)
  const able = crews.filter(
    (crew) => crew.skills.includes(visit.skill) && goesTo(crew, ticket.areaId),
  )
  const ids = able.map((crew) => crew.id)
  const [planned, loads, lastCrewId, ratings, gazetteer] = await Promise.all([
    plannedVisits(ctx, ids, spanOfDay(day), visit.id),
    loadOfDay(ctx, ids, day, visit.id),
    crewOfLastTime(ctx, ticket.customerId, visit.id),
    ratingsOfCrews(ctx, ids),
    readGazetteer(ctx),
  ])
  const home = { point: pointOf(gazetteer, ticket)?.point ?? null, areaId: ticket.areaId }
  const rows = able.map((crew) => ({
    crew,
    taken: planned
      .filter(({ crewId }) => crewId === crew.id)
      .sort((a, b) => a.start.getTime() - b.start.getTime()),
    base: { point: baseOf(gazetteer, crew), areaId: crew.homeAreaId },
  }))
  const ways = await waysAround(ctx, gazetteer, home, rows)
  const free: FreeCrew[] = []
  const busy: BusyCrew[] = crews
    .filter((crew) => !able.includes(crew))
    .map((crew) => ({
      crew,
      why: crew.skills.includes(visit.skill) ? ('area' as const) : ('skill' as const),
      taken: null,
    }))
  rows.forEach(({ crew, taken }, i) => {
    if (ahead.start >= ahead.end) return busy.push({ crew, why: 'window_over', taken: null })
    const working = workingTimeAround(crew, reach)
    const gap = bestGap({ ahead, minutes: visit.durationMinutes, working, taken, ways: ways[i]! })
    if (!gap) return busy.push(whyNot(crew, { visit, ahead, working, taken }))
    return free.push({
      crew,
      ...gap,
      load: loads.get(crew.id) ?? { visits: 0, minutes: 0 },
      lastTime: crew.id === lastCrewId,
      atHome: crew.homeAreaId !== null && crew.homeAreaId === ticket.areaId,
      rating: ratings.get(crew.id) ?? null,
    })
  })
  const cost = (one: FreeCrew) => costOf(one, ahead)
  return {
    free: free.sort((a, b) => cost(a) - cost(b) || a.crew.id - b.crew.id),
    busy: busy.sort((a, b) => order[a.why] - order[b.why]),
  }
}

function whyNot(
  crew: CrewOnCall,
  {
    visit,
    ahead,
    working,
    taken,
  }: { visit: Visit; ahead: Span; working: readonly Span[]; taken: readonly Planned[] },
): BusyCrew {
  const unlessTaken = earliestStart(ahead, visit.durationMinutes, working, [])
  if (!unlessTaken) return { crew, why: 'off_shift', taken: null }
  const inTheWay = taken.find(({ start, end }) => end > ahead.start && start < reachOf(visit).end)
  return { crew, why: 'busy', taken: inTheWay ?? null }
}

const order: Record<BusyCrew['why'], number> = {
  busy: 0,
  off_shift: 1,
  window_over: 2,
  area: 3,
  skill: 4,
}

/**
 * What choosing a crew costs, in minutes: the way it goes round, with the crew the customer knows worth half an hour, one
 * at home there a quarter, a point of rating ten minutes, an hour of work it has already or of waiting six, and a gap
 * that leaves no time for the way as much as it is short of, three times over. Those who can do more than this are kept
 * for what others can't: three minutes a skill.
 */
function costOf(
  { crew, detour, short, load, lastTime, atHome, rating, start }: FreeCrew,
  { start: from }: Span,
): number {
  return (
    detour +
    3 * short +
    load.minutes / 10 +
    (start.getTime() - from.getTime()) / 600_000 -
    (lastTime ? 30 : 0) -
    (atHome ? 15 : 0) -
    10 * ((rating?.mean ?? 4) - 4) +
    3 * (crew.skills.length - 1)
  )
}
