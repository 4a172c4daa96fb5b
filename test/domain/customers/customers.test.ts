import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { customerContacts, customerNotes, customers } from '#db/schema/customers.ts'
import { ratings } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import {
  addContact,
  AddContactForm,
  removeContact,
  writeCustomerNote,
} from '#app/domain/customers/contacts.server.ts'
import { listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { mergeCustomers, separateCustomer } from '#app/domain/customers/merge-customers.server.ts'
import { readCustomer } from '#app/domain/customers/read-customer.server.ts'
import { refreshCustomerWords } from '#app/domain/search/index.server.ts'
import { mergeTicket } from '#app/domain/tickets/merge-ticket.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { type Action, permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))
const without = (action: Action) =>
  roles.filter((role) => !(permissions[action] as readonly Role[]).includes(role))
const lastAudit = async (id: number) =>
  (
    await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `customer:${id}`))
      .orderBy(desc(auditLog.id))
      .limit(1)
  )[0]

/** A customer as the product makes one, with the words to be found by. */
async function known(facts: Partial<typeof customers.$inferInsert> = {}) {
  const customer = await aCustomer(database.db, facts)
  await inTransaction(await as('desk'), (tx) => refreshCustomerWords(tx, customer.id))
  return customer
}

describe('CU-1: a customer’s page', () => {
  test('orders with their sums, products with warranty, tickets, visits, ratings, contacts, notes', async () => {
    const ctx = await as('desk')
    const customer = await known()
    const order = await anOrder(database.db, { customerId: customer.id })
    const ticket = await aTicket(database.db, { customerId: customer.id, status: 'closed' })
    const visit = await aConfirmedVisit(database.db, {
      ticketId: ticket.id,
      status: 'finished',
      workDone: '换了铰链',
      finishedAt: tuesdayMorning,
    })
    await database.db.insert(ratings).values({
      visitId: visit.id,
      ...{ attitude: 5, quality: 4, solved: 5, punctuality: 3, tidiness: 3 },
      words: '还行',
      source: 'online',
      createdAt: tuesdayMorning,
      updatedAt: tuesdayMorning,
    })
    const phone = aPhone()
    await addContact(ctx, customer.id, { kind: 'phone', value: phone, label: '妻子' })
    await writeCustomerNote(ctx, customer.id, { body: '狗怕生', submissionKey: newToken() })
    const page = await readCustomer(ctx, customer.id)
    expect(page.customer.id).toBe(customer.id)
    expect(page.orders).toMatchObject([{ number: order.number, total: 499900, currency: 'CNY' }])
    expect(page.bought).toMatchObject([
      { orderNumber: order.number, warranty: { until: '2027-06-20', covered: true } },
    ])
    expect(page.tickets.map(({ number }) => number)).toEqual([ticket.number])
    expect(page.visits.map(({ id }) => id)).toEqual([visit.id])
    expect(page.ratings).toMatchObject([{ visitId: visit.id, average: 4, words: '还行' }])
    expect(page.contacts).toMatchObject([{ kind: 'phone', value: phone, label: '妻子' }])
    expect(page.notes).toMatchObject([{ body: '狗怕生', author: ctx.actor.name }])
  })

  test('Q-12: a store sees its own customers, and of them what is its own', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const customer = await known()
    await anOrder(database.db, { customerId: customer.id, storeId: other.id })
    await aTicket(database.db, { customerId: customer.id, storeId: other.id })
    const ctx = await as('store_manager', own.id)
    await expect(readCustomer(ctx, customer.id)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await listCustomers(ctx, { q: customer.name, after: undefined })).rows).toEqual([])
    const mine = await anOrder(database.db, { customerId: customer.id, storeId: own.id })
    const page = await readCustomer(ctx, customer.id)
    expect(page.orders.map(({ number }) => number)).toEqual([mine.number])
    expect(page.bought.map(({ orderNumber }) => orderNumber)).toEqual([mine.number])
    expect(page.tickets).toEqual([])
  })

  test.each(without('customer:read'))('Q-12: not read by a %s', async (role) => {
    const customer = await known()
    const ctx = await as(role)
    await expect(readCustomer(ctx, customer.id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listCustomers(ctx, { q: '', after: undefined })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('CU-1: the list', () => {
  test('found by name, phone, address, email and another contact; page after page, the newest first', async () => {
    const ctx = await as('desk')
    const customer = await known({
      name: '欧阳明月',
      address: '上海市长宁区仙霞路 88 弄',
      email: 'mingyue@example.test',
    })
    const wechat = `wx${customer.id}moon`
    await addContact(ctx, customer.id, { kind: 'wechat', value: wechat, label: '' })
    const tail = customer.phone.slice(-6)
    for (const q of ['明月', 'oymy', '仙霞', customer.phone, tail, wechat]) {
      const { rows } = await listCustomers(ctx, { q, after: undefined })
      expect([q, rows.map(({ id }) => id)]).toEqual([q, expect.arrayContaining([customer.id])])
    }
    await Promise.all(Array.from({ length: 45 }, () => aCustomer(database.db)))
    const first = await listCustomers(ctx, { q: '', after: undefined })
    expect(first.rows).toHaveLength(40)
    const second = await listCustomers(ctx, { q: '', after: first.more! })
    expect(second.rows[0]!.id).toBeLessThan(first.rows.at(-1)!.id)
  })

  test('counts are of the whole person, and a merged entry is no row of its own', async () => {
    const ctx = await as('desk')
    const kept = await known({ name: '司徒望舒' })
    const gone = await known({ name: '司徒望舒' })
    await anOrder(database.db, { customerId: gone.id })
    await aTicket(database.db, { customerId: kept.id })
    await aTicket(database.db, { customerId: gone.id, status: 'closed' })
    await mergeCustomers(ctx, gone.id, kept.id)
    const { rows } = await listCustomers(ctx, { q: gone.phone, after: undefined })
    expect(rows.map(({ id }) => id)).not.toContain(gone.id)
    const byName = await listCustomers(ctx, { q: '望舒', after: undefined })
    expect(byName.rows).toMatchObject([{ id: kept.id, merged: 1, orders: 1, tickets: 2, open: 1 }])
  })
})

describe('CU-1: contacts and notes', () => {
  test.each([
    ['phone', '138 0013 8000', '+8613800138000'],
    ['email', ' Lin@Example.test ', 'lin@example.test'],
    ['wechat', ' lin  wei ', 'lin wei'],
  ] as const)('a %s is kept as it is compared', (kind, typed, kept) => {
    const read = AddContactForm.safeParse({ kind, value: typed, label: ' 妻子 ' })
    expect(read).toMatchObject({ success: true, data: { kind, value: kept, label: '妻子' } })
  })

  test.each([
    ['phone', '12'],
    ['email', 'nobody'],
    ['wechat', ''],
  ] as const)('what is no %s is said at its field', (kind, value) => {
    const read = AddContactForm.safeParse({ kind, value, label: '' })
    expect(read.error?.issues[0]?.path).toEqual(['value'])
  })

  test('the same twice is one with the newer label; removed twice is once', async () => {
    const ctx = await as('desk')
    const { id } = await known()
    const value = aPhone()
    await addContact(ctx, id, { kind: 'phone', value, label: '' })
    await addContact(ctx, id, { kind: 'phone', value, label: '工长' })
    const rows = await database.db
      .select()
      .from(customerContacts)
      .where(eq(customerContacts.customerId, id))
    expect(rows).toMatchObject([{ value, label: '工长' }])
    await removeContact(ctx, id, rows[0]!.id)
    await removeContact(ctx, id, rows[0]!.id)
    expect((await readCustomer(ctx, id)).contacts).toEqual([])
  })

  test('a contact of somebody else is not removed', async () => {
    const ctx = await as('desk')
    const [one, other] = [await known(), await known()]
    await addContact(ctx, other.id, { kind: 'wechat', value: 'lin', label: '' })
    const [row] = (await readCustomer(ctx, other.id)).contacts
    await removeContact(ctx, one.id, row!.id)
    expect((await readCustomer(ctx, other.id)).contacts).toHaveLength(1)
  })

  test('Q-5: one note however often its form is sent', async () => {
    const ctx = await as('desk')
    const { id } = await known()
    const note = { body: '门铃坏了', submissionKey: newToken() }
    await Promise.all(Array.from({ length: 5 }, () => writeCustomerNote(ctx, id, note)))
    expect(
      await database.db.select().from(customerNotes).where(eq(customerNotes.customerId, id)),
    ).toHaveLength(1)
  })

  test.each(without('customer:write'))('Q-12: not by a %s', async (role) => {
    const ctx = await as(role)
    const { id } = await known()
    const contact = { kind: 'wechat', value: 'lin', label: '' } as const
    await expect(addContact(ctx, id, contact)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(removeContact(ctx, id, 1)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(
      writeCustomerNote(ctx, id, { body: '记', submissionKey: newToken() }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('CU-1: duplicates of a person', () => {
  test('the same email, a contact that is the other’s phone, the same name at the same address', async () => {
    const ctx = await as('desk')
    const address = '上海市静安区愚园路 100 号'
    const me = await known({ name: '诸葛清风', address, email: 'qf@example.test' })
    const byEmail = await known({ email: 'qf@example.test' })
    const byHome = await known({ name: '诸葛清风', address })
    const byContact = await known()
    await known({ name: '诸葛清风' })
    await addContact(ctx, me.id, { kind: 'phone', value: byContact.phone, label: '' })
    const { alike } = await readCustomer(ctx, me.id)
    expect(alike.map(({ id, by }) => [id, by]).sort()).toEqual(
      [
        [byEmail.id, ['email']],
        [byHome.id, ['nameAndAddress']],
        [byContact.id, ['contact']],
      ].sort(),
    )
    // Seen from the other side too.
    expect((await readCustomer(ctx, byContact.id)).alike.map(({ id }) => id)).toContain(me.id)
  })

  test('merged, the one that is kept shows what both have; undone, each its own; both on record', async () => {
    const ctx = await as('desk')
    const [kept, gone] = [await known(), await known()]
    const ticket = await aTicket(database.db, { customerId: gone.id })
    await mergeCustomers(ctx, gone.id, kept.id)
    await mergeCustomers(ctx, gone.id, kept.id)
    const page = await readCustomer(ctx, gone.id)
    expect(page.customer.id).toBe(kept.id)
    expect(page.merged).toMatchObject([{ id: gone.id, direct: true }])
    expect(page.tickets.map(({ number }) => number)).toEqual([ticket.number])
    expect(await lastAudit(kept.id)).toMatchObject({ action: 'customer_merged' })
    await separateCustomer(ctx, gone.id)
    await separateCustomer(ctx, gone.id)
    expect((await readCustomer(ctx, kept.id)).tickets).toEqual([])
    expect((await readCustomer(ctx, gone.id)).customer.id).toBe(gone.id)
    expect(await lastAudit(kept.id)).toMatchObject({ action: 'customer_unmerged' })
    const [row] = await database.db.select().from(tickets).where(eq(tickets.id, ticket.id))
    expect(row!.customerId).toBe(gone.id)
  })

  test('each into the other at the same time: one merge, no ring', async () => {
    const ctx = await as('desk')
    const [one, other] = [await known(), await known()]
    const answers = await Promise.allSettled([
      mergeCustomers(ctx, one.id, other.id),
      mergeCustomers(ctx, other.id, one.id),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const rows = await Promise.all(
      [one, other].map(({ id }) =>
        database.db.select().from(customers).where(eq(customers.id, id)),
      ),
    )
    expect(rows.flat().filter(({ mergedIntoId }) => mergedIntoId !== null)).toHaveLength(1)
  })

  test('not into oneself, nor once merged or erased; not undone while their tickets are merged', async () => {
    const ctx = await as('desk')
    const [kept, gone, third] = [await known(), await known(), await known()]
    await expect(mergeCustomers(ctx, kept.id, kept.id)).rejects.toMatchObject({
      code: 'customerWithItself',
    })
    await mergeCustomers(ctx, gone.id, kept.id)
    await expect(mergeCustomers(ctx, gone.id, third.id)).rejects.toMatchObject({
      code: 'customerMerged',
    })
    const source = await aTicket(database.db, { customerId: gone.id })
    const target = await aTicket(database.db, { customerId: kept.id })
    await mergeTicket(ctx, source.number, { into: target.number, version: source.version })
    await expect(separateCustomer(ctx, gone.id)).rejects.toMatchObject({
      code: 'ticketsMergedAcross',
      values: { number: source.number },
    })
    await database.db
      .update(customers)
      .set({ erasedAt: tuesdayMorning })
      .where(and(eq(customers.id, third.id)))
    await expect(mergeCustomers(ctx, third.id, kept.id)).rejects.toMatchObject({
      code: 'customerErased',
    })
  })

  test.each(without('customer:merge'))('Q-12: not by a %s', async (role) => {
    const ctx = await as(role)
    const [one, other] = [await known(), await known()]
    await expect(mergeCustomers(ctx, one.id, other.id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(separateCustomer(ctx, one.id)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
