import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import { listOrders } from '#app/domain/orders/list-orders.server.ts'
import { OrderFilters } from '#app/domain/orders/order-filters.ts'
import { orderMeant } from '#app/domain/orders/order-known-by.server.ts'
import { recordArrival } from '#app/domain/orders/record-arrival.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { anOrder, anOrderReady } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aShop, checked, entered, linesOf } from './scene.ts'

const database = testDatabase()

const found = async (ctx: Parameters<typeof listOrders>[0], q: string) =>
  (await listOrders(ctx, { q })).rows.map(({ number }) => number).sort()

describe('an order is found by what whoever stands at the counter knows', () => {
  test('a part of its number, with its hyphen or without, in any case', async () => {
    const shop = await aShop(database.db)
    const first = await entered(shop, { number: 'YQ-40002' })
    const second = await entered(shop, { number: 'YQ2611-0124' })
    for (const q of ['YQ-40002', 'yq40002', 'ＹＱ 40002', 'yq-400']) {
      expect(await found(shop.desk, q), q).toEqual([first])
    }
    for (const q of ['yq26110124', 'yq2611', 'YQ2611-01']) {
      expect(await found(shop.desk, q), q).toEqual([second])
    }
  })

  test('the beginning of a name, a phone or its end, also before it is checked', async () => {
    const shop = await aShop(database.db)
    const number = await entered(shop, { phone: '13912340077', name: '欧阳明月' })
    for (const q of ['欧阳', '欧阳明月', '139 1234 0077', '0077', '+86 139-1234-0077']) {
      expect(await found(shop.desk, q), q).toEqual([number])
    }
    for (const q of ['明月', '077', "'; drop table orders", '%', '欧阳_月']) {
      expect(await found(shop.desk, q), q).toEqual([])
    }
  })

  test('a model that it waits for, until that is there', async () => {
    const shop = await aShop(database.db)
    const number = await checked(database.db, shop)
    await entered(shop)
    const { model } = shop.bedside
    expect(await found(shop.warehouse, model.toLowerCase())).toEqual([number])
    const [, bedside] = await linesOf(database.db, number)
    await recordArrival(shop.warehouse, number, { line: [bedside!.id] })
    expect(await found(shop.warehouse, model)).toEqual([])
    expect(await found(shop.warehouse, shop.wardrobe.model)).toEqual([number])
  })

  test('Q-12 a store finds its own alone', async () => {
    const [shop, other] = [await aShop(database.db), await aShop(database.db)]
    const number = await entered(shop, { name: '上官云' })
    await entered(other, { name: '上官云' })
    expect(await found(shop.guide, '上官')).toEqual([number])
  })
})

test('by where it stands', async () => {
  const { db } = database
  const storeId = (await aStore(db)).id
  const now = new Date('2026-03-09T02:00:00Z')
  const waiting = await anOrder(db, { storeId, status: 'checked', name: 'A', deliveredOn: null })
  const ready = await anOrderReady(db, { storeId })
  const agreed = await anOrderReady(db, { storeId, agreedAt: now })
  const delivered = await anOrder(db, { storeId, status: 'checked', name: 'A' })
  const ctx = contextOf(db, await aColleague(db, 'desk'))
  const at = async (status: string) =>
    (await listOrders(ctx, OrderFilters.parse({ queue: 'all', status, store: storeId }))).rows.map(
      ({ number }) => number,
    )
  expect(await at('checked')).toEqual([waiting.number])
  expect(await at('ready')).toEqual([ready.number])
  expect(await at('agreed')).toEqual([agreed.number])
  expect(await at('delivered')).toEqual([delivered.number])
})

test('what waits for goods or for its store is in the order of its delivery', async () => {
  const { db } = database
  const shop = await aShop(db)
  const [undated, late, soon] = [
    await entered(shop, { clerk: '', deliveryOn: '' }),
    await entered(shop, { clerk: '', deliveryOn: '2026-05-01' }),
    await entered(shop, { clerk: '', deliveryOn: '2026-04-01' }),
  ]
  const { rows } = await listOrders(shop.guide, { queue: 'incomplete' })
  expect(rows.map(({ number }) => number)).toEqual([soon, late, undated])
})

describe('Q-26: no search reads the whole table', () => {
  beforeAll(async () => {
    const sql = database.connect()
    await aStore(database.db)
    await sql`insert into orders (number, status, store_id, name, phone, address, ordered_on, clerk)
      select 'ZZ-' || lpad(n::text, 6, '0'), 'entered', (select min(id) from stores), '顾客' || n,
        '+86137' || lpad(n::text, 8, '0'), '上海', '2026-01-01', '小林' from generate_series(1, 20000) n`
    await sql`analyze orders`
  })

  /** The plan of every statement that some work makes. */
  async function plansOf(work: (ctx: Ctx<StaffActor>) => Promise<unknown>) {
    const planned: { query: string; params: unknown[] }[] = []
    const sql = database.connect({ max: 1 })
    const logger = {
      logQuery: (query: string, params: unknown[]) => planned.push({ query, params }),
    }
    const db = drizzle(sql, { schema, logger })
    await work({ ...contextOf(database.db, await aColleague(database.db, 'desk')), db })
    const plans = planned.map(async ({ query, params }) => {
      const rows = await sql.unsafe(`explain ${query}`, params as string[])
      return rows.map((row) => Object.values(row)[0] as string).join('\n')
    })
    return Promise.all(plans)
  }

  test.each(['ZZ-0123', 'zz012345', '顾客77', '13700000077', '0077', 'M-1'])('%s', async (q) => {
    const plans = await plansOf((ctx) => listOrders(ctx, { q }))
    expect(plans.length).toBeGreaterThan(1)
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on orders/)
  })

  test('an order is known by a phone and its number, however that is written', async () => {
    const phone = '+8613700000077'
    const plans = await plansOf(async (ctx) => {
      expect(await orderMeant(ctx, 'zz 000077', phone)).toMatchObject({ number: 'ZZ-000077' })
      expect(await orderMeant(ctx, 'zz 000078', phone)).toBeNull()
      expect(await orderMeant(ctx, '--', phone)).toBeNull()
    })
    expect(plans).toHaveLength(2)
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (orders|customers)/)
  })
})
