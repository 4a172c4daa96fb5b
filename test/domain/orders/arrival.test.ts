import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { customers } from '#db/schema/customers.ts'
import { messages } from '#db/schema/messages.ts'
import { staff } from '#db/schema/accounts.ts'
import { settings } from '#db/schema/settings.ts'
import type { Db } from '#db/client.server.ts'
import { cancelContract } from '#app/domain/orders/cancel-contract.server.ts'
import { changeContract } from '#app/domain/orders/change-contract.server.ts'
import { checkContract } from '#app/domain/orders/check-contract.server.ts'
import { markAgreed, unmarkAgreed } from '#app/domain/orders/index.server.ts'
import { recordArrival } from '#app/domain/orders/record-arrival.server.ts'
import { returnContract } from '#app/domain/orders/return-contract.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { anonymous, contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { anOrder, anOrderReady } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aShop,
  changeOf,
  checked,
  entered,
  eventsOf,
  linesOf,
  mailsAbout,
  orderOf,
  typedContract,
} from './scene.ts'

const database = testDatabase()

async function waiting(facts: Record<string, string> = {}) {
  const { db } = database
  const shop = await aShop(db)
  const number = await checked(db, shop, facts)
  const [first, second] = await linesOf(db, number)
  const arrive = (...line: number[]) => recordArrival(shop.warehouse, number, { line })
  return { db, shop, number, first: first!.id, second: second!.id, arrive }
}

/** Which mails about this order stand how. */
const standingMails = async (db: Db, number: string) =>
  (await db.select().from(messages))
    .filter(({ params }) => params['number'] === number)
    .map(({ template, status }) => [template, status])
    .sort((a, b) => a.join().localeCompare(b.join()))

async function aColleagueRow(db: Db, storeId: number, name: string) {
  const { id } = await aColleague(db, 'store_guide', { storeId, name })
  return only(await db.select().from(staff).where(eq(staff.id, id)))
}

