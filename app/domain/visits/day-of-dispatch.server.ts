import {
  type CrewOnCall,
  membersOfCrews,
  readCrews,
  type Span,
  workingTime,
} from '#app/domain/crews/index.server.ts'
import {
  baseOf,
  type Gazetteer,
  type Leg,
  type Point,
  pointOf,
  readGazetteer,
  type Stand,
  travelAlong,
} from '#app/domain/travel/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { spanOfDay } from '#app/platform/time.server.ts'
import { type DispatchVisit, visitsOfDay, visitsWithoutCrew } from './dispatch-visits.server.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type Mark, marksOf } from './marks.server.ts'

export interface Where {
  point: Point | null
  /** Not only its district's. */
  exact: boolean
  marks: readonly Mark[]
}

export interface Stop extends Where {
  visit: DispatchVisit
  forecast: Forecast
  /** The way from the stop before it; of the first from where the crew is at home, null when that is unknown. */
  way: Leg | null
}

export interface CrewDay {
  crew: CrewOnCall
  members: string[]
  working: Span[]
  base: Point | null
  stops: Stop[]
}

/** How many visits without a crew one page shows; more are counted. */
const maxUnassigned = 200

/**
 * A day as the dispatcher sees it (DS-2): every crew's visits in order of time with how they will go, and the visits
 * that have no crew: those whose window is over first, then the day's own. Queries are few, whatever the number of
 * crews.
 */
export async function dayOfDispatch(ctx: Ctx, day: string) {
  authorize(ctx.actor, 'visit:read')
  const span = spanOfDay(day)
  const [all, planned, unassigned, gazetteer, settings] = await Promise.all([
    readCrews(ctx, span),
    visitsOfDay(ctx, span),
    visitsWithoutCrew(ctx, span, maxUnassigned),
    readGazetteer(ctx),
    currentSettings(ctx),
  ])
  const shown = unassigned.slice(0, maxUnassigned)
  const [members, marks] = await Promise.all([
    membersOfCrews(
      ctx,
      all.map(({ id }) => id),
    ),
    marksOf(
      ctx,
      [...planned, ...shown].map(({ id }) => id),
    ),
  ])
  const whereOf = (visit: DispatchVisit): Where => {
    const at = pointOf(gazetteer, visit)
    return {
      point: at?.point ?? null,
      exact: at?.exact ?? false,
      marks: marks.get(visit.id) ?? [],
    }
  }
  const rows = all
    .map((crew) => ({ crew, visits: planned.filter(({ crewId }) => crewId === crew.id) }))
    .filter(({ crew, visits }) => crew.active || visits.length > 0)
  const ways = await waysOf(ctx, gazetteer, rows)
  const days = rows.map(({ crew, visits }, i): CrewDay => {
    const forecasts = forecast(
      visits,
      // Before the first stop the crew may have been on its way: its shift is when the day begins.
      ways[i]!.map((way, k) => (k === 0 ? 0 : (way?.minutes ?? 0))),
      ctx.now(),
      settings,
    )
    return {
      crew,
      members: members.get(crew.id) ?? [],
      working: crew.active ? workingTime(crew, day) : [],
      base: baseOf(gazetteer, crew),
      stops: visits.map((visit, k) => ({
        visit,
        forecast: forecasts[k]!,
        way: ways[i]![k]!,
        ...whereOf(visit),
      })),
    }
  })
  const away = ({ working, stops }: CrewDay) => working.length === 0 && stops.length === 0
  return {
    span,
    gazetteer,
    settings,
    onShift: days.filter((one) => !away(one)),
    offShift: days.filter(away),
    unassigned: shown.map((visit) => ({ visit, ...whereOf(visit) })),
    moreUnassigned: unassigned.length > maxUnassigned,
  }
}

async function waysOf(
  ctx: Ctx,
  gazetteer: Gazetteer,
  rows: readonly { crew: CrewOnCall; visits: readonly DispatchVisit[] }[],
): Promise<(Leg | null)[][]> {
  const chains = rows.map(({ crew, visits }): Stand[] => [
    { point: baseOf(gazetteer, crew), areaId: crew.homeAreaId },
    ...visits.map((visit) => ({
      point: pointOf(gazetteer, visit)?.point ?? null,
      areaId: visit.areaId,
    })),
  ])
  const legs = await travelAlong(ctx, chains, gazetteer)
  return legs.map((chain, i) =>
    chain.map((leg, k) => (k === 0 && chains[i]![0]!.point === null ? null : leg)),
  )
}
