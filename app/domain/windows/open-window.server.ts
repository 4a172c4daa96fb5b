import { and, eq, gt, isNotNull, type SQL } from 'drizzle-orm'
import { windows } from '#db/schema/bookings.ts'
import { recordAudit } from '#app/domain/accounts/index.server.ts'
import { type Ctx, inTransaction, type Tx } from '#app/platform/context.server.ts'
import { notFound, refused } from '#app/platform/errors.ts'
import { authorize } from '#app/platform/permissions.ts'
import type { OpenDayForm, UndoClosingForm } from './closing-form.ts'
import { findWindow } from './find-window.server.ts'
import { lockDays } from './lock-days.server.ts'

const opened = { closedAt: null, closedBy: null, closeReason: null }

/** Lets a closed window be booked again, as far as it has room. */
export async function openWindow(ctx: Ctx, id: number): Promise<void> {
  authorize(ctx.actor, 'booking:manage')
  await inTransaction(ctx, async (tx) => {
    const window = await findWindow(tx, id)
    if (!window) throw notFound()
    await lockDays(tx, [window.day])
    if (window.endsAt <= tx.now()) throw refused('windowOver')
    if ((await open(tx, eq(windows.id, id))) === 0) throw refused('windowNotClosed')
    await recordAudit(tx, 'window_opened', `window:${id}`)
  })
}

/** Opens what is closed of a day in an area: of one service, or of all. @returns how many windows */
export async function openDay(ctx: Ctx, { areaId, day, service }: OpenDayForm): Promise<number> {
  authorize(ctx.actor, 'booking:manage')
  return inTransaction(ctx, async (tx) => {
    await lockDays(tx, [day])
    const ofService = service ? eq(windows.service, service) : undefined
    const count = await open(tx, and(eq(windows.areaId, areaId), eq(windows.day, day), ofService))
    const what = { day: [null, day], service: [null, service] }
    if (count > 0) await recordAudit(tx, 'window_opened', `area:${areaId}`, what)
    return count
  })
}

/** Opens again what this colleague closed in one go. @returns how many windows */
export async function undoClosing(ctx: Ctx, { areaId, at }: UndoClosingForm): Promise<number> {
  authorize(ctx.actor, 'booking:manage')
  const { id: by } = ctx.actor
  const closed = and(
    eq(windows.areaId, areaId),
    eq(windows.closedAt, new Date(at)),
    eq(windows.closedBy, by),
  )
  return inTransaction(ctx, async (tx) => {
    const days = await tx.db.selectDistinct({ day: windows.day }).from(windows).where(closed)
    await lockDays(
      tx,
      days.map(({ day }) => day),
    )
    const count = await open(tx, closed)
    if (count > 0) await recordAudit(tx, 'window_opened', `area:${areaId}`, { closed: at })
    return count
  })
}

async function open(tx: Tx, which: SQL | undefined): Promise<number> {
  const rows = await tx.db
    .update(windows)
    .set(opened)
    .where(and(which, isNotNull(windows.closedAt), gt(windows.endsAt, tx.now())))
    .returning({ id: windows.id })
  return rows.length
}
