import { randomUUID } from 'node:crypto'
import { desc, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditLog } from '#db/schema/accounts.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { customers, orders } from '#db/schema/customers.ts'
import { followUpAttempts, followUps, ratings } from '#db/schema/follow-ups.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { messages } from '#db/schema/messages.ts'
import {
  attachments,
  privateLinks,
  ticketEvents,
  ticketMessages,
  ticketNotes,
  tickets,
} from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { addContact, writeCustomerNote } from '#app/domain/customers/contacts.server.ts'
import { eraseCustomer } from '#app/domain/customers/erase-customer.server.ts'
import { exportCustomer } from '#app/domain/customers/export-customer.server.ts'
import { mergeCustomers } from '#app/domain/customers/merge-customers.server.ts'
import { readUnfinished } from '#app/domain/customers/refuse-unfinished.server.ts'
import { readCustomer } from '#app/domain/customers/read-customer.server.ts'
import { makePrivateLink, recordEvent } from '#app/domain/tickets/index.server.ts'
import { verifyRecords } from '#app/domain/work/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aChain } from '#test/domain/work/chain.ts'
import { whereSaid } from './where-said.ts'

const database = testDatabase()
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
const confirmed = (phone: string) => ({ confirm: phone.slice(-4), reason: '来信要求' })

/** Words that are looked for afterwards in every column of every table. */
const secret = `秘密${randomUUID().slice(0, 8)}`

/** Somebody with a closed matter, and their words wherever words are kept. */
async function someone() {
  const ctx = await as('aftersales_manager')
  const customer = await aCustomer(database.db, {
    name: secret,
    email: `${secret}@example.test`,
    address: secret,
  })
  await anOrder(database.db, { customerId: customer.id, name: secret, address: secret })
  const ticket = await aTicket(database.db, {
    customerId: customer.id,
    status: 'closed',
    severity: 2,
    description: secret,
    solution: secret,
    address: secret,
  })
  const visit = await aConfirmedVisit(database.db, {
    ticketId: ticket.id,
    status: 'finished',
    work: secret,
    workDone: secret,
    finishedAt: tuesdayMorning,
  })
  await database.db.insert(ticketMessages).values({
    ticketId: ticket.id,
    direction: 'from_customer',
    body: secret,
    createdAt: tuesdayMorning,
  })
  await database.db.insert(ticketNotes).values({
    ticketId: ticket.id,
    authorId: ctx.actor.id,
    body: secret,
    createdAt: tuesdayMorning,
  })
  await database.db.insert(messages).values({
    template: 'ticket-received',
    locale: 'zh-CN',
    recipient: `${secret}@example.test`,
    ticketId: ticket.id,
    params: { name: secret },
    subject: secret,
    text: secret,
    html: secret,
    status: 'sent',
    createdAt: tuesdayMorning,
  })
  await database.db.insert(attachments).values({
    ticketId: ticket.id,
    stage: 'report',
    contentType: 'image/jpeg',
    bytes: 1,
    sha256: 'f'.repeat(64),
    originalName: secret,
    createdAt: tuesdayMorning,
  })
  await database.db.insert(ratings).values({
    visitId: visit.id,
    ...{ attitude: 5, quality: 4, solved: 5, punctuality: 3, tidiness: 3 },
    words: secret,
    source: 'online',
    createdAt: tuesdayMorning,
    updatedAt: tuesdayMorning,
  })
  const [call] = await database.db
    .insert(followUps)
    .values({
      ticketId: ticket.id,
      visitId: visit.id,
      status: 'done',
      ...{ dueAt: tuesdayMorning, notBefore: tuesdayMorning, createdAt: tuesdayMorning },
    })
    .returning()
  await database.db.insert(followUpAttempts).values({
    ...{ followUpId: call!.id, attempt: 1, outcome: 'answered' as const },
    note: secret,
    at: tuesdayMorning,
    by: ctx.actor.id,
  })
  await addContact(ctx, customer.id, { kind: 'wechat', value: secret, label: secret })
  await writeCustomerNote(ctx, customer.id, { body: secret, submissionKey: newToken() })
  await inTransaction(ctx, async (tx) => {
    await makePrivateLink(tx, { purpose: 'track', ticketId: ticket.id })
    await recordEvent(tx, ticket, 'resolved', {
      status: ['triaged', 'resolved'],
      solution: secret,
    })
  })
  return { ctx, customer, ticket, visit }
}

