import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { customers, orders } from '#db/schema/customers.ts'
import { tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import {
  changeCustomer,
  ChangeCustomerForm,
  customerStamp,
} from '#app/domain/customers/change-customer.server.ts'
import { eraseCustomer } from '#app/domain/customers/erase-customer.server.ts'
import { listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { entryWith, mergeCustomers } from '#app/domain/customers/merge-customers.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
type Customer = Awaited<ReturnType<typeof aCustomer>>

const rowOf = async (id: number) =>
  (await database.db.select().from(customers).where(eq(customers.id, id)))[0]!
const auditOf = (id: number) =>
  database.db
    .select({ action: auditLog.action, by: auditLog.actorId, data: auditLog.data })
    .from(auditLog)
    .where(eq(auditLog.subject, `customer:${id}`))
    .orderBy(asc(auditLog.id))
const changed = (from: Customer, facts: Partial<ChangeCustomerForm> = {}): ChangeCustomerForm => ({
  ...{ name: from.name, phone: from.phone, email: from.email, address: from.address },
  ...{ locale: from.locale, seen: customerStamp(from), ...facts },
})

describe('CU-1: a customer’s details', () => {
  test('are those saved, and they are found by them; orders and tickets keep what was said', async () => {
    const ctx = await as('desk')
    const before = await aCustomer(database.db, { name: '尉迟恭敬' })
    const order = await anOrder(database.db, { customerId: before.id, name: '尉迟恭敬' })
    const ticket = await aTicket(database.db, { customerId: before.id, name: '尉迟恭敬' })
    const phone = aPhone()
    const form = changed(before, { name: '宇文长庆', phone, email: null, locale: 'en' })
    await changeCustomer(ctx, before.id, form)
    await changeCustomer(ctx, before.id, form)
    expect(await rowOf(before.id)).toMatchObject({
      ...{ name: '宇文长庆', phone, email: null, address: before.address, locale: 'en' },
    })
    for (const q of ['长庆', 'ywcq', phone]) {
      const { rows } = await listCustomers(ctx, { q })
      expect([q, rows.map(({ id }) => id)]).toEqual([q, [before.id]])
    }
    for (const q of ['恭敬', before.phone]) {
      expect([q, (await listCustomers(ctx, { q })).rows]).toEqual([q, []])
    }
    const [sold] = await database.db.select().from(orders).where(eq(orders.id, order.id))
    expect(sold).toMatchObject({ name: '尉迟恭敬' })
    const [told] = await database.db.select().from(tickets).where(eq(tickets.id, ticket.id))
    expect(told).toMatchObject({ name: '尉迟恭敬', phone: ticket.phone })
  })

  test('Q-24: who changed which of them is on record, and no value, so that it can be erased', async () => {
    const ctx = await as('aftersales_manager')
    const before = await aCustomer(database.db)
    await changeCustomer(ctx, before.id, changed(before, { name: '临时的名字', address: null }))
    const log = await auditOf(before.id)
    expect(log).toEqual([
      {
        ...{ action: 'customer_changed', by: ctx.actor.id },
        data: JSON.stringify({ details: [null, 'name, address'] }),
      },
    ])
    const confirm = before.phone.slice(-4)
    await eraseCustomer(ctx, before.id, { confirm, reason: '来信要求' })
    await expect(
      changeCustomer(ctx, before.id, changed(before, { name: '又回来了' })),
    ).rejects.toMatchObject({ code: 'customerErased' })
  })

  test('Q-6: refused when a colleague changed them meanwhile', async () => {
    const ctx = await as('desk')
    const before = await aCustomer(database.db)
    await changeCustomer(ctx, before.id, changed(before, { name: '先改的' }))
    await expect(
      changeCustomer(ctx, before.id, changed(before, { name: '后改的' })),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'customerChanged' })
    expect(await rowOf(before.id)).toMatchObject({ name: '先改的' })
    expect(await auditOf(before.id)).toHaveLength(1)
  })

  test('a phone is one customer’s: whoever else has it is merged instead', async () => {
    const ctx = await as('desk')
    const [one, other] = [await aCustomer(database.db), await aCustomer(database.db)]
    const form = changed(one, { phone: other.phone })
    await expect(changeCustomer(ctx, one.id, form)).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'customerPhoneTaken' },
    })
    expect(await entryWith(ctx, other.phone)).toBe(other.id)
    expect(await entryWith(ctx, aPhone())).toBeNull()
    await mergeCustomers(ctx, other.id, one.id)
    expect(await entryWith(ctx, other.phone)).toBe(one.id)
    await expect(changeCustomer(ctx, one.id, form)).rejects.toMatchObject({
      code: 'customerPhoneOfEntry',
    })
    await expect(
      changeCustomer(ctx, other.id, changed(other, { name: '别人' })),
    ).rejects.toMatchObject({ code: 'customerMerged' })
  })

  test('two who are given the same phone at once: one has it, the other is refused', async () => {
    const ctx = await as('desk')
    const phone = aPhone()
    const people = [await aCustomer(database.db), await aCustomer(database.db)]
    const answers = await Promise.allSettled(
      people.map((one) => changeCustomer(ctx, one.id, changed(one, { phone }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refusal = answers.find((answer) => answer.status === 'rejected')
    expect(refusal?.reason).toMatchObject({ code: 'customerPhoneTaken' })
  })

  test('a form has a name, a phone that can be called, and an email that is one', () => {
    const typed = { name: '林 薇', phone: '138 0013 8000', locale: 'en', email: '', address: '' }
    expect(ChangeCustomerForm.parse(typed)).toMatchObject({
      ...{ name: '林 薇', phone: '+8613800138000', email: null, address: null },
    })
    for (const facts of [{ name: ' ' }, { phone: '12' }, { email: 'nobody' }, { locale: 'fr' }]) {
      const read = ChangeCustomerForm.safeParse({ ...typed, ...facts })
      expect(read.error?.issues[0]?.path).toEqual(Object.keys(facts))
    }
  })

  test('Q-12: a store changes its own customers and no others', async () => {
    const store = await aStore(database.db)
    const ctx = contextOf(
      database.db,
      await aColleague(database.db, 'store_guide', { storeId: store.id }),
    )
    const customer = await aCustomer(database.db)
    const form = changed(customer, { name: '改了名' })
    await expect(changeCustomer(ctx, customer.id, form)).rejects.toMatchObject({
      kind: 'not_found',
    })
    await anOrder(database.db, { customerId: customer.id, storeId: store.id })
    await changeCustomer(ctx, customer.id, form)
    expect(await rowOf(customer.id)).toMatchObject({ name: '改了名' })
  })

  test.each(
    roles.filter((role) => !(permissions['customer:write'] as readonly Role[]).includes(role)),
  )('Q-12: not by a %s', async (role) => {
    const customer = await aCustomer(database.db)
    await expect(
      changeCustomer(await as(role), customer.id, changed(customer, { name: '别人' })),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
