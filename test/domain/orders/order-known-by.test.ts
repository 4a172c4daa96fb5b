import { expect, test } from 'vitest'
import { findOrderFor } from '#app/domain/orders/index.server.ts'
import { anonymous, contextOf } from '#test/factories/context.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aShop, checked, entered } from './scene.ts'

const database = testDatabase()
const asking = () => contextOf(database.db, anonymous)

test('BK-5 an order is known to whoever gives its number and its phone, and to nobody else', async () => {
  const { db } = database
  const shop = await aShop(db)
  const number = await checked(db, shop, { phone: '13712340001' })
  const found = await findOrderFor(
    asking(),
    { orderNumber: ` ${number.toLowerCase()} `, phone: '137 1234 0001' },
    '1.1.1.1',
  )
  expect(found).toMatchObject({
    number,
    status: 'checked',
    name: '林晓岚',
    readyAt: null,
    deliveredOn: null,
    lines: [
      { nameZh: '推拉门衣柜', nameEn: 'Sliding-door wardrobe', quantity: 1, arrived: false },
      { nameZh: '床头柜', nameEn: 'Bedside table', quantity: 2, arrived: false },
    ],
  })
  for (const [orderNumber, phone] of [
    [number, '13712340002'],
    ['XS0-0', '13712340001'],
    ['', ''],
    [number, 'nonsense'],
  ] as const) {
    expect(await findOrderFor(asking(), { orderNumber, phone }, '1.1.1.1')).toBeNull()
  }
})

test('Q-16 only asking in vain counts: sixty times an hour, then nothing is told', async () => {
  const { db } = database
  const shop = await aShop(db)
  const number = await entered(shop, { phone: '13712340003' })
  const right = { orderNumber: number, phone: '13712340003' }
  for (let i = 0; i < 65; i++) expect(await findOrderFor(asking(), right, '2.2.2.2')).not.toBeNull()
  for (let i = 0; i < 60; i++) {
    expect(await findOrderFor(asking(), { ...right, phone: '13712349999' }, '2.2.2.2')).toBeNull()
  }
  await expect(findOrderFor(asking(), right, '2.2.2.2')).rejects.toMatchObject({
    kind: 'too_many',
    code: 'triedTooOften',
  })
  expect(await findOrderFor(asking(), right, '3.3.3.3')).not.toBeNull()
})
