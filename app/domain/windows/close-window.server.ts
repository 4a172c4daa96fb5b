import { and, eq, gt, isNull } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { CloseDayForm, CloseWindowForm } from './closing-form.ts'
import { findWindow } from './find-window.server.ts'
import { lockDays } from './lock-days.server.ts'

/**
 * Takes a window out of what can be booked. Visits that are booked in it stay as they are.
 * @returns when it was closed
 */
export async function closeWindow(
  ctx: Ctx,
  id: number,
  { reason }: CloseWindowForm,
): Promise<Date> {
  authorize(ctx.actor, 'booking:manage')
  const closedBy = ctx.actor.id
  const closedAt = ctx.now()
  await inTransaction(ctx, async (tx) => {
    const window = await findWindow(tx, id)
    if (!window) throw notFound()
    await lockDays(tx, [window.day])
    if (window.endsAt <= closedAt) throw refused('windowOver')
    const closed = await tx.db
      .update(windows)
      .set({ closedAt, closedBy, closeReason: reason })
      .where(and(eq(windows.id, id), isNull(windows.closedAt)))
      .returning({ id: windows.id })
    if (closed.length === 0) throw refused('windowClosed')
    await recordAudit(tx, 'window_closed', `window:${id}`, { reason: [null, reason] })
  })
  return closedAt
}

/** Closes what is still open of a day in an area: of one service, or of all. */
export async function closeDay(
  ctx: Ctx,
  { areaId, day, service, reason }: CloseDayForm,
): Promise<{ count: number; at: Date }> {
  authorize(ctx.actor, 'booking:manage')
  const closedBy = ctx.actor.id
  const at = ctx.now()
  const count = await inTransaction(ctx, async (tx) => {
    await lockDays(tx, [day])
    const closed = await tx.db
      .update(windows)
      .set({ closedAt: at, closedBy, closeReason: reason })
      .where(
        and(
          eq(windows.day, day),
          eq(windows.areaId, areaId),
          service ? eq(windows.service, service) : undefined,
          isNull(windows.closedAt),
          gt(windows.endsAt, at),
        ),
      )
      .returning({ id: windows.id })
    if (closed.length > 0) {
      await recordAudit(tx, 'window_closed', `area:${areaId}`, {
        day: [null, day],
        service: [null, service],
        reason: [null, reason],
        windows: closed.map(({ id }) => id),
      })
    }
    return closed.length
  })
  return { count, at }
}
