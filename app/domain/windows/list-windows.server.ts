import { and, asc, eq, gte, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { services, windows } from '#db/schema/bookings.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { isDay, spanOfDay } from '#app/platform/time.server.ts'
import { bookableSpan } from './bookable.server.ts'

/** A window that customers may book. */
export interface FreeWindow {
  id: number
  service: Service
  areaId: number
  /** Civil date. */
  day: string
  start: Date
  end: Date
  /** Minutes of work that may still be booked online. */
  minutesLeft: number
  /** The same in visits of the service's usual length. */
  places: number
}

const minutesLeft = sql<number>`${windows.capacityMinutes} - ${windows.bookedMinutes} - ${windows.heldMinutes}`

const shown = {
  id: windows.id,
  service: windows.service,
  areaId: windows.areaId,
  day: windows.day,
  start: windows.startsAt,
  end: windows.endsAt,
  minutesLeft: minutesLeft.as('minutes_left'),
  places: sql<number>`(${minutesLeft}) / ${windows.placeMinutes}`.as('places'),
}

interface Asked {
  service: Service
  areaId: number
  /** Civil dates, both included; left out, all there is. */
  from?: string | undefined
  to?: string | undefined
}

/** The free windows of an area for a service, in order of time (BK-1): one walk along one index. */
export async function listWindows(ctx: Ctx, asked: Asked): Promise<FreeWindow[]> {
  return ctx.db
    .select(shown)
    .from(windows)
    .innerJoin(services, eq(services.key, windows.service))
    .where(await bookable(ctx, asked))
    .orderBy(asc(windows.startsAt))
}

/** The free windows nearest to a time, the nearest first. */
export async function nearestWindows(
  ctx: Ctx,
  { start, ...asked }: Asked & { start: Date },
  count = 3,
): Promise<FreeWindow[]> {
  return ctx.db
    .select(shown)
    .from(windows)
    .innerJoin(services, eq(services.key, windows.service))
    .where(await bookable(ctx, asked))
    .orderBy(
      sql`abs(extract(epoch from ${windows.startsAt} - ${start.toISOString()}::timestamptz))`,
      asc(windows.startsAt),
    )
    .limit(count)
}

async function bookable(ctx: Ctx, { service, areaId, from, to }: Asked): Promise<SQL | undefined> {
  const span = bookableSpan(service, ctx.now(), await currentSettings(ctx))
  const start = from && isDay(from) && from > span.from ? spanOfDay(from).start : span.start
  const end = to && isDay(to) && to < span.to ? spanOfDay(to).end : span.end
  return and(
    eq(windows.areaId, areaId),
    eq(windows.service, service),
    gte(windows.startsAt, start),
    lt(windows.startsAt, end),
    isNull(windows.closedAt),
    eq(services.online, true),
    sql`${minutesLeft} >= ${windows.placeMinutes}`,
  )
}
