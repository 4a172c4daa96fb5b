import { and, asc, eq, gt, gte, isNull } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { tickets } from '#db/schema/tickets.ts'
import type { Service } from '#db/vocabulary/bookings.ts'
import { gateOfVisit } from '#app/domain/consequences/index.server.ts'
import type { Visit } from '#app/domain/visits/index.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { authorize, may } from '#app/platform/permissions.ts'

import { workedWindows } from './worked-windows.server.ts'
import { isUrgent } from './book-on-ticket.server.ts'
import { windowsFor } from './visit-of-customer.server.ts'

export interface DeskWindow {
  id: number
  day: string
  start: string
  end: string
  /** Places that are left, with those held back when the matter is urgent. */
  places: number
  /** Of those, the ones held back for urgent repairs. */
  held: number
  /** Nothing is left: only a manager may let one in. */
  full: boolean
}

/**
 * The windows the desk may book, nearest first: those with room for so many minutes, on the first days that have any.
 * Who may overbook sees the full ones of those days too, but for those that no crew works.
 * @param asked `days`: of how many days; `from`: only windows that begin then or later
 */
export async function deskWindows(
  ctx: Ctx,
  asked: {
    service: Service
    areaId: number
    minutes: number
    urgent: boolean
    days: number
    from?: Date | null
  },
): Promise<{ windows: DeskWindow[]; more: boolean }> {
  authorize(ctx.actor, 'visit:read')
  const overbooks = may(ctx.actor, 'booking:overbook')
  const { from = null } = asked
  const rows = await ctx.db
    .select()
    .from(windows)
    .where(
      and(
        eq(windows.areaId, asked.areaId),
        eq(windows.service, asked.service),
        gt(windows.startsAt, ctx.now()),
        from ? gte(windows.startsAt, from) : undefined,
        isNull(windows.closedAt),
      ),
    )
    .orderBy(asc(windows.startsAt))
    .limit(1000)
  const all = rows.map((row): DeskWindow => {
    const held = asked.urgent ? row.heldMinutes : 0
    const left = row.capacityMinutes - row.bookedMinutes - row.heldMinutes + held
    return {
      id: row.id,
      day: row.day,
      start: row.startsAt.toISOString(),
      end: row.endsAt.toISOString(),
      places: Math.max(0, Math.floor(left / row.placeMinutes)),
      held: Math.floor(held / row.placeMinutes),
      full: left < asked.minutes,
    }
  })
  const worked = overbooks
    ? await workedWindows(
        ctx,
        asked,
        rows.filter(({ capacityMinutes }) => capacityMinutes === 0),
      )
    : null
  const empty = new Set(rows.flatMap((row) => (row.capacityMinutes === 0 ? [row.id] : [])))
  const offered = worked
    ? all.filter(({ id }) => !empty.has(id) || worked.has(id))
    : all.filter(({ full }) => !full)
  const days = [...new Set(offered.map(({ day }) => day))]
  const last = days[asked.days - 1]
  return {
    windows: last === undefined ? offered : offered.filter(({ day }) => day <= last),
    more: days.length > asked.days,
  }
}

/** Those that a visit can be moved to by the desk. */
export async function windowsForVisit(ctx: Ctx, visit: Visit): Promise<DeskWindow[]> {
  const [ticket] = await ctx.db
    .select({ areaId: tickets.areaId, severity: tickets.severity })
    .from(tickets)
    .where(eq(tickets.id, visit.ticketId))
  const { service, areaId } = await windowsFor(ctx, visit, ticket!)
  if (areaId === null) return []
  const { windows: all } = await deskWindows(ctx, {
    service,
    areaId,
    minutes: visit.durationMinutes,
    urgent: isUrgent(ticket!),
    days: 3,
    from: await gateOfVisit(ctx, visit.id),
  })
  return all.filter(({ id, full }) => !full && id !== visit.windowId)
}
