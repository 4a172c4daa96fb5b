import { describe, expect, test } from 'vitest'
import { cancelContract } from '#app/domain/orders/cancel-contract.server.ts'
import { changeContract } from '#app/domain/orders/change-contract.server.ts'
import { enterContract } from '#app/domain/orders/enter-contract.server.ts'
import { EnterContractForm, enterContractForm } from '#app/domain/orders/contract-form.server.ts'
import { findOrder } from '#app/domain/orders/find-order.server.ts'
import { knownProducts } from '#app/domain/orders/known-product.ts'
import { readOrder } from '#app/domain/orders/read-order.server.ts'
import { returnContract } from '#app/domain/orders/return-contract.server.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct, aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aShop,
  changeOf,
  checked,
  entered,
  eventsOf,
  formOf,
  linesOf,
  orderOf,
  typedContract,
} from './scene.ts'

const database = testDatabase()

describe('BK-5 a contract is entered', () => {
  test('complete: it waits for the desk, with its lines in minor units', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = await entered(shop, { number: 'xs2603-a1', phone: '138 1234 0021' })
    expect(await orderOf(db, number)).toMatchObject({
      number: 'XS2603-A1',
      status: 'entered',
      storeId: shop.store.id,
      phone: '+8613812340021',
      customerId: null,
      enteredBy: shop.guide.actor.id,
    })
    expect(await linesOf(db, number)).toMatchObject([
      { productId: shop.wardrobe.id, quantity: 1, unitPrice: 499900, position: 1 },
      { productId: shop.bedside.id, quantity: 2, unitPrice: 89950, position: 2 },
    ])
    expect(await eventsOf(db, number)).toEqual(['entered'])
  })

  test('incomplete: it is kept, and its store is told what is missing', async () => {
    const { db } = database
    const shop = await aShop(db)
    const number = await entered(shop, { phone: '1381234', deliveryOn: '', clerk: '' })
    expect((await orderOf(db, number)).status).toBe('incomplete')
    expect((await orderOf(db, number)).phone).toBe('1381234')
    const { missing } = await readOrder(shop.guide, number)
    expect(missing).toEqual([
      { field: 'phone', why: 'unclear', because: 'digits' },
      { field: 'deliveryOn', why: 'missing' },
      { field: 'clerk', why: 'missing' },
    ])
  })

  test('Q-5 the same form sent ten times at once is one contract; a changed one is refused', async () => {
    const shop = await aShop(database.db)
    const typed = typedContract(shop)
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () => enterContract(shop.guide, formOf(typed))),
    )
    expect(new Set(numbers).size).toBe(1)
    expect(await linesOf(database.db, numbers[0]!)).toHaveLength(2)
    await expect(
      enterContract(shop.guide, formOf({ ...typed, number: 'XS-OTHER-1' })),
    ).rejects.toMatchObject({ code: 'orderAlreadyEntered' })
  })

  test('a number that is taken is named', async () => {
    const shop = await aShop(database.db)
    const number = await entered(shop)
    await expect(entered(shop, { number })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'orderNumberTaken',
      values: { number, seen: number },
    })
    const stranger = await aShop(database.db)
    await expect(entered(stranger, { number })).rejects.toMatchObject({ values: { number } })
    await expect(entered(stranger, { number })).rejects.not.toHaveProperty('values.seen')
  })

  test('the language its customer reads is kept, Chinese when nobody says', async () => {
    const { db } = database
    const shop = await aShop(db)
    expect((await orderOf(db, await entered(shop))).locale).toBe('zh-CN')
    expect((await orderOf(db, await entered(shop, { locale: 'en' }))).locale).toBe('en')
  })

  test('a phone that is another customer’s is told until the contract is checked', async () => {
    const { db } = database
    const shop = await aShop(db)
    const customer = await aCustomer(db)
    const number = await entered(shop, { phone: customer.phone, name: '另一位' })
    expect((await readOrder(shop.desk, number)).holder).toBe(customer.name)
    const same = await entered(shop, { phone: customer.phone, name: customer.name })
    expect((await readOrder(shop.desk, same)).holder).toBeNull()
  })

  test('a delivery day that has passed or an order day to come keeps it with its store', async () => {
    const { db } = database
    const shop = await aShop(db)
    const days: Record<string, string>[] = [
      { orderedOn: '2026-02-01', deliveryOn: '2026-03-09' },
      { orderedOn: '2026-03-11' },
    ]
    for (const facts of days) {
      expect((await orderOf(db, await entered(shop, facts))).status).toBe('incomplete')
    }
  })

  test('models that aren’t in the catalogue are named; another store’s own are not there', async () => {
    const { db } = database
    const shop = await aShop(db)
    const theirs = await aProduct(db, { storeId: (await aStore(db)).id })
    const old = await aProduct(db, { active: false })
    await expect(
      entered(shop, { model2: 'nowhere-1', model3: theirs.model, quantity3: '1', price3: '1' }),
    ).rejects.toMatchObject({
      code: 'productUnknown',
      values: { models: `nowhere-1, ${theirs.model}` },
    })
    await expect(entered(shop, { model1: old.model })).rejects.toMatchObject({
      code: 'productUnknown',
    })
    await expect(entered(shop, { model1: shop.wardrobe.model.toLowerCase() })).resolves.toBeTypeOf(
      'string',
    )
  })

  test('Q-12 a store enters for itself whatever it sends; head office says for whom', async () => {
    const { db } = database
    const shop = await aShop(db)
    const other = await aStore(db)
    const own = await entered(shop, { store: String(other.id) })
    expect((await orderOf(db, own)).storeId).toBe(shop.store.id)
    const typed = typedContract(shop)
    await expect(enterContract(shop.desk, formOf(typed))).rejects.toMatchObject({
      code: 'storeNeeded',
    })
    const number = await enterContract(shop.desk, formOf({ ...typed, store: String(other.id) }))
    expect((await orderOf(db, number)).storeId).toBe(other.id)
    await expect(findOrder(shop.guide, number)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('refuses the actor', async () => {
    const shop = await aShop(database.db)
    await expect(enterContract(shop.warehouse, formOf(typedContract(shop)))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('Q-14 what the form doesn’t ask changes nothing', async () => {
    const shop = await aShop(database.db)
    const number = await entered(shop, {
      status: 'checked',
      customerId: '1',
      readyAt: '2026-01-01',
    })
    expect(await orderOf(database.db, number)).toMatchObject({
      status: 'entered',
      customerId: null,
      readyAt: null,
    })
  })

  test('a half written line is said to be so', async () => {
    const shop = await aShop(database.db)
    const typed = typedContract(shop, { quantity2: '', price3: '12', model4: 'X' })
    const result = EnterContractForm.safeParse(typed)
    expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['quantity2', 'validation:quantity'],
      ['model3', 'validation:productModel'],
      ['quantity3', 'validation:quantity'],
      ['quantity4', 'validation:quantity'],
      ['price4', 'validation:price'],
    ])
  })

  test('everything that is wrong is said at once, an unknown product at its line', async () => {
    const shop = await aShop(database.db)
    const facts = { number: '', email: 'lin@', model1: 'NO-SUCH', price1: 'x', model2: '床头柜' }
    const catalogue = [{ model: 'CT-1', nameZh: '床头柜', nameEn: 'Bedside table' }]
    const schema = enterContractForm(knownProducts(catalogue), true)
    const { error } = schema.safeParse(typedContract(shop, facts))
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['store', 'validation:choose'],
      ['number', 'validation:orderNumber'],
      ['email', 'validation:email'],
      ['model1', 'validation:productUnknown'],
      ['price1', 'validation:price'],
    ])
  })

  test('a product may be written by its name, or by model and name', async () => {
    const { db } = database
    const shop = await aShop(db)
    const own = { storeId: shop.store.id }
    const named = await aProduct(db, { ...own, nameZh: '岩板餐桌', nameEn: 'Sintered table' })
    const number = await entered(shop, { model1: '岩板餐桌', model2: `${named.model} 岩板餐桌` })
    expect((await linesOf(db, number)).map(({ productId }) => productId)).toEqual([
      named.id,
      named.id,
    ])
    await aProduct(db, { ...own, nameZh: '岩板餐桌', nameEn: 'Another table' })
    await expect(entered(shop, { model1: '岩板餐桌' })).rejects.toMatchObject({
      code: 'productUnknown',
    })
  })
})

