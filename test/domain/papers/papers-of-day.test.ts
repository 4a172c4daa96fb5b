import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { siteChecks } from '#db/schema/bookings.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { orderLines } from '#db/schema/customers.ts'
import { checklistItems, visitMarks } from '#db/schema/visits.ts'
import {
  loadListOf,
  loadsNothing,
  papersOfDay,
  sheetOfVisit,
  stillToDo,
} from '#app/domain/papers/index.server.ts'
import { tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aCustomer, anOrder, anOrderReady } from '#test/factories/customers.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from '../visits/scene.ts'

const database = testDatabase()
const day = '2026-03-10'

const dispatcher = async () => asActor(database.db, await aColleague(database.db, 'dispatcher'))

/** A visit of the Tuesday at this hour. */
const visitAt = (time: string, facts: Parameters<typeof aConfirmedVisit>[1] = {}) =>
  aConfirmedVisit(database.db, {
    plannedStart: at(time),
    plannedEnd: new Date(at(time).getTime() + 3_600_000),
    windowStart: at(time),
    windowEnd: new Date(at(time).getTime() + 7_200_000),
    ...facts,
  })

/** An order with one more product on it, three pieces, which may not be in stock. */
async function anOrderOfTwo({ arrived }: { arrived: boolean }) {
  const order = await anOrderReady(database.db, arrived ? {} : { readyAt: null, agreeBy: null })
  const product = await aProduct(database.db, { nameZh: '床头柜', nameEn: 'Bedside table' })
  await database.db.insert(orderLines).values({
    orderId: order.id,
    productId: product.id,
    position: 2,
    quantity: 3,
    unitPrice: 59900,
    arrivedAt: arrived ? tuesdayMorning : null,
  })
  return { order, product }
}

async function aDelivery(
  order: { id: number } | null,
  { time, crewId }: { time: string; crewId: number },
) {
  const ticket = await aTicket(database.db, {
    kind: 'delivery',
    orderId: order?.id ?? null,
    product: '衣柜和床头柜',
  })
  return visitAt(time, { crewId, ticketId: ticket.id, skill: 'delivery', work: '送货' })
}

const aReceipt = async (
  visit: { id: number; ticketId: number },
  facts: Partial<typeof custodyReceipts.$inferInsert> = {},
) =>
  only(
    await database.db
      .insert(custodyReceipts)
      .values({
        key: `receipt-${serial()}`,
        visitId: visit.id,
        ticketId: visit.ticketId,
        purpose: 'repair',
        item: '左门板',
        condition: '完好',
        takenAt: tuesdayMorning,
        takenBy: (await aColleague(database.db, 'crew')).id,
        handedBy: '林薇',
        ...facts,
      })
      .returning(),
  )

