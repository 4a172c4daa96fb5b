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