describe('BK-5 goods arrive', () => {
  test('with the last line the order is ready, for three days, and store and customer are told', async () => {
    const { db, shop, number, first, second, arrive } = await waiting()
    await arrive(first)
    expect((await orderOf(db, number)).readyAt).toBeNull()
    expect(await mailsAbout(db, number)).toEqual([])
    await arrive(second)
    const order = await orderOf(db, number)
    expect(order.readyAt).toEqual(tuesdayMorning)
    expect(order.agreeBy).toEqual(new Date('2026-03-13T02:00:00Z'))
    expect(await eventsOf(db, number)).toEqual([
      'entered',
      'checked',
      'line_arrived',
      'line_arrived',
      'ready',
    ])
    expect(await linesOf(db, number)).toMatchObject([
      { arrivedBy: shop.warehouse.actor.id },
      { arrivedBy: shop.warehouse.actor.id },
    ])
    const mails = await mailsAbout(db, number)
    expect(mails).toHaveLength(2)
    expect(mails.find(({ recipient }) => recipient === 'lin@example.test')).toMatchObject({
      template: 'order-ready',
      params: { customer: null, name: '林晓岚', agreeBy: '2026-03-13T02:00:00.000Z' },
    })
    expect(mails.find(({ recipient }) => recipient !== 'lin@example.test')).toMatchObject({
      template: 'order-ready',
      params: { customer: '林晓岚', name: shop.guide.actor.name },
    })
  })

  test('a customer without a mail address stands in the log, to be called', async () => {
    const { db, number, first, second, arrive } = await waiting({ email: '' })
    await db
      .update(customers)
      .set({ email: null })
      .where(eq(customers.id, (await orderOf(db, number)).customerId!))
    await arrive(first, second)
    expect(await mailsAbout(db, number)).toContainEqual(
      expect.objectContaining({ channel: 'log', recipient: '林晓岚' }),
    )
  })

  test('two arrivals at once make it ready once', async () => {
    for (let round = 0; round < 5; round++) {
      const { db, number, first, second, arrive } = await waiting()
      await Promise.all([arrive(first), arrive(second), arrive(first, second)])
      const events = await eventsOf(db, number)
      expect(events.filter((kind) => kind === 'ready')).toHaveLength(1)
      expect(events.filter((kind) => kind === 'line_arrived')).toHaveLength(2)
      expect(await mailsAbout(db, number)).toHaveLength(2)
    }
  })

  test('undone, booking closes until it is there again', async () => {
    const { db, shop, number, first, second, arrive } = await waiting()
    await arrive(first, second)
    await recordArrival(shop.warehouse, number, { line: [], undo: second })
    expect(await orderOf(db, number)).toMatchObject({ readyAt: null, agreeBy: null })
    await arrive(second)
    expect((await eventsOf(db, number)).slice(4)).toEqual([
      'ready',
      'arrival_undone',
      'not_ready',
      'line_arrived',
      'ready',
    ])
  })

  test('undone before the letters went out: they are withdrawn, and nobody hears of it', async () => {
    const { db, shop, number, first, second, arrive } = await waiting()
    await arrive(first, second)
    await recordArrival(shop.warehouse, number, { line: [], undo: second })
    expect(await standingMails(db, number)).toEqual([
      ['order-ready', 'withdrawn'],
      ['order-ready', 'withdrawn'],
    ])
  })

  test('undone after they went out: whoever got one gets a correction, until it is ready again', async () => {
    const { db, shop, number, first, second, arrive } = await waiting()
    await arrive(first, second)
    await db.update(messages).set({ status: 'sent' }).where(eq(messages.status, 'queued'))
    await recordArrival(shop.warehouse, number, { line: [], undo: second })
    const corrections = (await mailsAbout(db, number)).filter(
      ({ template }) => template === 'order-not-ready',
    )
    expect(corrections).toHaveLength(2)
    expect(corrections).toContainEqual(
      expect.objectContaining({
        recipient: 'lin@example.test',
        params: { name: '林晓岚', number, customer: null },
      }),
    )
    expect(corrections).toContainEqual(
      expect.objectContaining({
        params: { name: shop.guide.actor.name, number, customer: '林晓岚' },
      }),
    )
    await arrive(second)
    expect(await standingMails(db, number)).toEqual([
      ['order-not-ready', 'withdrawn'],
      ['order-not-ready', 'withdrawn'],
      ['order-ready', 'queued'],
      ['order-ready', 'queued'],
      ['order-ready', 'sent'],
      ['order-ready', 'sent'],
    ])
  })

  test('returned when it was ready, the customer alone is corrected; cancelled, nobody', async () => {
    for (const [end, told] of [
      [returnContract, ['lin@example.test']],
      [cancelContract, []],
    ] as const) {
      const { db, shop, number, first, second, arrive } = await waiting()
      await arrive(first, second)
      await db.update(messages).set({ status: 'sent' }).where(eq(messages.status, 'queued'))
      const { version } = await orderOf(db, number)
      await end(shop.desk, number, { version, note: '？', reason: '顾客不要了' })
      const corrections = (await mailsAbout(db, number)).filter(
        ({ template }) => template === 'order-not-ready',
      )
      expect(corrections.map(({ recipient }) => recipient)).toEqual(told)
    }
  })

  test('whoever sold it is told before whoever entered it', async () => {
    const { db, shop, number, first, second, arrive } = await waiting({ clerk: '赵晴' })
    const { email } = await aColleagueRow(db, shop.store.id, '赵晴')
    await arrive(first, second)
    const told = (await mailsAbout(db, number)).map(({ recipient }) => recipient)
    expect(told.sort()).toEqual([email, 'lin@example.test'].sort())
  })

  test('the store is told whether the customer was written to', async () => {
    for (const [email, asked] of [
      ['lin@example.test', true],
      ['', false],
    ] as const) {
      const { db, number, first, second, arrive } = await waiting({ email })
      await arrive(first, second)
      const mails = await mailsAbout(db, number)
      const ofStore = mails.find(({ params }) => params['customer'] === '林晓岚')
      expect(ofStore?.params['customerAsked']).toBe(asked)
    }
  })

  test('not undone once a delivery is agreed', async () => {
    const { db, shop, number, first, second, arrive } = await waiting()
    await arrive(first, second)
    const { id } = await orderOf(db, number)
    await inTransaction(contextOf(db, anonymous), (tx) => markAgreed(tx, id))
    await expect(
      recordArrival(shop.warehouse, number, { line: [], undo: first }),
    ).rejects.toMatchObject({ code: 'orderAgreed' })
    expect((await linesOf(db, number))[0]?.arrivedAt).not.toBeNull()
  })

  test('the days to agree in are a setting', async () => {
    const { db, number, first, second, arrive } = await waiting()
    await db.insert(settings).values({ key: 'agreeDays', value: 5, updatedAt: tuesdayMorning })
    await arrive(first, second)
    await db.delete(settings).where(eq(settings.key, 'agreeDays'))
    expect((await orderOf(db, number)).agreeBy).toEqual(new Date('2026-03-15T02:00:00Z'))
  })

  test('another order’s line is left alone; refuses the state and the actor', async () => {
    const { db, shop, number, first } = await waiting()
    const other = await waiting()
    await recordArrival(shop.warehouse, number, { line: [other.first] })
    expect((await linesOf(db, other.number))[0]?.arrivedAt).toBeNull()
    await expect(recordArrival(shop.guide, number, { line: [first] })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const unchecked = await entered(shop)
    const [line] = await linesOf(db, unchecked)
    await expect(
      recordArrival(shop.warehouse, unchecked, { line: [line!.id] }),
    ).rejects.toMatchObject({ code: 'orderNotInState' })
  })

  test('what arrived before a contract went back stays arrived, but for lines that changed', async () => {
    const { db, shop, number, first, arrive } = await waiting()
    await arrive(first)
    const before = await orderOf(db, number)
    await returnContract(shop.desk, number, { version: before.version, note: '床头柜只要一个？' })
    const typed = typedContract(shop, {
      number,
      phone: before.phone,
      model2: '',
      quantity2: '',
      price2: '',
    })
    await changeContract(shop.guide, number, changeOf(typed, before.version + 1))
    expect(await linesOf(db, number)).toMatchObject([{ id: first, arrivedAt: tuesdayMorning }])
    await checkContract(shop.desk, number, { version: before.version + 2 })
    expect((await orderOf(db, number)).readyAt).toEqual(tuesdayMorning)
  })
})

describe('BK-5 the delivery is agreed', () => {
  const change = (work: (tx: Parameters<typeof markAgreed>[0]) => Promise<void>) =>
    inTransaction(contextOf(database.db, anonymous), work)

  test('once, and to be agreed again when it is cancelled', async () => {
    const { db } = database
    const order = await anOrderReady(db)
    await Promise.all([1, 2, 3].map(() => change((tx) => markAgreed(tx, order.id))))
    expect((await orderOf(db, order.number)).agreedAt).toEqual(tuesdayMorning)
    await change((tx) => unmarkAgreed(tx, order.id))
    await change((tx) => unmarkAgreed(tx, order.id))
    expect((await orderOf(db, order.number)).agreedAt).toBeNull()
    expect(await eventsOf(db, order.number)).toEqual(['delivery_agreed', 'delivery_cancelled'])
  })

  test('not before its goods are there', async () => {
    const order = await anOrder(database.db, { status: 'checked', name: 'A', deliveredOn: null })
    await expect(change((tx) => markAgreed(tx, order.id))).rejects.toMatchObject({
      code: 'orderNotReady',
    })
  })
})
