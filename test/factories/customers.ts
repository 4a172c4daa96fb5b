import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.server.ts'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { aPhone, only, serial } from './serial.ts'
import { aProduct, aStore } from './stores.ts'

export async function aCustomer(db: Db, facts: Partial<typeof customers.$inferInsert> = {}) {
  const n = serial()
  const values = {
    phone: aPhone(),
    name: `顾客${n}`,
    email: `customer${n}@example.test`,
    address: `上海市徐汇区漕溪路 ${n} 号`,
    locale: 'zh-CN' as const,
    createdAt: new Date('2025-06-02T02:00:00Z'),
    ...facts,
  }
  return only(await db.insert(customers).values(values).returning())
}

/** An order with one wardrobe on it, delivered. */
export async function anOrder(db: Db, facts: Partial<typeof orders.$inferInsert> = {}) {
  const values = {
    number: `DD${String(serial()).padStart(6, '0')}`,
    storeId: facts.storeId ?? (await aStore(db)).id,
    customerId: facts.customerId ?? (await aCustomer(db)).id,
    address: '上海市徐汇区漕溪路 1 号',
    orderedOn: '2025-06-02',
    deliveredOn: '2025-06-20',
    clerk: '小林',
    ...facts,
  }
  const order = only(await db.insert(orders).values(values).returning())
  const { id: productId } = await aProduct(db)
  await db
    .insert(orderLines)
    .values({ orderId: order.id, productId, quantity: 1, unitPrice: 499900 })
  return order
}

/** A checked order whose goods are all in stock, waiting for its delivery to be agreed. */
export async function anOrderReady(db: Db, facts: Partial<typeof orders.$inferInsert> = {}) {
  const readyAt = facts.readyAt ?? new Date('2026-03-09T02:00:00Z')
  const customer = facts.customerId
    ? only(await db.select().from(customers).where(eq(customers.id, facts.customerId)))
    : await aCustomer(db, facts.phone ? { phone: facts.phone } : {})
  const order = await anOrder(db, {
    status: 'checked',
    customerId: customer.id,
    name: customer.name,
    phone: customer.phone,
    email: customer.email,
    orderedOn: '2026-02-12',
    deliveryOn: '2026-03-14',
    deliveredOn: null,
    enteredAt: new Date('2026-02-12T02:00:00Z'),
    checkedAt: new Date('2026-02-12T08:00:00Z'),
    readyAt,
    agreeBy: new Date(readyAt.getTime() + 3 * 86_400_000),
    ...facts,
  })
  await db.update(orderLines).set({ arrivedAt: readyAt }).where(eq(orderLines.orderId, order.id))
  return order
}
