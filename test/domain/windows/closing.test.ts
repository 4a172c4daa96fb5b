import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { windows } from '#db/schema/bookings.ts'
import { visits } from '#db/schema/visits.ts'
import {
  closeDay,
  closeWindow,
  listWindows,
  openDay,
  openWindow,
  undoClosing,
} from '#app/domain/windows/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBookedVisit, as, aSupply, day, on, windowOf } from '../bookings/supply.ts'

const database = testDatabase()
const dispatcher = async () => as(database.db, await aColleague(database.db, 'dispatcher'))
const windowNow = async (id: number) =>
  (await database.db.select().from(windows).where(eq(windows.id, id)))[0]!

const closedOf = async (areaId: number) =>
  (await database.db.select().from(windows).where(eq(windows.areaId, areaId))).filter(
    ({ closedAt }) => closedAt !== null,
  )

describe('closing a window', () => {
  test('BK-1 takes it from what is offered and keeps the visits in it', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db)
    const visit = await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
    const { id } = await windowOf(db, area.id, 'repair')
    const ctx = await dispatcher()
    await closeWindow(ctx, id, { reason: '小区停水' })
    expect(await windowNow(id)).toMatchObject({
      closedBy: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      closeReason: '小区停水',
      bookedVisits: 1,
    })
    const offered = await listWindows(ctx, { service: 'repair', areaId: area.id })
    expect(offered.map(({ start }) => start)).toEqual(['10:30', '13:30', '15:30'].map(on))
    const [kept] = await db.select().from(visits).where(eq(visits.id, visit.id))
    expect(kept).toMatchObject({ status: 'confirmed', version: visit.version })
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `window:${id}`))
    expect(entry).toMatchObject({ action: 'window_closed' })

    await expect(closeWindow(ctx, id, { reason: '再关' })).rejects.toMatchObject({
      code: 'windowClosed',
    })
    await openWindow(ctx, id)
    expect(await windowNow(id)).toMatchObject({ closedAt: null, closeReason: null })
    await expect(openWindow(ctx, id)).rejects.toMatchObject({ code: 'windowNotClosed' })
  })

  test('one that is over is refused, one that isn’t there is missing', async () => {
    const { db } = database
    const { area } = await aSupply(db)
    const { id } = await windowOf(db, area.id, 'repair')
    const late = contextOf(db, await aColleague(db, 'dispatcher'), { now: on('10:30') })
    const form = { reason: '晚了' }
    await expect(closeWindow(late, id, form)).rejects.toMatchObject({ code: 'windowOver' })
    await expect(openWindow(late, id)).rejects.toMatchObject({ code: 'windowOver' })
    await expect(closeWindow(late, 987_654_321, form)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('a whole day, one service of it, and back in one go', async () => {
    const { db } = database
    const { area } = await aSupply(db)
    const other = await aSupply(db)
    const ctx = await dispatcher()
    const form = { areaId: area.id, day, reason: '台风' }
    const repairs = await closeDay(ctx, { ...form, service: 'repair' })
    expect(repairs.count).toBe(5)
    const later = { ...ctx, now: () => new Date(ctx.now().getTime() + 60_000) }
    const rest = await closeDay(later, { ...form, service: null })
    expect(rest.count).toBe(5)
    expect(await closedOf(area.id)).toHaveLength(10)
    expect(await closedOf(other.area.id)).toEqual([])

    const undo = { areaId: area.id, at: rest.at.getTime() }
    expect(await undoClosing(await dispatcher(), undo)).toBe(0)
    expect(await undoClosing(later, undo)).toBe(5)
    expect((await closedOf(area.id)).map(({ service }) => service)).toEqual(Array(5).fill('repair'))
    expect(await openDay(ctx, { areaId: area.id, day, service: null })).toBe(5)
    expect(await closedOf(area.id)).toEqual([])
  })

  test.each(['desk', 'general_manager', 'crew', 'admin'] as const)('%s may not', async (role) => {
    const ctx = as(database.db, await aColleague(database.db, role))
    const denied = { kind: 'forbidden' }
    const where = { areaId: 1, day, service: null }
    await expect(closeWindow(ctx, 1, { reason: 'x' })).rejects.toMatchObject(denied)
    await expect(openWindow(ctx, 1)).rejects.toMatchObject(denied)
    await expect(closeDay(ctx, { ...where, reason: 'x' })).rejects.toMatchObject(denied)
    await expect(openDay(ctx, where)).rejects.toMatchObject(denied)
    await expect(undoClosing(ctx, { areaId: 1, at: 1 })).rejects.toMatchObject(denied)
  })
})
