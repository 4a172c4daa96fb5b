import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, instant, reference } from './columns.ts'
import { products, stores } from './stores.ts'

export const customers = pgTable('customers', {
  id: identity(),
  /** E.164; one customer a phone. */
  phone: text('phone').notNull().unique(),
  name: text('name').notNull(),
  email: text('email'),
  address: text('address'),
  locale: text('locale', { enum: ['zh-CN', 'en'] }).notNull(),
  createdAt: instant('created_at').notNull(),
})

export const orders = pgTable(
  'orders',
  {
    id: identity(),
    number: text('number').notNull().unique(),
    storeId: reference('store_id')
      .notNull()
      .references(() => stores.id),
    customerId: reference('customer_id')
      .notNull()
      .references(() => customers.id),
    address: text('address').notNull(),
    orderedOn: date('ordered_on').notNull(),
    deliveredOn: date('delivered_on'),
    clerk: text('clerk').notNull(),
    requirements: text('requirements'),
  },
  (t) => [index('orders_customer').on(t.customerId)],
)

export const orderLines = pgTable(
  'order_lines',
  {
    id: identity(),
    orderId: reference('order_id')
      .notNull()
      .references(() => orders.id),
    productId: reference('product_id')
      .notNull()
      .references(() => products.id),
    quantity: integer('quantity').notNull(),
    /** Minor units of `currency`. */
    unitPrice: reference('unit_price').notNull(),
    currency: text('currency').notNull().default('CNY'),
  },
  (t) => [
    index('order_lines_order').on(t.orderId),
    check('order_lines_quantity', sql`${t.quantity} > 0`),
  ],
)
