import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visits } from '#db/schema/visits.ts'
import {
  moveStranded,
  moveVisitOfCustomer,
  moveVisitToWindow,
  nearestToGone,
  waysToMove,
  windowsForVisit,
} from '#app/domain/bookings/index.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { moveVisit } from '#app/domain/visits/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { friday, thursday, wednesday, windowAt } from '#test/factories/districts.ts'
import { testDatabase } from '#test/setup/database.ts'
import { visitNow } from '../visits/scene.ts'
import { aDecidedCase, booked } from './acting.ts'
import { as } from './deciding.ts'

const database = testDatabase()
const db = () => database.db
const early = { kind: 'conflict', code: 'goodsNotThere' }

/** Goods are there on Thursday, the delivery comes on Friday; Wednesday has room too. */
async function onFriday() {
  const made = await aDecidedCase(db())
  const visitId = await booked(db(), made, made.of('delivery'), { day: friday })
  const windowOn = (day: string) =>
    windowAt(db(), { areaId: made.area.id, service: 'delivery', day, from: '13:30' })
  const visit = await visitNow(db(), visitId)
  const customer = contextOf(db(), { kind: 'customer', ticketId: made.ticket.id })
  return { ...made, visitId, visit, version: visit.version, windowOn, customer }
}

describe('RX-4 nobody moves a visit before its goods', () => {
  test('RX-4 not its customer, who isn’t offered it', async () => {
    const { customer, visitId, windowOn, visit } = await onFriday()
    const { id } = await windowOn(wednesday)
    await expect(
      moveVisitOfCustomer(customer, visitId, { window: id, install: 'keep' }),
    ).rejects.toMatchObject(early)
    expect(await visitNow(db(), visitId)).toMatchObject({ windowStart: visit.windowStart })
    const { calendar } = await waysToMove(customer, visitId, { day: wednesday })
    const free = calendar!.weeks.flat().filter(({ free: n }) => n > 0)
    expect(free.map(({ day }) => day)).toEqual([thursday, friday])
    const { nearest } = await nearestToGone(customer, visitId, id)
    expect(nearest.every(({ day }) => day >= thursday)).toBe(true)
    const there = await windowOn(thursday)
    await moveVisitOfCustomer(customer, visitId, { window: there.id, install: 'keep' })
    expect(await visitNow(db(), visitId)).toMatchObject({ windowStart: there.startsAt })
  })

  test('RX-4 not the desk, which isn’t offered it either', async () => {
    const { visitId, visit, version, windowOn } = await onFriday()
    const desk = await as(db(), 'desk')
    const { id: window } = await windowOn(wednesday)
    await expect(
      moveVisitToWindow(desk, visitId, { window, reason: '顾客想早点', version }),
    ).rejects.toMatchObject(early)
    const offered = await windowsForVisit(desk, visit)
    expect(offered.map(({ day }) => day)).toContain(thursday)
    expect(offered.map(({ day }) => day)).not.toContain(wednesday)
  })

  test('RX-4 not a dispatcher to hours of their own', async () => {
    const { visitId, version } = await onFriday()
    const hours = { day: wednesday, from: '13:30', to: '15:30' }
    await expect(
      moveVisit(await as(db(), 'dispatcher'), visitId, { ...hours, reason: '顺路', version }),
    ).rejects.toMatchObject(early)
  })

  test('RX-4 not from a crew that can’t come', async () => {
    const { visitId, version, windowOn } = await onFriday()
    await db().update(visits).set({ stranded: true }).where(eq(visits.id, visitId))
    const { id: window } = await windowOn(wednesday)
    await expect(
      moveStranded(await as(db(), 'dispatcher'), {
        ...{ visit: visitId, version, window, reason: '师傅请假' },
      }),
    ).rejects.toMatchObject(early)
  })

  test('RX-4 once they are there it may come any day', async () => {
    const { customer, number, of, visitId, windowOn } = await onFriday()
    await readyGoods(await as(db(), 'warehouse'), number, of('goods').id, { note: '' })
    const { id: window } = await windowOn(wednesday)
    await moveVisitOfCustomer(customer, visitId, { window, install: 'keep' })
    expect(await visitNow(db(), visitId)).toMatchObject({ windowId: window })
  })
})
