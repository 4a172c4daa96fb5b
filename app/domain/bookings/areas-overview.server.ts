import { and, asc, gte, inArray, lt, sql } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { visits } from '#db/schema/visits.ts'
import { services } from '#db/vocabulary/bookings.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addDays } from '#app/platform/time.server.ts'
import { tableDays } from './capacity-table.server.ts'

/** A day of an area over all its services. */
export interface AreaDay {
  areaId: number
  day: string
  windows: number
  booked: number
  places: number
  /** Windows still to come that are open and have no place left. */
  full: number
  closed: number
  /** Windows somebody was let into beyond their capacity. */
  overbooked: number
  /** Visits that must move (DS-3). */
  stranded: number
  /** The window that most needs a look: where something must move, is overbooked, full or closed; else the first. */
  tightest: number
}

const sum = (each: ReturnType<typeof sql>) => sql<number>`sum(${each})`.mapWith(Number)
const count = (which: ReturnType<typeof sql>) =>
  sql<number>`count(*) filter (where ${which})`.mapWith(Number)

/** BK-1: where it is tight, for every area and day of two weeks; one query along the index by day. */
export async function areasOverview(ctx: Ctx, { from }: { from: string }): Promise<AreaDay[]> {
  authorize(ctx.actor, 'booking:read')
  const moving = ctx.db
    .select({ windowId: visits.windowId, visits: sql<number>`count(*)`.as('moving_visits') })
    .from(visits)
    .where(sql`${visits.stranded}`)
    .groupBy(visits.windowId)
    .as('moving')
  const free = sql`${windows.capacityMinutes} - ${windows.bookedMinutes}`
  const isOver = sql`${windows.overbookedMinutes} > 0`
  const isClosed = sql`${windows.closedAt} is not null`
  const isFull = sql`${windows.closedAt} is null and ${windows.endsAt} > ${ctx.now().toISOString()}
    and ${windows.capacityMinutes} > 0 and ${free} < ${windows.placeMinutes}`
  const places = sql`greatest(0, ${windows.bookedVisits} + floor((${free})::numeric / ${windows.placeMinutes}))`
  return ctx.db
    .select({
      areaId: windows.areaId,
      day: windows.day,
      windows: count(sql`true`),
      booked: sum(sql`${windows.bookedVisits}`),
      places: sum(places),
      full: count(isFull),
      closed: count(isClosed),
      overbooked: count(isOver),
      stranded: sum(sql`coalesce(${moving.visits}, 0)`),
      tightest: sql<number>`(array_agg(${windows.id} order by
        case when ${moving.visits} > 0 then 0 when ${isOver} then 1 when ${isFull} then 2
          when ${isClosed} then 3 else 4 end, ${windows.startsAt}, ${windows.id}))[1]`.mapWith(
        Number,
      ),
    })
    .from(windows)
    .leftJoin(moving, sql`${moving.windowId} = ${windows.id}`)
    .where(
      and(
        gte(windows.day, from),
        lt(windows.day, addDays(from, tableDays)),
        inArray(windows.service, [...services]),
      ),
    )
    .groupBy(windows.areaId, windows.day)
    .orderBy(asc(windows.areaId), asc(windows.day))
}