describe('BK-5 a contract is changed', () => {
  test('completed, it waits for the desk; the history says what changed', async () => {
    const { db } = database
    const shop = await aShop(db)
    const typed = typedContract(shop, { phone: '', clerk: '' })
    const number = await enterContract(shop.guide, formOf(typed))
    const whole = { ...typed, phone: '13812340029', clerk: '周婷', price2: '800' }
    await changeContract(shop.manager, number, changeOf(whole, 1))
    expect(await orderOf(db, number)).toMatchObject({ status: 'entered', version: 2 })
    const { events } = await readOrder(shop.guide, number)
    expect(events[0]).toMatchObject({
      kind: 'changed',
      data: {
        phone: ['', '+8613812340029'],
        clerk: ['', '周婷'],
        status: ['incomplete', 'entered'],
      },
    })
    expect(events[0]!.data['lines']).toHaveLength(2)
  })

  test('Q-6 the later of two colleagues is refused and told so', async () => {
    const shop = await aShop(database.db)
    const typed = typedContract(shop)
    const number = await enterContract(shop.guide, formOf(typed))
    await changeContract(shop.guide, number, changeOf({ ...typed, name: '甲' }, 1))
    await expect(
      changeContract(shop.manager, number, changeOf({ ...typed, name: '乙' }, 1)),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'orderChanged' })
    expect((await orderOf(database.db, number)).name).toBe('甲')
  })

  test('what the desk asked for in words is not answered by saving nothing', async () => {
    const { db } = database
    const shop = await aShop(db)
    const typed = typedContract(shop)
    const number = await enterContract(shop.guide, formOf(typed))
    await changeContract(shop.guide, number, changeOf(typed, 1))
    expect(await eventsOf(db, number)).toEqual(['entered'])
    await returnContract(shop.desk, number, { note: '几单元？', version: 1 })
    await expect(changeContract(shop.guide, number, changeOf(typed, 2))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'orderUnchanged',
    })
    const answered = { ...typed, requirements: '没有单元' }
    await changeContract(shop.guide, number, changeOf(answered, 2))
    expect(await orderOf(db, number)).toMatchObject({ status: 'entered', returnNote: null })
  })

  test('its number too, unless that is taken', async () => {
    const shop = await aShop(database.db)
    const typed = typedContract(shop)
    const number = await enterContract(shop.guide, formOf(typed))
    const other = await entered(shop)
    await expect(
      changeContract(shop.guide, number, changeOf({ ...typed, number: other }, 1)),
    ).rejects.toMatchObject({ code: 'orderNumberTaken' })
    expect(
      await changeContract(shop.guide, number, changeOf({ ...typed, number: `${number}b` }, 1)),
    ).toBe(`${number}B`)
  })

  test('refuses a checked one, another store’s and the actor', async () => {
    const { db } = database
    const shop = await aShop(db)
    const typed = typedContract(shop)
    const number = await checked(db, shop)
    await expect(
      changeContract(shop.guide, number, changeOf({ ...typed, number }, 2)),
    ).rejects.toMatchObject({ code: 'orderNotInState' })
    const stranger = contextOf(db, await aColleague(db, 'store_guide'))
    await expect(
      changeContract(stranger, number, changeOf({ ...typed, number }, 2)),
    ).rejects.toMatchObject({ kind: 'not_found' })
    await expect(
      changeContract(shop.warehouse, number, changeOf({ ...typed, number }, 2)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a contract is cancelled', () => {
  test('by its store until it is checked, then by the desk alone', async () => {
    const { db } = database
    const shop = await aShop(db)
    const first = await entered(shop)
    await cancelContract(shop.guide, first, { reason: '顾客不要了', version: 1 })
    expect((await orderOf(db, first)).status).toBe('cancelled')
    expect(await eventsOf(db, first)).toEqual(['entered', 'cancelled'])
    const second = await checked(db, shop)
    await expect(
      cancelContract(shop.guide, second, { reason: 'x', version: 2 }),
    ).rejects.toMatchObject({ code: 'orderNotInState' })
    await cancelContract(shop.desk, second, { reason: '退单', version: 2 })
    await expect(
      cancelContract(shop.desk, second, { reason: '退单', version: 3 }),
    ).rejects.toMatchObject({ code: 'orderNotInState' })
  })

  test('refuses the actor and an older version', async () => {
    const shop = await aShop(database.db)
    const number = await entered(shop)
    await expect(
      cancelContract(shop.warehouse, number, { reason: 'x', version: 1 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      cancelContract(shop.guide, number, { reason: 'x', version: 9 }),
    ).rejects.toMatchObject({ code: 'orderChanged' })
  })
})
