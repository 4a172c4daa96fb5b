import { aliasedTable, and, asc, eq, gt, gte, inArray, lt, ne } from 'drizzle-orm'
import { staff } from '#db/schema/accounts.ts'
import { services, windows } from '#db/schema/bookings.ts'
import { crews } from '#db/schema/crews.ts'
import { areas } from '#db/schema/stores.ts'
import { tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { readCrews, type Span, workingTimeAround } from '#app/domain/crews/index.server.ts'
import {
  firstStart,
  freeTime,
  nearestWindows,
  placesIn,
  reachOfWindow,
} from '#app/domain/windows/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addHours } from '#app/platform/time.server.ts'
import { placesOf } from './places.ts'

/** A window with who goes there, who could still go, and where else there is room (BK-1). */
export async function windowDetail(ctx: Ctx, id: number) {
  authorize(ctx.actor, 'booking:read')
  const [row] = await ctx.db
    .select({
      window: windows,
      skill: services.skill,
      travel: services.travelMinutes,
      areaZh: areas.nameZh,
      areaEn: areas.nameEn,
      closedBy: staff.name,
    })
    .from(windows)
    .innerJoin(services, eq(services.key, windows.service))
    .innerJoin(areas, eq(areas.id, windows.areaId))
    .leftJoin(staff, eq(staff.id, windows.closedBy))
    .where(eq(windows.id, id))
  if (!row) throw notFound()
  const { window, ...more } = row
  const span = { start: window.startsAt, end: window.endsAt }
  const asked = { areaId: window.areaId, service: window.service, start: span.start }
  const [booked, crewsOn, nearest] = await Promise.all([
    visitsOfWindow(ctx, id),
    crewsOfWindow(ctx, span, {
      areaId: window.areaId,
      skill: more.skill,
      minutes: window.placeMinutes,
      travel: more.travel,
    }),
    nearestWindows(ctx, asked, 4),
  ])
  return {
    id,
    service: window.service,
    areaId: window.areaId,
    areaZh: more.areaZh,
    areaEn: more.areaEn,
    day: window.day,
    ...span,
    ...placesOf(window),
    overbooked: booked.filter(({ overbookedBy }) => overbookedBy !== null).length,
    closedAt: window.closedAt,
    closedBy: more.closedBy,
    closeReason: window.closeReason,
    visits: booked,
    free: crewsOn.filter((crew): crew is typeof crew & { start: Date } => crew.start !== null),
    /** Whether any crew works then at all, wherever it is taken. */
    worked: crewsOn.some(({ works }) => works),
    nearest: nearest
      .filter((one) => one.id !== id)
      .slice(0, 3)
      .sort((a, b) => a.start.getTime() - b.start.getTime()),
  }
}
export type WindowDetail = Awaited<ReturnType<typeof windowDetail>>

const allowing = aliasedTable(staff, 'allowing')

function visitsOfWindow(ctx: Ctx, id: number) {
  return ctx.db
    .select({
      id: visits.id,
      status: visits.status,
      work: visits.work,
      start: visits.plannedStart,
      end: visits.plannedEnd,
      stranded: visits.stranded,
      urgent: visits.urgent,
      crewId: visits.crewId,
      crewZh: crews.nameZh,
      crewEn: crews.nameEn,
      number: tickets.number,
      name: tickets.name,
      overbookedBy: allowing.name,
      overbookReason: visits.overbookReason,
    })
    .from(visits)
    .innerJoin(tickets, eq(tickets.id, visits.ticketId))
    .leftJoin(crews, eq(crews.id, visits.crewId))
    .leftJoin(allowing, eq(allowing.id, visits.overbookedBy))
    .where(and(eq(visits.windowId, id), ne(visits.status, 'cancelled')))
    .orderBy(asc(visits.plannedStart), asc(visits.id))
}

/** The crews that can do such a visit there, with the time they still have; those with the most room first. */
async function crewsOfWindow(
  ctx: Ctx,
  window: Span,
  job: { areaId: number; skill: string; minutes: number; travel: number },
) {
  const reach = reachOfWindow(window, job)
  if (reach.end <= ctx.now()) return []
  const able = (await readCrews(ctx, reach)).filter(
    ({ active, skills, areaIds }) =>
      active && skills.includes(job.skill) && areaIds.includes(job.areaId),
  )
  const planned = await plannedOf(
    ctx,
    able.map(({ id }) => id),
    reach,
  )
  return able
    .map((crew) => {
      const own = planned.filter(({ crewId }) => crewId === crew.id)
      const working = workingTimeAround(crew, reach)
      const left = freeTime({ working, planned: own }, window, job)
      const all = freeTime({ working, planned: [] }, window, job)
      return {
        id: crew.id,
        nameZh: crew.nameZh,
        nameEn: crew.nameEn,
        places: placesIn(left, job),
        start: firstStart(left, job),
        works: firstStart(all, job) !== null,
      }
    })
    .sort((a, b) => b.places - a.places || a.id - b.id)
}

async function plannedOf(ctx: Ctx, ids: number[], span: Span) {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .select({ crewId: visits.crewId, start: visits.plannedStart, end: visits.plannedEnd })
    .from(visits)
    .where(
      and(
        inArray(visits.crewId, ids),
        ne(visits.status, 'cancelled'),
        // No plan is longer than twelve hours; travel is kept around each.
        gte(visits.plannedStart, addHours(span.start, -16)),
        lt(visits.plannedStart, addHours(span.end, 4)),
        gt(visits.plannedEnd, addHours(span.start, -4)),
      ),
    )
  return rows.map(({ crewId, start, end }) => ({ crewId, start: start!, end: end! }))
}
