import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { customerGrades } from '../vocabulary/customers.ts'
import { locales } from '../vocabulary/locales.ts'
import { orderEventKinds, orderStatuses } from '../vocabulary/orders.ts'
import { staff } from './accounts.ts'
import { identity, instant, reference, tsvector } from './columns.ts'
import { products, stores } from './stores.ts'

export const customers = pgTable(
  'customers',
  {
    id: identity(),
    /** E.164; one customer a phone. `erased:<id>` once their data was erased. */
    phone: text('phone').notNull().unique(),
    name: text('name').notNull(),
    email: text('email'),
    address: text('address'),
    locale: text('locale', { enum: ['zh-CN', 'en'] }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** The same person under another phone; that one is whom pages show. */
    mergedIntoId: reference('merged_into_id').references((): AnyPgColumn => customers.id),
    erasedAt: instant('erased_at'),
    /** CU-1: how much they mean to us; regular contact is due by it. */
    grade: text('grade', { enum: customerGrades }),
    /** When a colleague was last in touch as the grade asks for. */
    contactedAt: instant('contacted_at'),
    /** The next regular contact; kept with the grade. */
    contactDue: date('contact_due'),
    /** FU-5, ST-2: the last day of their service contract. */
    contractUntil: date('contract_until'),
    words: tsvector('words')
      .notNull()
      .default(sql`''::tsvector`),
  },
  (t) => [
    check('customers_due_by_grade', sql`${t.contactDue} is null or ${t.grade} is not null`),
    index('customers_contract')
      .on(t.contractUntil)
      .where(sql`${t.contractUntil} is not null`),
    index('customers_contact_due')
      .on(t.contactDue, t.id)
      .where(sql`${t.contactDue} is not null`),
    check('customers_merged', sql`${t.mergedIntoId} <> ${t.id}`),
    index('customers_words').using('gin', t.words).with({ fastupdate: false }),
    index('customers_email').on(t.email),
    index('customers_merged_into')
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
  ],
)

/** CU-1: another way to reach somebody. */
export const customerContacts = pgTable(
  'customer_contacts',
  {
    id: identity(),
    customerId: reference('customer_id')
      .notNull()
      .references(() => customers.id),
    kind: text('kind', { enum: ['phone', 'email', 'wechat'] }).notNull(),
    value: text('value').notNull(),
    /** Whose it is: “wife”, “site foreman”. */
    label: text('label').notNull().default(''),
    by: uuid('by').references(() => staff.id),
    at: instant('at').notNull(),
  },
  (t) => [
    unique('customer_contacts_once').on(t.customerId, t.kind, t.value),
    index('customer_contacts_value').on(t.kind, t.value),
  ],
)

export const customerNotes = pgTable(
  'customer_notes',
  {
    id: identity(),
    customerId: reference('customer_id')
      .notNull()
      .references(() => customers.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staff.id),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [index('customer_notes_customer').on(t.customerId, t.id)],
)

/** 销售合同: what was sold to whom, from its store's first entry to the day it is delivered (BK-5). */
export const orders = pgTable(
  'orders',
  {
    id: identity(),
    number: text('number').notNull().unique(),
    status: text('status', { enum: orderStatuses }).notNull().default('entered'),
    storeId: reference('store_id')
      .notNull()
      .references(() => stores.id),
    /** Known once the contract names a phone. */
    customerId: reference('customer_id').references(() => customers.id),
    /** As the contract says; empty while the store owes it. */
    name: text('name').notNull().default(''),
    /** E.164, or as the store wrote it while it is no number. */
    phone: text('phone').notNull().default(''),
    email: text('email'),
    /** The language the customer reads. */
    locale: text('locale', { enum: locales }).notNull().default('zh-CN'),
    address: text('address').notNull(),
    orderedOn: date('ordered_on').notNull(),
    /** The delivery date of the contract. */
    deliveryOn: date('delivery_on'),
    deliveredOn: date('delivered_on'),
    clerk: text('clerk').notNull(),
    requirements: text('requirements'),
    enteredBy: uuid('entered_by').references(() => staff.id),
    enteredAt: instant('entered_at'),
    checkedBy: uuid('checked_by').references(() => staff.id),
    checkedAt: instant('checked_at'),
    /** What the store still owes, in the words of whoever checked. */
    returnNote: text('return_note'),
    /** Every line is in stock: booking is open. */
    readyAt: instant('ready_at'),
    /** BK-5: delivery is to be agreed by then. */
    agreeBy: instant('agree_by'),
    /** When the first delivery was agreed with the customer. */
    agreedAt: instant('agreed_at'),
    version: integer('version').notNull().default(1),
    submissionKey: text('submission_key').unique(),
  },
  (t) => [
    index('orders_customer').on(t.customerId),
    index('orders_store').on(t.storeId, t.status, t.id.desc()),
    index('orders_status').on(t.status, t.id.desc()),
    index('orders_waiting')
      .on(t.id.desc())
      .where(sql`${t.status} = 'checked' and ${t.readyAt} is null and ${t.deliveredOn} is null`),
    // Whoever stands at the counter knows a part of one of these.
    index('orders_number_search').on(t.number.op('text_pattern_ops')),
    index('orders_name').on(t.name.op('text_pattern_ops')),
    index('orders_phone_tail').on(sql`reverse(${t.phone}) text_pattern_ops`),
    // BK-5: ready and not yet agreed, the longest waiting first.
    index('orders_to_agree')
      .on(t.agreeBy)
      .where(sql`${t.readyAt} is not null and ${t.agreedAt} is null and ${t.status} = 'checked'`),
    check(
      'orders_checked',
      sql`${t.status} <> 'checked' or (${t.customerId} is not null and ${t.name} <> '' and ${t.address} <> '')`,
    ),
    check('orders_ready', sql`(${t.readyAt} is null) = (${t.agreeBy} is null)`),
  ],
)

export const orderLines = pgTable(
  'order_lines',
  {
    id: identity(),
    orderId: reference('order_id')
      .notNull()
      .references(() => orders.id),
    position: smallint('position').notNull().default(1),
    productId: reference('product_id')
      .notNull()
      .references(() => products.id),
    quantity: integer('quantity').notNull(),
    /** Minor units of `currency`. */
    unitPrice: reference('unit_price').notNull(),
    currency: text('currency').notNull().default('CNY'),
    /** When all of it was in stock. */
    arrivedAt: instant('arrived_at'),
    arrivedBy: uuid('arrived_by').references(() => staff.id),
  },
  (t) => [
    index('order_lines_order').on(t.orderId),
    check('order_lines_quantity', sql`${t.quantity} > 0`),
    check('order_lines_price', sql`${t.unitPrice} >= 0`),
  ],
)

/** BK-5: what happened to a contract; append only. */
export const orderEvents = pgTable(
  'order_events',
  {
    id: identity(),
    orderId: reference('order_id')
      .notNull()
      .references(() => orders.id),
    kind: text('kind', { enum: orderEventKinds }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'customer', 'job'] }).notNull(),
    actorId: uuid('actor_id').references(() => staff.id),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index('order_events_order').on(t.orderId, t.id)],
)

/** A file of contracts that was read and waits to be taken over; forgotten after a day. */
export const orderImports = pgTable('order_imports', {
  id: uuid('id').primaryKey().defaultRandom(),
  storeId: reference('store_id')
    .notNull()
    .references(() => stores.id),
  madeBy: uuid('made_by')
    .notNull()
    .references(() => staff.id),
  fileName: text('file_name').notNull(),
  /** The header and the rows as they were read. */
  rows: jsonb('rows').$type<string[][]>().notNull(),
  createdAt: instant('created_at').notNull(),
  /** Set once, when its contracts were entered. */
  takenAt: instant('taken_at'),
})
