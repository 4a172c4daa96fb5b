import { and, eq, isNull, sql } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import type { Ctx, Tx } from '#app/platform/context.server.ts'
import { refused } from '#app/platform/errors.ts'
import { findWindow, type Window } from './find-window.server.ts'

/** A window that was closed or filled meanwhile; the page shows the nearest free ones. */
export const windowGone = () => refused('windowGone')

interface Wanted {
  /** Minutes of work; the service's usual ones when left out. */
  minutes?: number | undefined
  /** May take what is held back for urgent repairs. */
  urgent?: boolean | undefined
}

/**
 * Takes minutes from a window's counter if it has them (BK-2): the guard and the count are one statement. The caller
 * holds the window's day.
 * @throws DomainError conflict `windowGone`
 */
export async function takeWindow(
  tx: Tx,
  id: number,
  { minutes, urgent = false }: Wanted,
): Promise<Window & { minutes: number }> {
  const wanted = minutes === undefined ? sql`${windows.placeMinutes}` : sql`${minutes}::int`
  const held = urgent ? sql`0` : sql`${windows.heldMinutes}`
  const [taken] = await tx.db
    .update(windows)
    .set({
      bookedMinutes: sql`${windows.bookedMinutes} + ${wanted}`,
      bookedVisits: sql`${windows.bookedVisits} + 1`,
    })
    .where(
      and(
        eq(windows.id, id),
        isNull(windows.closedAt),
        sql`${windows.bookedMinutes} + ${wanted} <= ${windows.capacityMinutes} - ${held}`,
      ),
    )
    .returning({ minutes: sql<number>`${wanted}`.mapWith(Number) })
  const window = taken && (await findWindow(tx, id))
  if (!window) throw windowGone()
  return { ...window, minutes: taken.minutes }
}

/** A look without a lock, so that who comes too late is told at once. */
export async function hasRoom(ctx: Ctx, id: number, { minutes, urgent }: Wanted = {}) {
  const window = await findWindow(ctx, id)
  if (!window || window.closedAt) return false
  const { capacityMinutes, bookedMinutes, heldMinutes, placeMinutes } = window
  const left = capacityMinutes - bookedMinutes - (urgent ? 0 : heldMinutes)
  return left >= (minutes ?? placeMinutes)
}
