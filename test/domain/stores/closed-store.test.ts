import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { staffRoles } from '#db/schema/accounts.ts'
import { orders } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { stores } from '#db/schema/stores.ts'
import { changePerson } from '#app/domain/accounts/change-person.server.ts'
import { invitePerson } from '#app/domain/accounts/invite-person.server.ts'
import { personChoices } from '#app/domain/accounts/read-person.server.ts'
import { changeContract } from '#app/domain/orders/change-contract.server.ts'
import { enterContract } from '#app/domain/orders/enter-contract.server.ts'
import { listOrderStores } from '#app/domain/orders/list-order-stores.server.ts'
import { readOrder } from '#app/domain/orders/read-order.server.ts'
import { takeOverImport } from '#app/domain/orders/take-over-import.server.ts'
import { uploadContracts } from '#app/domain/orders/upload-contracts.server.ts'
import { atClosedStore, storeName } from '#app/domain/stores/index.server.ts'
import { listStores } from '#app/domain/tickets/list-stores.server.ts'
import { registerCall, type RegisterCallForm } from '#app/domain/tickets/register-call.server.ts'
import { takeCall } from '#app/domain/tickets/take-call.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aPhone, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aShop, changeOf, entered, formOf, orderOf, typedContract } from '../orders/scene.ts'
import { fileOf, fresh, header, row } from '../orders/sheet.ts'

const database = testDatabase()
const closed = { kind: 'conflict', code: 'storeClosed' }
const close = (id: number) =>
  database.db.update(stores).set({ closedAt: tuesdayMorning }).where(eq(stores.id, id))

const aCall = (): RegisterCallForm => ({
  submissionKey: newToken(),
  phone: aPhone(),
  name: '林薇',
  channel: 'phone',
  kind: 'repair',
  product: '推拉门衣柜',
  category: 'door',
  description: '左边的门又掉下来了',
  severity: null,
  address: '上海市徐汇区漕溪路 9 号',
  email: '',
  preferredDays: '',
  orderNumber: '',
  language: 'zh-CN',
})

describe('a store that closed', () => {
  test('BK-5 takes no new contract, from its own people nor from head office', async () => {
    const shop = await aShop(database.db)
    await close(shop.store.id)
    await expect(entered(shop)).rejects.toMatchObject(closed)
    const typed = { ...typedContract(shop), store: String(shop.store.id) }
    await expect(enterContract(shop.desk, formOf(typed))).rejects.toMatchObject({
      code: 'storeNeeded',
    })
    const offered = await listOrderStores(shop.desk, 'order:enter')
    expect(offered.map(({ id }) => id)).not.toContain(shop.store.id)
  })

  test('BK-5 takes none from a file either, also when it closed after the file was read', async () => {
    const shop = await aShop(database.db)
    const file = () => fileOf([header, row(fresh(), shop)])
    const id = await uploadContracts(shop.guide, {}, file())
    await close(shop.store.id)
    await expect(takeOverImport(shop.guide, id)).rejects.toMatchObject(closed)
    await expect(uploadContracts(shop.guide, {}, file())).rejects.toMatchObject(closed)
    expect(await database.db.$count(orders, eq(orders.storeId, shop.store.id))).toBe(0)
  })

  test('IN-1 takes no new call; a desk clerk of head office still does', async () => {
    const shop = await aShop(database.db)
    await close(shop.store.id)
    await expect(registerCall(shop.guide, aCall())).rejects.toMatchObject(closed)
    expect(await database.db.$count(tickets, eq(tickets.storeId, shop.store.id))).toBe(0)
    const both = await aColleague(database.db, 'desk', { storeId: shop.store.id })
    await database.db.insert(staffRoles).values({ staffId: both.id, role: 'store_guide' })
    const inBoth = contextOf(database.db, { ...both, roles: ['desk', 'store_guide'] })
    for (const clerk of [shop.desk, inBoth]) {
      await expect(registerCall(clerk, aCall())).resolves.toMatch(/^R/)
    }
    expect(await atClosedStore(shop.guide, 'ticket:register')).toBe(true)
    expect(await atClosedStore(inBoth, 'ticket:register')).toBe(false)
    expect(await database.db.$count(tickets, eq(tickets.storeId, shop.store.id))).toBe(0)
  })

  test('gets no new people; who is there stays, and may be changed otherwise', async () => {
    const { db } = database
    const store = await aStore(db)
    const guide = await aColleague(db, 'store_guide', { storeId: store.id })
    const elsewhere = await aColleague(db, 'store_guide')
    await close(store.id)
    const admin = contextOf(db, await aColleague(db, 'admin'))
    const facts = { name: '顾婷', roles: ['store_guide' as const], storeId: store.id, crewId: null }
    const email = `guide-${serial()}@example.test`
    await expect(invitePerson(admin, { ...facts, email, locale: 'zh-CN' })).rejects.toMatchObject(
      closed,
    )
    await expect(changePerson(admin, elsewhere.id, facts)).rejects.toMatchObject(closed)
    await changePerson(admin, guide.id, facts)
    const namesFor = async (person?: { storeId: number | null }) =>
      (await personChoices(admin, person)).stores
        .filter(({ id }) => id === store.id)
        .map(({ name }) => name)
    expect(await namesFor()).toEqual([])
    expect(await namesFor({ storeId: store.id })).toEqual([`${store.nameZh}（已关闭）`])
  })

  test('keeps its past: it is read, found by its store, says that it is closed, and what is open goes on', async () => {
    const { db } = database
    const shop = await aShop(db)
    const typed = typedContract(shop, { deliveryOn: '' })
    const number = await enterContract(shop.guide, formOf(typed))
    const ticket = await aTicket(db, { storeId: shop.store.id, status: 'triaged' })
    await close(shop.store.id)
    const { store } = await readOrder(shop.guide, number)
    expect(storeName(shop.desk, store)).toBe(`${shop.store.nameZh}（已关闭）`)
    expect(storeName({ locale: 'en' }, store)).toBe(`${shop.store.nameEn} (closed)`)
    for (const listed of [await listStores(shop.desk), await listOrderStores(shop.desk)]) {
      expect(listed.find(({ id }) => id === shop.store.id)?.closedAt).toEqual(tuesdayMorning)
    }
    const { version } = await orderOf(db, number)
    await changeContract(
      shop.guide,
      number,
      changeOf({ ...typed, deliveryOn: '2026-03-24' }, version),
    )
    expect((await orderOf(db, number)).status).toBe('entered')
    await takeCall(shop.guide, ticket.number, { submissionKey: newToken(), description: '又响了' })
  })
})

test('what is entered while a store closes is there before, or refused', async () => {
  const { db } = database
  const shop = await aShop(db)
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 6 }, () => entered(shop)),
    close(shop.store.id),
    ...Array.from({ length: 6 }, () => entered(shop)),
  ])
  const kept = outcomes.filter(({ status }) => status === 'fulfilled').length - 1
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(closed)
  }
  expect(await db.$count(orders, eq(orders.storeId, shop.store.id))).toBe(kept)
  await expect(entered(shop)).rejects.toMatchObject(closed)
})
