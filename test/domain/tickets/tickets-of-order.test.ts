import { expect, test } from 'vitest'
import { ticketsOfOrder } from '#app/domain/tickets/tickets-of-order.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { anOrder } from '#test/factories/customers.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

test('Q-12 an order’s page names its tickets, the newest first, to whoever may see them', async () => {
  const { db } = database
  const [own, other] = [await aStore(db), await aStore(db)]
  const order = await anOrder(db, { storeId: own.id })
  const at = (day: number) => new Date(Date.UTC(2026, 2, day))
  const delivery = await aTicket(db, { orderId: order.id, storeId: own.id, createdAt: at(1) })
  const repair = await aTicket(db, { orderId: order.id, storeId: own.id, createdAt: at(2) })
  const elsewhere = await aTicket(db, { orderId: order.id, storeId: other.id, createdAt: at(3) })
  await aTicket(db, { storeId: own.id })
  const seenBy = async (
    role: 'desk' | 'store_guide' | 'warehouse',
    storeId: number | null = null,
  ) => {
    const colleague = await aColleague(db, role, { storeId })
    return (await ticketsOfOrder(contextOf(db, colleague), order.id)).map(({ number }) => number)
  }
  expect(await seenBy('desk')).toEqual([elsewhere.number, repair.number, delivery.number])
  expect(await seenBy('store_guide', own.id)).toEqual([repair.number, delivery.number])
  expect(await seenBy('warehouse')).toEqual([])
})
