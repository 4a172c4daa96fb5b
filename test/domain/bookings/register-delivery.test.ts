import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { deliveriesOfOrder, registerDelivery } from '#app/domain/bookings/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { anOrder, anOrderReady } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Parameters<typeof aColleague>[1], facts = {}) =>
  contextOf(database.db, await aColleague(database.db, role, facts))
const ticketOf = async (number: string) =>
  only(await database.db.select().from(tickets).where(eq(tickets.number, number)))

test('BK-5 one delivery ticket of a ready order, with what the contract says, whoever asks first', async () => {
  const { db } = database
  const store = await aStore(db)
  const order = await anOrderReady(db, { storeId: store.id })
  const [desk, guide] = [await as('desk'), await as('store_guide', { storeId: store.id })]
  const numbers = await Promise.all([
    registerDelivery(desk, order.number),
    registerDelivery(guide, order.number),
    registerDelivery(desk, order.number),
  ])
  expect(new Set(numbers).size).toBe(1)
  const ticket = await ticketOf(numbers[0])
  expect(ticket).toMatchObject({
    kind: 'delivery',
    orderId: order.id,
    storeId: store.id,
    name: order.name,
    phone: order.phone,
    address: order.address,
    severity: null,
  })
  expect(ticket.product).toMatch(/ × 1$/)
  expect(ticket.description).toContain(order.number)
})

test('when it is agreed for is told to whoever may read the order', async () => {
  const { db } = database
  const order = await anOrderReady(db)
  const { id: ticketId, number } = await ticketOf(
    await registerDelivery(await as('desk'), order.number),
  )
  await aVisit(db, { ticketId, skill: 'delivery', status: 'cancelled' })
  const visit = await aVisit(db, { ticketId, skill: 'delivery' })
  const keeper = await as('warehouse')
  expect(await deliveriesOfOrder(keeper, order.id)).toEqual([
    { number, start: visit.windowStart, end: visit.windowEnd },
  ])
  await expect(registerDelivery(await as('desk'), order.number)).rejects.toMatchObject({
    code: 'deliveryBooked',
  })
  await expect(deliveriesOfOrder(await as('crew'), order.id)).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('refuses an order whose goods aren’t there, another store’s, and the actor', async () => {
  const { db } = database
  const waiting = await anOrder(db, { status: 'checked', name: 'A', deliveredOn: null })
  await expect(registerDelivery(await as('desk'), waiting.number)).rejects.toMatchObject({
    code: 'orderNotReady',
  })
  const { number } = await anOrderReady(db)
  const elsewhere = await as('store_guide', { storeId: (await aStore(db)).id })
  await expect(registerDelivery(elsewhere, number)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(registerDelivery(await as('warehouse'), number)).rejects.toMatchObject({
    kind: 'forbidden',
  })
  expect(await db.$count(tickets, eq(tickets.orderNumber, number))).toBe(0)
})
