import type { DispatchStop, DispatchVisit, Where } from '#app/domain/visits/index.server.ts'
import type { dayOfDispatch } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Day = Awaited<ReturnType<typeof dayOfDispatch>>
const iso = (at: Date | null) => at?.toISOString() ?? null

/** The dispatcher's day as plain facts for the page, in the reader's language where the business has two names. */
export function boardView(day: Day, { locale, now }: Pick<Ctx, 'locale' | 'now'>) {
  const en = locale === 'en'
  const areaName = (id: number | null) => {
    const area = day.gazetteer.areas.get(id ?? -1)
    return area ? (en ? area.nameEn : area.nameZh) : ''
  }
  const fixed = new Set(['on_the_way', 'arrived', 'working', 'finished'])
  const visit = (
    row: DispatchVisit,
    { point, exact, marks }: Where,
    stop: DispatchStop | null,
  ) => ({
    id: row.id,
    version: row.version,
    status: row.status,
    skill: row.skill,
    severity: row.severity,
    name: row.name,
    work: row.work,
    product: row.product,
    address: row.address,
    number: row.number,
    areaId: row.areaId,
    areaName: areaName(row.areaId),
    windowStart: row.windowStart.toISOString(),
    windowEnd: row.windowEnd.toISOString(),
    /** Nobody can begin within the window any more. */
    windowOver: row.windowEnd <= now(),
    minutes: row.durationMinutes,
    crewId: row.crewId,
    start: iso(row.plannedStart),
    end: iso(row.plannedEnd),
    pinned: row.pinned,
    stranded: row.stranded,
    overbooked: row.overbooked,
    urgent: row.urgent,
    linked: row.afterVisitId !== null,
    marks: marks.map(({ kind, note }) => ({ kind, note })),
    delay: stop?.forecast.delay ?? ('none' as const),
    expected: iso(stop?.forecast.start ?? null),
    expectedEnd: iso(stop?.forecast.end ?? null),
    lateMinutes: stop?.forecast.minutes ?? 0,
    /** When its crew said it would be there, while it isn't (DS-4). */
    told: row.arrivedAt ? null : iso(row.expectedAt),
    resting: row.rests.some(([, to]) => to === null),
    /** Minutes on the way from the stop before, or from where the crew is at home. */
    way: stop?.way?.minutes ?? null,
    /** Nobody has set out for it. */
    movable: !fixed.has(row.status),
    point,
    exact,
  })
  return {
    unassigned: day.unassigned.map(({ visit: row, ...where }) => visit(row, where, null)),
    more: day.moreUnassigned,
    off: day.offShift.map(({ crew }) => (en ? crew.nameEn : crew.nameZh)),
    areas: [...day.gazetteer.areas.values()].map(({ id, nameEn, nameZh }) => ({
      id,
      name: en ? nameEn : nameZh,
    })),
    restHours: day.settings.restHours,
    crews: day.onShift.map(({ crew, members, working, base, stops }) => ({
      id: crew.id,
      name: en ? crew.nameEn : crew.nameZh,
      members,
      skills: crew.skills,
      active: crew.active,
      homeAreaId: crew.homeAreaId,
      areaIds: crew.areaIds,
      working: working.map(({ start, end }) => ({
        start: start.toISOString(),
        end: end.toISOString(),
      })),
      base,
      loadMinutes: stops.reduce((sum, stop) => sum + stop.visit.durationMinutes, 0),
      travelMinutes: stops.reduce((sum, stop) => sum + (stop.way?.minutes ?? 0), 0),
      travelKm: stops.reduce((sum, stop) => sum + (stop.way?.km ?? 0), 0),
      visits: stops.map((stop) => visit(stop.visit, stop, stop)),
    })),
  }
}

export type BoardView = ReturnType<typeof boardView>
export type BoardCrew = BoardView['crews'][number]
export type BoardVisit = BoardView['unassigned'][number]
