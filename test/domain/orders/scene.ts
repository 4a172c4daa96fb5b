import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { orderEvents, orderLines, orders } from '#db/schema/customers.ts'
import { messages } from '#db/schema/messages.ts'
import { checkContract } from '#app/domain/orders/check-contract.server.ts'
import { ChangeContractForm, EnterContractForm } from '#app/domain/orders/contract-form.server.ts'
import { enterContract } from '#app/domain/orders/enter-contract.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aPhone, only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aProduct, aStore } from '#test/factories/stores.ts'

/** A store with its people, the desk, the warehouse, and two products. */
export async function aShop(db: Db, now = tuesdayMorning) {
  const store = await aStore(db)
  const as = async (role: Parameters<typeof aColleague>[1], facts = {}) =>
    contextOf(db, await aColleague(db, role, facts), { now })
  return {
    store,
    guide: await as('store_guide', { storeId: store.id }),
    manager: await as('store_manager', { storeId: store.id }),
    desk: await as('desk'),
    warehouse: await as('warehouse'),
    wardrobe: await aProduct(db),
    bedside: await aProduct(db, { nameZh: '床头柜', nameEn: 'Bedside table' }),
  }
}
export type Shop = Awaited<ReturnType<typeof aShop>>

/** What a complete contract's form sends. */
export function typedContract({ wardrobe, bedside }: Shop, facts: Record<string, string> = {}) {
  return {
    submissionKey: newToken(),
    number: `XS2603-${String(serial()).padStart(4, '0')}`,
    name: '林晓岚',
    phone: aPhone(),
    email: 'lin@example.test',
    address: '上海市徐汇区漕溪路 18 号 301',
    orderedOn: '2026-03-10',
    deliveryOn: '2026-03-24',
    clerk: '周婷',
    model1: wardrobe.model,
    quantity1: '1',
    price1: '4999.00',
    model2: bedside.model,
    quantity2: '2',
    price2: '899.5',
    ...facts,
  }
}

export const formOf = (typed: Record<string, string>) => EnterContractForm.parse(typed)
export const changeOf = (typed: Record<string, string>, version: number) =>
  ChangeContractForm.parse({ ...typed, version })

export const entered = (shop: Shop, facts: Record<string, string> = {}) =>
  enterContract(shop.guide, formOf(typedContract(shop, facts)))

export async function checked(db: Db, shop: Shop, facts: Record<string, string> = {}) {
  const number = await entered(shop, facts)
  await checkContract(shop.desk, number, { version: (await orderOf(db, number)).version })
  return number
}

export const orderOf = async (db: Db, number: string) =>
  only(await db.select().from(orders).where(eq(orders.number, number)))

export const linesOf = async (db: Db, number: string) =>
  db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, (await orderOf(db, number)).id))
    .orderBy(asc(orderLines.position))

export const eventsOf = async (db: Db, number: string) =>
  (
    await db
      .select({ kind: orderEvents.kind })
      .from(orderEvents)
      .where(eq(orderEvents.orderId, (await orderOf(db, number)).id))
      .orderBy(asc(orderEvents.id))
  ).map(({ kind }) => kind)

/** To whom which mails about this order were written. */
export const mailsAbout = async (db: Db, number: string) =>
  (await db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.recipient)))
    .filter(({ params }) => params['number'] === number)
    .map(({ template, recipient, channel, params }) => ({ template, recipient, channel, params }))