describe('DS-5 a day on paper', () => {
  test('each crew’s visits in their order, with their numbers and members', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db, { vehicle: '沪A·12345' })
    const member = await aColleague(database.db, 'crew', { crewId: crew.id })
    const second = await visitAt('15:00', { crewId: crew.id })
    const first = await visitAt('09:00', { crewId: crew.id })
    await visitAt('11:00', { crewId: crew.id, status: 'cancelled' })
    await visitAt('11:00', { crewId: crew.id, status: 'proposed' })
    await visitAt('09:00', {
      crewId: crew.id,
      plannedStart: at('09:00', 1),
      plannedEnd: at('10:00', 1),
    })
    const papers = only(await papersOfDay(ctx, day, crew.id))
    expect(papers.crew).toMatchObject({ vehicle: '沪A·12345', members: [member.name] })
    expect(papers.sheets.map(({ id, position, stops }) => [id, position, stops])).toEqual([
      [first.id, 1, 2],
      [second.id, 2, 2],
    ])
    expect(await sheetOfVisit(ctx, second.id)).toMatchObject({ position: 2, stops: 2 })
  })

  test('all crews of the day, each once; one with nothing to do has no paper', async () => {
    const ctx = await dispatcher()
    const crews = [await aCrew(database.db), await aCrew(database.db)]
    const idle = await aCrew(database.db)
    for (const time of ['08:00', '10:00']) {
      for (const { id } of crews) await visitAt(time, { crewId: id })
    }
    const ids = (await papersOfDay(ctx, day)).map(({ crew }) => crew.id)
    expect(ids.filter((id) => crews.some((crew) => crew.id === id))).toEqual(
      crews.map(({ id }) => id),
    )
    expect(ids).not.toContain(idle.id)
    expect(await papersOfDay(ctx, day, idle.id)).toEqual([])
    expect(await papersOfDay(ctx, '2026-07-01')).toEqual([])
  })

  test('what is finished can be left out; the rest keeps its number, and a crew that is done has no paper', async () => {
    const ctx = await dispatcher()
    const [crew, over] = [await aCrew(database.db), await aCrew(database.db)]
    const done = { status: 'finished', workDone: 'x', finishedAt: at('10:00') } as const
    await visitAt('09:00', { crewId: crew.id, ...done })
    const second = await visitAt('15:00', { crewId: crew.id })
    await visitAt('09:00', { crewId: over.id, ...done })
    const whole = [
      ...(await papersOfDay(ctx, day, crew.id)),
      ...(await papersOfDay(ctx, day, over.id)),
    ]
    const left = stillToDo(whole)
    expect(left.done).toBe(2)
    const { sheets } = only(left.papers)
    expect(sheets.map(({ id, position, stops }) => [id, position, stops])).toEqual([
      [second.id, 2, 2],
    ])
    expect(whole.map((one) => one.sheets.length)).toEqual([2, 1])
  })

  test('asks as many queries for five crews as for one', async () => {
    const ctx = await dispatcher()
    const queriesFor = async (asked: string) => {
      let queries = 0
      const db = new Proxy(ctx.db, {
        get(target, name, self) {
          if (name === 'select' || name === 'selectDistinctOn') queries += 1
          return Reflect.get(target, name, self) as unknown
        },
      })
      await papersOfDay({ ...ctx, db }, asked)
      return queries
    }
    const one = await aCrew(database.db)
    const order = await anOrder(database.db)
    const facts = async (crewId: number, days: number) =>
      aConfirmedVisit(database.db, {
        crewId,
        ticketId: (await aTicket(database.db, { orderId: order.id })).id,
        plannedStart: at('09:00', days),
        plannedEnd: at('10:00', days),
      })
    await facts(one.id, 20)
    for (let n = 0; n < 5; n++) await facts((await aCrew(database.db)).id, 21)
    const few = await queriesFor('2026-03-30')
    expect(few).toBeGreaterThan(3)
    expect(await queriesFor('2026-03-31')).toBe(few)
  })

  test('is not for crews, stores or customers', async () => {
    for (const role of ['crew', 'store_manager', 'warehouse'] as const) {
      const ctx = asActor(database.db, await aColleague(database.db, role))
      await expect(papersOfDay(ctx, day)).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(sheetOfVisit(ctx, 1)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('DS-5 a job sheet', () => {
  test('of a visit that has no crew yet, and of none', async () => {
    const ctx = await dispatcher()
    const visit = await aVisit(database.db)
    expect(await sheetOfVisit(ctx, visit.id)).toMatchObject({
      crew: null,
      position: null,
      goods: [],
      collects: null,
    })
    await expect(sheetOfVisit(ctx, 999_999_999)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('says order and warranty as they are on the visit’s day', async () => {
    const ctx = await dispatcher()
    const order = await anOrder(database.db, { deliveredOn: '2024-03-10' })
    const ticket = await aTicket(database.db, { orderId: order.id })
    const onTheDay = await visitAt('09:00', { ticketId: ticket.id })
    const dayAfter = await visitAt('09:00', {
      ticketId: ticket.id,
      plannedStart: at('09:00', 1),
      plannedEnd: at('10:00', 1),
    })
    const until = '2026-03-10'
    expect(await sheetOfVisit(ctx, onTheDay.id)).toMatchObject({
      order: { number: order.number, deliveredOn: '2024-03-10' },
      warranty: { until, covered: true },
    })
    expect((await sheetOfVisit(ctx, dayAfter.id)).warranty).toEqual({ until, covered: false })
  })

  test('says when and by whom the same trouble was repaired before', async () => {
    const ctx = await dispatcher()
    const customer = await aCustomer(database.db)
    const facts = { customerId: customer.id, product: '三门衣柜', phone: customer.phone }
    const earlier = await aTicket(database.db, {
      ...facts,
      createdAt: at('09:00', -60),
      status: 'closed',
    })
    const other = await aTicket(database.db, {
      ...facts,
      product: '餐桌',
      createdAt: at('09:00', -9),
    })
    const now = await aTicket(database.db, facts)
    const finished = (ticketId: number, days: number) =>
      aConfirmedVisit(database.db, {
        ticketId,
        status: 'finished',
        workDone: '换了铰链',
        finishedAt: at('11:00', days),
        plannedStart: at('10:00', days),
        plannedEnd: at('11:00', days),
        windowStart: at('10:00', days),
        windowEnd: at('12:00', days),
      })
    const before = await finished(earlier.id, -55)
    await finished(other.id, -8)
    const visit = await visitAt('09:00', { ticketId: now.id })
    expect((await sheetOfVisit(ctx, visit.id)).before).toMatchObject({
      number: earlier.number,
      finishedAt: at('11:00', -55),
      crewId: before.crewId,
    })
    const same = await finished(now.id, -2)
    expect((await sheetOfVisit(ctx, visit.id)).before).toMatchObject({ crewId: same.crewId })
    expect((await sheetOfVisit(ctx, before.id)).before).toBeNull()
  })

  test('VS-1 has the checklist of its service in force, with what is to be read', async () => {
    const ctx = await dispatcher()
    await database.db.insert(checklistItems).values([
      {
        skill: 'survey',
        position: 2,
        textZh: '量湿度',
        textEn: 'Moisture',
        must: true,
        unit: '%',
        highest: 60,
      },
      { skill: 'survey', position: 1, textZh: '穿鞋套', textEn: 'Shoe covers on', must: true },
      { skill: 'survey', position: 3, textZh: '旧的', textEn: 'Old', must: true, active: false },
      { skill: 'install', position: 1, textZh: '水平', textEn: 'Level', must: false },
    ])
    const visit = await visitAt('09:00', { skill: 'survey' })
    expect(
      (await sheetOfVisit(ctx, visit.id)).checks.map(({ textZh, unit, highest }) => [
        textZh,
        unit,
        highest,
      ]),
    ).toEqual([
      ['穿鞋套', null, null],
      ['量湿度', '%', 60],
    ])
  })

  test('BK-6 has the marks, what the customer said of the home, and what is to be given back', async () => {
    const ctx = await dispatcher()
    const visit = await visitAt('09:00')
    await database.db.insert(visitMarks).values({
      visitId: visit.id,
      kind: 'parts_short',
      note: '缺铰链',
      madeAt: tuesdayMorning,
    })
    await database.db.insert(siteChecks).values({
      ticketId: visit.ticketId,
      floor: 6,
      lift: false,
      takeAway: '旧沙发',
      answeredAt: tuesdayMorning,
    })
    const before = await aConfirmedVisit(database.db, { ticketId: visit.ticketId })
    const away = await aReceipt(before)
    await aReceipt(before, {
      item: '右门板',
      returnedAt: tuesdayMorning,
      returnedBy: (await aColleague(database.db, 'crew')).id,
      receivedBy: '林薇',
      reclaimed: true,
    })
    expect(await sheetOfVisit(ctx, visit.id)).toMatchObject({
      marks: [{ kind: 'parts_short', note: '缺铰链' }],
      home: { floor: 6, lift: false, takeAway: '旧沙发' },
      toGiveBack: [{ number: away.number, item: '左门板' }],
    })
  })
})

describe('DS-5 a load list', () => {
  test('loads what is delivered last first, and adds up the same products', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db, { skills: ['delivery'] })
    const { order, product } = await anOrderOfTwo({ arrived: true })
    const other = await anOrderReady(database.db)
    await database.db
      .update(orderLines)
      .set({ productId: product.id, quantity: 2 })
      .where(eq(orderLines.orderId, other.id))
    const first = await aDelivery(order, { time: '09:00', crewId: crew.id })
    const last = await aDelivery(other, { time: '14:00', crewId: crew.id })
    const { sheets } = only(await papersOfDay(ctx, day, crew.id))
    const list = loadListOf(sheets)
    expect(list.stops.map(({ id, position }) => [id, position])).toEqual([
      [last.id, 2],
      [first.id, 1],
    ])
    expect(list.totals.map(({ model, quantity, short }) => [model, quantity, short])).toEqual([
      [expect.any(String), 1, 0],
      [product.model, 5, 0],
    ])
    expect(list.short).toEqual([])
  })

  test('BK-5 says what isn’t in stock', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db, { skills: ['delivery'] })
    const { order, product } = await anOrderOfTwo({ arrived: false })
    const visit = await aDelivery(order, { time: '09:00', crewId: crew.id })
    const { sheets } = only(await papersOfDay(ctx, day, crew.id))
    const list = loadListOf(sheets)
    expect(list.short.map(({ id }) => id)).toEqual([visit.id])
    expect(list.totals.find(({ model }) => model === product.model)).toMatchObject({
      quantity: 3,
      short: 3,
    })
  })

  test('BK-1 what a delivery brings is not loaded again for its installation', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db, { skills: ['delivery', 'install'] })
    const { order } = await anOrderOfTwo({ arrived: true })
    const delivery = await aDelivery(order, { time: '09:00', crewId: crew.id })
    await visitAt('13:00', {
      crewId: crew.id,
      ticketId: delivery.ticketId,
      skill: 'install',
      afterVisitId: delivery.id,
    })
    const { sheets } = only(await papersOfDay(ctx, day, crew.id))
    expect(sheets.map(({ goods }) => goods.map(({ atHome }) => atHome))).toEqual([
      [false, false],
      [true, true],
    ])
    expect(loadListOf(sheets).totals.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)).toBe(
      4,
    )
  })

  test('a crew of repairs loads nothing, unless a part is missing or something goes back', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const loads = async () =>
      !loadsNothing(loadListOf(only(await papersOfDay(ctx, day, crew.id)).sheets))
    const visit = await visitAt('09:00', { crewId: crew.id })
    expect(await loads()).toBe(false)
    const mark = { visitId: visit.id, kind: 'parts_short', note: '缺铰链' } as const
    await database.db.insert(visitMarks).values({ ...mark, madeAt: tuesdayMorning })
    expect(await loads()).toBe(true)
    await database.db.delete(visitMarks).where(eq(visitMarks.visitId, visit.id))
    expect(await loads()).toBe(false)
    await aReceipt(await aConfirmedVisit(database.db, { ticketId: visit.ticketId }))
    expect(await loads()).toBe(true)
  })

  test('VS-5 the original of an exchange is collected, until it was', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db, { skills: ['delivery'] })
    const order = await anOrder(database.db)
    const ticket = await aTicket(database.db, {
      kind: 'exchange',
      orderId: order.id,
      product: '三门衣柜',
    })
    const visit = await visitAt('09:00', {
      crewId: crew.id,
      ticketId: ticket.id,
      skill: 'delivery',
    })
    const { sheets } = only(await papersOfDay(ctx, day, crew.id))
    const list = loadListOf(sheets)
    expect(list.collects.map(({ collects }) => collects)).toEqual(['original'])
    // What is exchanged is what the ticket names, not all that was ever ordered with it.
    expect(list.totals).toEqual([
      { model: null, nameZh: '三门衣柜', nameEn: '三门衣柜', quantity: null, short: 0 },
    ])
    await aReceipt(visit, { purpose: 'exchange', item: '旧衣柜' })
    expect((await sheetOfVisit(ctx, visit.id)).collects).toBeNull()
  })

  test('what a customer returns is collected and nothing is brought', async () => {
    const ctx = await dispatcher()
    const order = await anOrder(database.db)
    const ticket = await aTicket(database.db, { kind: 'return', orderId: order.id })
    const visit = await visitAt('09:00', { ticketId: ticket.id, skill: 'delivery' })
    expect(await sheetOfVisit(ctx, visit.id)).toMatchObject({ goods: [], collects: 'return' })
  })
})