describe('CU-1: erased on request', () => {
  test('their words are nowhere in the database; figures stay; who did it and when is on record', async () => {
    const { ctx, customer, ticket, visit } = await someone()
    expect((await whereSaid(database, secret)).length).toBeGreaterThan(10)
    await eraseCustomer(ctx, customer.id, confirmed(customer.phone))
    await eraseCustomer(ctx, customer.id, confirmed(customer.phone))
    expect(await whereSaid(database, secret)).toEqual([])
    expect(await whereSaid(database, customer.phone)).toEqual([])
    const [row] = await database.db.select().from(tickets).where(eq(tickets.id, ticket.id))
    expect(row).toMatchObject({
      status: 'closed',
      severity: 2,
      category: 'door',
      phone: `erased:${customer.id}`,
    })
    const [event] = await database.db
      .select({ data: ticketEvents.data })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
      .orderBy(desc(ticketEvents.id))
      .limit(1)
    expect(event!.data).toEqual({ status: ['triaged', 'resolved'] })
    const [rating] = await database.db.select().from(ratings).where(eq(ratings.visitId, visit.id))
    expect(rating).toMatchObject({ attitude: 5, words: '' })
    const [link] = await database.db
      .select()
      .from(privateLinks)
      .where(eq(privateLinks.ticketId, ticket.id))
    expect(link!.revokedAt).toEqual(tuesdayMorning)
    const log = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `customer:${customer.id}`))
    expect(log).toMatchObject([
      { action: 'customer_erased', actorId: ctx.actor.id, at: tuesdayMorning },
    ])
    expect((await readCustomer(ctx, customer.id)).customer).toMatchObject({
      name: '–',
      erasedAt: tuesdayMorning,
    })
    await expect(exportCustomer(ctx, customer.id)).rejects.toMatchObject({ code: 'customerErased' })
  })

  test('VS-3: what they signed is empty and still has its place in the chain', async () => {
    const ctx = await as('aftersales_manager')
    const visitIds = await aChain(database.db, ctx)
    const [visit] = await database.db.select().from(visits).where(eq(visits.id, visitIds[0]!))
    const [ticket] = await database.db
      .update(tickets)
      .set({ status: 'closed' })
      .where(eq(tickets.id, visit!.ticketId))
      .returning()
    await eraseCustomer(ctx, ticket!.customerId, confirmed(ticket!.phone))
    expect(await whereSaid(database, '林晓岚')).toEqual([])
    expect(await verifyRecords(ctx)).toMatchObject({ faults: [] })
    // The same by hand, of somebody who asked for nothing, shows.
    const others = await aChain(database.db, ctx)
    const owner = database.connect({ max: 1 })
    await owner`alter table signed_records disable trigger all`
    await owner`update signed_records set content = '{"erased":true}' where visit_id = ${others[0]!}`
    await owner`alter table signed_records enable trigger all`
    expect((await verifyRecords(ctx)).faults).toEqual([{ visitId: others[0], fault: 'changed' }])
  })

  test('all entries of one person go together; somebody else’s stay', async () => {
    const ctx = await as('aftersales_manager')
    const [kept, gone, other] = await Promise.all(
      [1, 2, 3].map(() => aCustomer(database.db, { name: `某人${randomUUID().slice(0, 6)}` })),
    )
    await mergeCustomers(ctx, gone!.id, kept!.id)
    await eraseCustomer(ctx, kept!.id, confirmed(kept!.phone))
    expect(await whereSaid(database, gone!.name)).toEqual([])
    expect(await whereSaid(database, other!.name)).toEqual(['customers'])
    await expect(eraseCustomer(ctx, other!.id, confirmed(aPhone()))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'eraseNotConfirmed',
    })
  })

  test('mails of theirs that found no ticket go, also from an address they had before; others’ stay', async () => {
    const ctx = await as('aftersales_manager')
    const [before, now] = ['before', 'now'].map((one) => `${one}-${randomUUID()}@example.test`)
    const customer = await aCustomer(database.db, { email: now! })
    await aTicket(database.db, { customerId: customer.id, status: 'closed', email: before! })
    const other = await aTicket(database.db, { status: 'closed' })
    const mail = (fromAddress: string, text: string, ticketId: number | null = null) =>
      database.db.insert(inboundMails).values({
        ...{ providerId: randomUUID(), fromAddress, text, ticketId, receivedAt: tuesdayMorning },
        ...(ticketId === null ? { status: 'discarded' as const } : {}),
      })
    const [old, fresh, others] = [1, 2, 3].map((n) => `来信${n}${randomUUID().slice(0, 8)}`)
    await mail(before!, old!)
    await mail(now!, fresh!)
    await mail(now!, others!, other.id)
    await eraseCustomer(ctx, customer.id, confirmed(customer.phone))
    expect(await whereSaid(database, old!)).toEqual([])
    expect(await whereSaid(database, fresh!)).toEqual([])
    expect(await whereSaid(database, others!)).toEqual(['inbound_mails'])
  })

  test('not while a ticket is open or unclosed, goods are to come, or an item is with us', async () => {
    const ctx = await as('aftersales_manager')
    for (const status of ['new', 'scheduled', 'resolved'] as const) {
      const code = status === 'resolved' ? 'eraseUnclosedTickets' : 'eraseOpenTickets'
      const { customerId, phone, number } = await aTicket(database.db, { status })
      await expect(eraseCustomer(ctx, customerId, confirmed(phone))).rejects.toMatchObject({
        code,
        values: { number },
      })
      expect((await readUnfinished(ctx, customerId)).tickets).toEqual([{ number, status }])
    }
    const buyer = await aCustomer(database.db)
    const order = await anOrder(database.db, { customerId: buyer.id, deliveredOn: null })
    await expect(eraseCustomer(ctx, buyer.id, confirmed(buyer.phone))).rejects.toMatchObject({
      code: 'eraseOpenOrders',
    })
    await database.db
      .update(orders)
      .set({ deliveredOn: '2026-01-02' })
      .where(eq(orders.id, order.id))
    const ticket = await aTicket(database.db, { customerId: buyer.id, status: 'closed' })
    const visit = await aConfirmedVisit(database.db, { ticketId: ticket.id, status: 'cancelled' })
    await database.db.insert(custodyReceipts).values({
      key: randomUUID(),
      visitId: visit.id,
      ticketId: ticket.id,
      purpose: 'repair',
      item: '门板',
      condition: '划痕',
      takenAt: tuesdayMorning,
      takenBy: ctx.actor.id,
      handedBy: '王女士',
    })
    await expect(eraseCustomer(ctx, buyer.id, confirmed(buyer.phone))).rejects.toMatchObject({
      code: 'eraseItemsOut',
    })
  })

  test('the whole phone confirms it too; the reason tells nobody who it was', async () => {
    const ctx = await as('aftersales_manager')
    const customer = await aCustomer(database.db, { name: 'Victor Lim' })
    const erase = (reason: string, confirm = customer.phone.slice(3)) =>
      eraseCustomer(ctx, customer.id, { confirm, reason })
    for (const reason of ['victor lim 来信要求', `${customer.phone} 来电要求`]) {
      await expect(erase(reason)).rejects.toMatchObject({ code: 'eraseReasonTells' })
    }
    await expect(erase('来信要求', '1')).rejects.toMatchObject({ code: 'eraseNotConfirmed' })
    await erase('来信要求')
    expect((await readCustomer(ctx, customer.id)).erasedBecause).toBe('来信要求')
  })

  test.each(
    roles.filter((role) => !(permissions['customer:erase'] as readonly Role[]).includes(role)),
  )('Q-12: not by a %s', async (role) => {
    const customer = await aCustomer(database.db)
    await expect(
      eraseCustomer(await as(role), customer.id, confirmed(customer.phone)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('Q-24: the histories of nobody else can be emptied, and still by no other way', async () => {
    const ticket = await aTicket(database.db)
    await expect(
      database.db.execute(sql`select erase_history(array[${ticket.customerId}]::bigint[])`),
    ).rejects.toThrow()
    await expect(
      database.db.transaction(async (db) => {
        await db.execute(sql`select set_config('shangmen.erasing', 'yes', true)`)
        await db.update(ticketEvents).set({ data: {} }).where(eq(ticketEvents.ticketId, ticket.id))
      }),
    ).rejects.toThrow()
  })
})

describe('CU-1: exported on request', () => {
  test('what they told us and what was done for them, without notes; who took it is on record', async () => {
    const { ctx, customer, ticket } = await someone()
    const data = await exportCustomer(ctx, customer.id)
    expect(data.person).toMatchObject([{ phone: customer.phone, name: secret }])
    expect(data.tickets).toMatchObject([{ number: ticket.number, description: secret }])
    expect(data.messages).toHaveLength(1)
    expect(data.visits).toHaveLength(1)
    expect(data.ratings).toMatchObject([{ attitude: 5, words: secret }])
    expect(data.orders).toMatchObject([{ unitPrice: 499900, quantity: 1 }])
    expect(data.files).toMatchObject([{ stage: 'report' }])
    expect(Object.keys(data)).not.toContain('notes')
    const [log] = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `customer:${customer.id}`))
    expect(log).toMatchObject({ action: 'customer_exported', actorId: ctx.actor.id })
    await database.db.update(customers).set({ name: '–' }).where(eq(customers.id, customer.id))
  })

  test.each(
    roles.filter((role) => !(permissions['customer:export'] as readonly Role[]).includes(role)),
  )('Q-12: not by a %s', async (role) => {
    const customer = await aCustomer(database.db)
    await expect(exportCustomer(await as(role), customer.id)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
