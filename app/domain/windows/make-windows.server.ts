import { and, gt, inArray, isNull, notExists, eq, sql } from 'drizzle-orm'
import { services, windows } from '#db/schema/bookings.ts'
import { crewAreas, crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { currentSettings, type Settings } from '#app/platform/settings.server.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.server.ts'
import { daysAhead, lockDays } from './lock-days.server.ts'
import { refreshWindows } from './refresh-windows.server.ts'

/**
 * Makes the windows of every day ahead that aren't there yet, takes away the empty ones that no longer fit their
 * service's hours, and counts them all again (BK-1). Each day is a transaction of its own, so that nobody who books
 * waits long; running it twice changes nothing.
 */
export async function makeWindows(ctx: Ctx): Promise<void> {
  const { bookingDays } = await currentSettings(ctx)
  const today = dayOf(ctx.now())
  for (let i = 0; i <= bookingDays; i++) {
    await inTransaction(ctx, (tx) => makeWindowsOf(tx, [addDays(today, i)]))
  }
}

/** The same for the days given, in the transaction of a change that needs it. */
export async function makeWindowsOf(tx: Tx, days?: readonly string[]): Promise<void> {
  const wanted = days ?? (await daysAhead(tx))
  await lockDays(tx, wanted)
  const settings = await currentSettings(tx)
  const offered = await tx.db.select().from(services)
  const places = await tx.db
    .selectDistinct({ areaId: crewAreas.areaId, skill: sql<string>`unnest(${crews.skills})` })
    .from(crewAreas)
    .innerJoin(crews, eq(crews.id, crewAreas.crewId))
    .where(eq(crews.active, true))
  const rows = wanted.flatMap((day) =>
    offered.flatMap((service) => {
      const spans = spansOf(day, service.hours, settings)
      return places
        .filter(({ skill }) => skill === service.skill)
        .flatMap(({ areaId }) =>
          spans.map(({ start, end }) => ({
            area_id: areaId,
            service: service.key,
            day,
            starts_at: start,
            ends_at: end,
            place_minutes: service.durationMinutes,
          })),
        )
    }),
  )
  await dropUnfit(tx, wanted, offered, settings)
  await tx.db.execute(sql`
    insert into windows (area_id, service, day, starts_at, ends_at, place_minutes)
    select area_id, service, day, starts_at, ends_at, place_minutes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as made (area_id bigint, service text, day date, starts_at timestamptz, ends_at timestamptz, place_minutes int)
    on conflict do nothing`)
  await refreshWindows(tx, { days: wanted })
}

/** The hours of a service on a day as instants, without those that touch rest hours (BK-7). */
function spansOf(
  day: string,
  hours: readonly { from: string; to: string }[],
  { restHours }: Pick<Settings, 'restHours'>,
) {
  return hours
    .filter(({ from, to }) => !restHours.some((rest) => from < rest.to && rest.from < to))
    .map(({ from, to }) => ({ start: instantAt(day, from), end: instantAt(day, to) }))
    .filter(({ start, end }) => start < end)
}

/** Windows still to come that nobody booked or closed and whose hours are no longer offered. */
async function dropUnfit(
  tx: Tx,
  days: readonly string[],
  offered: readonly (typeof services.$inferSelect)[],
  settings: Settings,
): Promise<void> {
  const empty = await tx.db
    .select({
      id: windows.id,
      service: windows.service,
      day: windows.day,
      start: windows.startsAt,
      end: windows.endsAt,
    })
    .from(windows)
    .where(
      and(
        inArray(windows.day, [...days]),
        gt(windows.startsAt, tx.now()),
        isNull(windows.closedAt),
        notExists(
          tx.db
            .select({ one: sql`1` })
            .from(visits)
            .where(eq(visits.windowId, windows.id)),
        ),
      ),
    )
  const fits = new Map(
    offered.flatMap(({ key, hours }) =>
      days.flatMap((day) =>
        spansOf(day, hours, settings).map(({ start, end }) => [`${key} ${+start} ${+end}`, true]),
      ),
    ),
  )
  const unfit = empty.filter(({ service, start, end }) => !fits.has(`${service} ${+start} ${+end}`))
  if (unfit.length === 0) return
  await tx.db.delete(windows).where(
    inArray(
      windows.id,
      unfit.map(({ id }) => id),
    ),
  )
}
