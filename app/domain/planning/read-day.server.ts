import { type PlanMode } from '#db/vocabulary/planning.ts'
import { type CrewOnCall, without, workingTimeAround } from '#app/domain/crews/index.server.ts'
import {
  baseOf,
  pointOf,
  readGazetteer,
  type Stand,
  type Travel,
  travelBetween,
} from '#app/domain/travel/index.server.ts'
import { visitableTicketStatuses } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings, type Settings } from '#app/platform/settings.server.ts'
import { instantAt } from '#app/platform/time.server.ts'
import type { Day, DayCrew, DayVisit } from './day.ts'
import { type DayRows, readDayRows, type VisitRow } from './day-rows.server.ts'

/** A day to be planned, with the rows it was made from. */
export async function readDay(
  ctx: Ctx,
  { day, mode }: { day: string; mode: PlanMode },
): Promise<{ day: Day; rows: DayRows; source: Travel['source'] }> {
  const [rows, settings, gazetteer] = await Promise.all([
    readDayRows(ctx, day),
    currentSettings(ctx),
    readGazetteer(ctx),
  ])
  const stands: Stand[] = [
    ...rows.visits.map((row) => ({
      point: pointOf(gazetteer, row)?.point ?? null,
      areaId: row.areaId,
    })),
    ...rows.crews.map((crew) => ({
      point: baseOf(gazetteer, crew),
      areaId: crew.homeAreaId,
    })),
  ]
  const travel = await travelBetween(ctx, stands, gazetteer)
  const minute = minutesSince(rows.span.start)
  return {
    rows,
    source: travel.source,
    day: {
      day,
      mode,
      now: minute(ctx.now()),
      callAheadMinutes: settings.callAheadMinutes,
      visits: rows.visits.map((row) => visitOf(row, minute)),
      crews: rows.crews.map((crew) => crewOf(crew, { rows, day, settings, minute })),
      minutes: (from, to) => travel.minutes(from, to),
      km: (from, to) => travel.km(from, to),
    },
  }
}

type Minute = (instant: Date) => number

export const minutesSince =
  (midnight: Date): Minute =>
  (instant) =>
    (instant.getTime() - midnight.getTime()) / 60_000

function visitOf(row: VisitRow, minute: Minute): DayVisit {
  const { crewId, plannedStart, plannedEnd } = row
  const maybe = (instant: Date | null) => (instant ? minute(instant) : null)
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    skill: row.skill,
    areaId: row.areaId,
    minutes: row.durationMinutes,
    window: { from: minute(row.windowStart), to: minute(row.windowEnd) },
    plan:
      crewId !== null && plannedStart && plannedEnd
        ? { crewId, from: minute(plannedStart), to: minute(plannedEnd) }
        : null,
    pinned: row.pinned,
    calledAhead: row.calledAheadAt !== null,
    visitable: visitableTicketStatuses.includes(row.ticketStatus),
    after: row.afterVisitId,
    setOut: maybe(row.setOutAt),
    arrived: maybe(row.arrivedAt),
    started: maybe(row.startedAt),
  }
}

function crewOf(
  crew: CrewOnCall,
  {
    rows: { span },
    day,
    settings: { restHours },
    minute,
  }: { rows: DayRows; day: string; settings: Settings; minute: Minute },
): DayCrew {
  const working = crew.active
    ? workingTimeAround(crew, span).filter(({ start, end }) => start < span.end && end > span.start)
    : []
  const rests = restHours.map(({ from, to }) => ({
    start: instantAt(day, from),
    end: instantAt(day, to),
  }))
  const pieces = (spans: readonly { start: Date; end: Date }[]) =>
    spans.map(({ start, end }) => ({ from: minute(start), to: minute(end) }))
  return {
    id: crew.id,
    active: crew.active,
    skills: crew.skills,
    areaIds: crew.areaIds,
    whole: pieces(working),
    pieces: pieces(without(working, rests)),
  }
}
