import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staff } from '#db/schema/accounts.ts'
import { customers } from '#db/schema/customers.ts'
import { checkContract } from '#app/domain/orders/check-contract.server.ts'
import { countOrders, countOrdersWaiting } from '#app/domain/orders/count-orders.server.ts'
import { enterContract } from '#app/domain/orders/enter-contract.server.ts'
import { listOrders } from '#app/domain/orders/list-orders.server.ts'
import { returnContract } from '#app/domain/orders/return-contract.server.ts'
import { aCustomer, anOrder, anOrderReady } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aShop,
  checked,
  entered,
  eventsOf,
  formOf,
  mailsAbout,
  orderOf,
  typedContract,
} from './scene.ts'

const database = testDatabase()

describe('BK-5 the desk checks a contract', () => {
  test('its customer is made from it', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = await checked(db, shop, { phone: '13912340001', locale: 'en' })
    const order = await orderOf(db, number)
    expect(order).toMatchObject({
      status: 'checked',
      checkedBy: shop.desk.actor.id,
      readyAt: null,
      version: 2,
    })
    const customer = only(
      await db.select().from(customers).where(eq(customers.id, order.customerId!)),
    )
    expect(customer).toMatchObject({ phone: '+8613912340001', name: '林晓岚', locale: 'en' })
    expect(await eventsOf(db, number)).toEqual(['entered', 'checked'])
  })

  test('a customer with this phone stays who they are, and what wasn’t known is learnt', async () => {
    const { db } = database
    const shop = await aShop(db)
    const known = await aCustomer(db, { phone: '+8613912340002', name: '林女士', email: null })
    const number = await checked(db, shop, { phone: '139 1234 0002' })
    expect((await orderOf(db, number)).customerId).toBe(known.id)
    const [after] = await db.select().from(customers).where(eq(customers.id, known.id))
    expect(after).toMatchObject({
      name: '林女士',
      email: 'lin@example.test',
      address: known.address,
    })
  })

  test('two contracts of one new customer checked at once: one customer', async () => {
    const { db } = database
    const shop = await aShop(db)
    const numbers = [
      await entered(shop, { phone: '13912340003' }),
      await entered(shop, { phone: '13912340003' }),
    ]
    await Promise.all(numbers.map((number) => checkContract(shop.desk, number, { version: 1 })))
    const [one, other] = await Promise.all(numbers.map((number) => orderOf(db, number)))
    expect(one!.customerId).toBe(other!.customerId)
  })

  test('checked twice at once: once', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = await entered(shop)
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => checkContract(shop.desk, number, { version: 1 })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await eventsOf(db, number)).toEqual(['entered', 'checked'])
  })

  test('refuses an incomplete one, an older version and the actor', async () => {
    const shop = await aShop(database.db)
    const lacking = await entered(shop, { clerk: '' })
    await expect(checkContract(shop.desk, lacking, { version: 1 })).rejects.toMatchObject({
      code: 'orderNotInState',
    })
    const number = await entered(shop)
    await expect(checkContract(shop.desk, number, { version: 7 })).rejects.toMatchObject({
      code: 'orderChanged',
    })
    await expect(checkContract(shop.guide, number, { version: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('BK-5 an unclear contract goes back to its store', () => {
  test('with what is missing in words, by mail to who entered it', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = await entered(shop)
    await returnContract(shop.desk, number, { version: 1, note: '门牌号写到几零几？' })
    expect(await orderOf(db, number)).toMatchObject({
      status: 'incomplete',
      returnNote: '门牌号写到几零几？',
    })
    const person = only(await db.select().from(staff).where(eq(staff.id, shop.guide.actor.id)))
    expect(await mailsAbout(db, number)).toMatchObject([
      {
        template: 'order-returned',
        recipient: person.email,
        params: { note: '门牌号写到几零几？', by: shop.desk.actor.name, name: person.name },
      },
    ])
  })

  test('entered by head office, the store’s manager is told; by somebody who left too', async () => {
    const { db } = database
    const shop = await aShop(db)
    const manager = only(await db.select().from(staff).where(eq(staff.id, shop.manager.actor.id)))
    const typed = typedContract(shop, { store: String(shop.store.id) })
    const first = await enterContract(shop.desk, formOf(typed))
    const second = await entered(shop)
    await db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, shop.guide.actor.id))
    for (const number of [first, second]) {
      await returnContract(shop.desk, number, { version: 1, note: '？' })
      expect(await mailsAbout(db, number)).toMatchObject([{ recipient: manager.email }])
    }
  })

  test('from ready: booking closes again; agreed or delivered it stays', async () => {
    const { db } = database
    const shop = await aShop(db)
    const ready = await anOrderReady(db, { storeId: shop.store.id })
    await returnContract(shop.desk, ready.number, { version: 1, note: '？' })
    expect(await orderOf(db, ready.number)).toMatchObject({ readyAt: null, agreeBy: null })
    expect(await eventsOf(db, ready.number)).toEqual(['not_ready', 'returned'])
    const agreed = await anOrderReady(db, { agreedAt: new Date() })
    await expect(
      returnContract(shop.desk, agreed.number, { version: 1, note: '？' }),
    ).rejects.toMatchObject({ code: 'orderAgreed' })
    const delivered = await anOrder(db, { status: 'checked', name: 'A' })
    await expect(
      returnContract(shop.desk, delivered.number, { version: 1, note: '？' }),
    ).rejects.toMatchObject({ code: 'orderNotInState' })
  })

  test('refuses the actor', async () => {
    const shop = await aShop(database.db)
    const number = await entered(shop)
    await expect(
      returnContract(shop.guide, number, { version: 1, note: '？' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('BK-5 the queues', () => {
  test('each contract waits in one; late ones and broken promises are counted', async () => {
    const { db } = database
    const yesterday = await aShop(db, new Date('2026-03-09T02:00:00Z'))
    const late = await entered(yesterday, { orderedOn: '2026-03-09' })
    const { guide } = yesterday
    // Tuesday, ten in the morning.
    const now = new Date('2026-03-10T02:00:00Z')
    const today = { ...yesterday, guide: { ...guide, now: () => now } }
    const fresh = await entered(today)
    const lacking = await entered(today, { clerk: '' })
    const goods = await checked(db, today)
    const storeId = today.store.id
    const over = await anOrderReady(db, { storeId, readyAt: new Date('2026-03-01T02:00:00Z') })
    const soon = await anOrderReady(db, { storeId, readyAt: new Date('2026-03-09T02:00:00Z') })
    await anOrderReady(db, { storeId, agreedAt: new Date() })
    await anOrder(db, { storeId, status: 'checked', name: 'A' })

    const numbers = async (queue: 'check' | 'incomplete' | 'goods' | 'agree' | 'all') =>
      (await listOrders(today.guide, { queue })).rows.map(({ number }) => number)
    expect(await numbers('check')).toEqual([late, fresh])
    expect(await numbers('incomplete')).toEqual([lacking])
    expect(await numbers('goods')).toEqual([goods])
    expect(await numbers('agree')).toEqual([over.number, soon.number])
    expect(await numbers('all')).toHaveLength(8)
    expect(await countOrders(today.guide)).toEqual({
      check: 2,
      incomplete: 1,
      goods: 1,
      agree: 2,
      late: 1,
      overdue: 1,
    })
    expect(await countOrdersWaiting(today.guide)).toBe(1)
  })

  test.each(['check', 'incomplete', 'goods', 'agree', 'all'] as const)(
    '%s: page by page, nothing twice',
    async (queue) => {
      const { db } = database
      const shop = await aShop(db)
      const readyAt = new Date('2026-03-09T02:00:00Z')
      for (let i = 0; i < 3; i++) {
        const deliveryOn = i === 0 ? '' : '2026-03-24'
        if (queue === 'agree') await anOrderReady(db, { storeId: shop.store.id, readyAt })
        else if (queue === 'goods') await checked(db, shop)
        else await entered(shop, queue === 'incomplete' ? { clerk: '', deliveryOn } : {})
      }
      const first = await listOrders(shop.guide, { queue }, 2)
      const [at = 0, id = 0] = first.more!.split('-').map(Number)
      const second = await listOrders(shop.guide, { queue, after: { at, id } }, 2)
      const all = [...first.rows, ...second.rows].map(({ number }) => number)
      expect(new Set(all).size).toBe(3)
      expect(second.more).toBeNull()
    },
  )

  test('Q-12 a store sees its own, a crew none', async () => {
    const { db } = database
    const [shop, other] = [await aShop(db), await aShop(db)]
    await entered(shop)
    const theirs = await entered(other)
    const { rows } = await listOrders(shop.guide, { queue: 'all', store: other.store.id })
    expect(rows).toEqual([])
    expect((await listOrders(other.guide, { queue: 'all' })).rows[0]?.number).toBe(theirs)
  })
})
