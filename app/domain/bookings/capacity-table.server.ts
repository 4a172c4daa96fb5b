import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { visits } from '#db/schema/visits.ts'
import { services } from '#db/vocabulary/bookings.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize } from '#app/platform/permissions.ts'
import { addDays, instantAt } from '#app/platform/time.server.ts'
import { type Places, placesOf } from './places.ts'
import { workedWindows } from './worked-windows.server.ts'

/** How many days the table shows at once. */
export const tableDays = 14

export interface TableWindow extends Places {
  id: number
  service: (typeof services)[number]
  day: string
  start: Date
  end: Date
  closed: boolean
  /** Some crew of the area works then, though all may be taken elsewhere. */
  worked: boolean
  /** Let in beyond the capacity. */
  overbooked: number
  /** Visits that must move (DS-3). */
  stranded: number
}

/** The query of the table: one area's windows of some days, by key of their index. */
export function windowsOfArea(ctx: Ctx, { areaId, from }: { areaId: number; from: string }) {
  return ctx.db
    .select({
      id: windows.id,
      service: windows.service,
      day: windows.day,
      start: windows.startsAt,
      end: windows.endsAt,
      placeMinutes: windows.placeMinutes,
      capacityMinutes: windows.capacityMinutes,
      bookedMinutes: windows.bookedMinutes,
      heldMinutes: windows.heldMinutes,
      overbookedMinutes: windows.overbookedMinutes,
      bookedVisits: windows.bookedVisits,
      closedAt: windows.closedAt,
      overbooked: sql<number>`of_window.overbooked`.mapWith(Number),
      stranded: sql<number>`of_window.stranded`.mapWith(Number),
    })
    .from(windows)
    .crossJoin(
      sql`lateral (
        select count(*) filter (where ${visits.overbookedBy} is not null) as overbooked,
          count(*) filter (where ${visits.stranded}) as stranded
        from ${visits}
        where ${visits.windowId} = ${windows.id} and ${visits.status} <> 'cancelled'
      ) of_window`,
    )
    .where(
      and(
        eq(windows.areaId, areaId),
        inArray(windows.service, [...services]),
        gte(windows.startsAt, instantAt(from, '00:00')),
        lt(windows.startsAt, instantAt(addDays(from, tableDays), '00:00')),
      ),
    )
    .orderBy(asc(windows.service), asc(windows.startsAt))
}

/** BK-1: what is booked and what is free in an area, window by window, for two weeks. */
export async function capacityTable(
  ctx: Ctx,
  wanted: { areaId: number; from: string },
): Promise<TableWindow[]> {
  authorize(ctx.actor, 'booking:read')
  const rows = await windowsOfArea(ctx, wanted)
  const worked = await workedOf(ctx, wanted, rows)
  return rows.map(
    ({ id, service, day, start, end, closedAt, overbooked, stranded, ...counted }) => ({
      id,
      service,
      day,
      start,
      end,
      closed: closedAt !== null,
      worked: worked.has(id),
      overbooked,
      stranded,
      ...placesOf(counted),
    }),
  )
}

/** Where nobody is left it is asked whether somebody is at work at all. */
async function workedOf(
  ctx: Ctx,
  { areaId }: { areaId: number },
  rows: Awaited<ReturnType<typeof windowsOfArea>>,
): Promise<Set<number>> {
  const empty = rows.filter((row) => placesOf(row).places === 0)
  const worked = new Set(rows.filter((row) => placesOf(row).places > 0).map(({ id }) => id))
  for (const service of services) {
    const asked = empty.flatMap(({ id, day, start, end, service: own }) =>
      own === service ? { id, day, startsAt: start, endsAt: end } : [],
    )
    for (const id of await workedWindows(ctx, { service, areaId }, asked)) worked.add(id)
  }
  return worked
}
