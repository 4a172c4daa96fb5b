import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { customerByPhone } from '#app/domain/tickets/customer-by-phone.server.ts'
import { registerCall, type RegisterCallForm } from '#app/domain/tickets/register-call.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))

const aCall = (facts: Partial<RegisterCallForm> = {}): RegisterCallForm => ({
  submissionKey: newToken(),
  phone: aPhone(),
  name: '林薇',
  channel: 'phone',
  kind: 'repair',
  product: '推拉门衣柜',
  category: 'door',
  description: '左边的门又掉下来了',
  severity: 2,
  address: '上海市徐汇区漕溪路 9 号',
  email: 'lin@example.test',
  preferredDays: '下午三点以后',
  orderNumber: '',
  language: 'zh-CN',
  ...facts,
})

const byNumber = async (number: string) =>
  (await database.db.select().from(tickets).where(eq(tickets.number, number)))[0]!
const kindsOf = async (ticketId: number) =>
  (
    await database.db
      .select({ kind: ticketEvents.kind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticketId))
      .orderBy(asc(ticketEvents.id))
  ).map((event) => event.kind)

describe('register a call', () => {
  test('IN-1: everything is on the register, taken and owned by the clerk, and a private link is mailed', async () => {
    const ctx = await as('desk')
    const form = aCall()
    const ticket = await byNumber(await registerCall(ctx, form))
    expect(ticket).toMatchObject({
      status: 'triaged',
      severity: 2,
      channel: 'phone',
      phone: form.phone,
      preferredDays: '下午三点以后',
      takenBy: ctx.actor.id,
      ownerId: ctx.actor.id,
      firstContactAt: tuesdayMorning,
    })
    expect(await kindsOf(ticket.id)).toEqual(['registered', 'first_contact', 'triaged'])
    const [mail] = await database.db.select().from(messages).where(eq(messages.ticketId, ticket.id))
    expect(mail).toMatchObject({ template: 'ticket-received', recipient: 'lin@example.test' })
  })

  test('a letter is no call, and without a severity it waits to be assessed', async () => {
    const ctx = await as('desk')
    const ticket = await byNumber(
      await registerCall(ctx, aCall({ channel: 'letter', severity: null, email: '' })),
    )
    expect(ticket).toMatchObject({ status: 'new', firstContactAt: null })
    const [written] = await database.db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, ticket.id))
    expect(written).toMatchObject({ channel: 'log', recipient: ticket.name })
  })

  test('whoever calls and leaves no address was told on the phone', async () => {
    const ticket = await byNumber(await registerCall(await as('desk'), aCall({ email: '' })))
    expect(
      await database.db.select().from(messages).where(eq(messages.ticketId, ticket.id)),
    ).toHaveLength(0)
  })

  test('a store registers for itself and assesses nothing', async () => {
    const store = await aStore(database.db)
    const ctx = await as('store_guide', store.id)
    const ticket = await byNumber(
      await registerCall(ctx, aCall({ channel: 'counter', severity: 1 })),
    )
    expect(ticket).toMatchObject({
      status: 'new',
      severity: null,
      storeId: store.id,
      ownerId: null,
      takenBy: ctx.actor.id,
    })
  })

  test('an order of this customer ties the ticket to it; another customer’s does not', async () => {
    const ctx = await as('desk')
    const customer = await aCustomer(database.db)
    const order = await anOrder(database.db, { customerId: customer.id })
    const tied = await byNumber(
      await registerCall(ctx, aCall({ phone: customer.phone, orderNumber: order.number })),
    )
    expect(tied).toMatchObject({
      orderId: order.id,
      storeId: order.storeId,
      customerId: customer.id,
    })
    const stranger = await byNumber(await registerCall(ctx, aCall({ orderNumber: order.number })))
    expect(stranger).toMatchObject({ orderId: null, orderNumber: order.number })
  })

  test('Q-5: one form sent 50 times at once is one ticket and 50 same answers', async () => {
    const ctx = await as('desk')
    const form = aCall()
    const numbers = await Promise.all(Array.from({ length: 50 }, () => registerCall(ctx, form)))
    expect(new Set(numbers).size).toBe(1)
    expect(
      await database.db.select().from(tickets).where(eq(tickets.phone, form.phone)),
    ).toHaveLength(1)
  })

  test('Q-5: a changed form under the same key is refused and names the ticket', async () => {
    const ctx = await as('desk')
    const form = aCall()
    const number = await registerCall(ctx, form)
    await expect(registerCall(ctx, { ...form, description: '另一件事' })).rejects.toMatchObject({
      code: 'alreadyRegistered',
      values: { number },
    })
  })

  test.each(roles.filter((r) => !(permissions['ticket:register'] as readonly Role[]).includes(r)))(
    'Q-12: not by a %s',
    async (role) => {
      await expect(registerCall(await as(role), aCall())).rejects.toMatchObject({
        kind: 'forbidden',
      })
    },
  )
})

describe('IN-6: who is calling', () => {
  test('what they bought with its warranty, what is open, what was repaired within 90 days', async () => {
    const customer = await aCustomer(database.db)
    const order = await anOrder(database.db, { customerId: customer.id })
    const of = { customerId: customer.id }
    const open = await aTicket(database.db, { ...of, status: 'scheduled' })
    const repaired = await aTicket(database.db, {
      ...of,
      status: 'closed',
      createdAt: new Date('2026-01-20T02:00:00Z'),
    })
    await aTicket(database.db, {
      ...of,
      status: 'closed',
      createdAt: new Date('2025-11-01T02:00:00Z'),
    })
    const known = await customerByPhone(await as('desk'), customer.phone)
    expect(known?.bought).toMatchObject([
      { orderNumber: order.number, warranty: { until: '2027-06-20', covered: true } },
    ])
    expect(known?.open.map((ticket) => ticket.number)).toEqual([open.number])
    expect(known?.recent.map((ticket) => ticket.number)).toEqual([repaired.number])
    expect(known?.earlier).toBe(2)
  })

  test('Q-12: a store knows its own customers only, and of them its own orders and tickets', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const customer = await aCustomer(database.db)
    await anOrder(database.db, { customerId: customer.id, storeId: other.id })
    const ctx = await as('store_guide', own.id)
    expect(await customerByPhone(ctx, customer.phone)).toBeNull()
    const mine = await anOrder(database.db, { customerId: customer.id, storeId: own.id })
    await aTicket(database.db, { customerId: customer.id, storeId: other.id })
    const known = await customerByPhone(ctx, customer.phone)
    expect(known?.bought.map((line) => line.orderNumber)).toEqual([mine.number])
    expect(known?.open).toEqual([])
  })

  test('somebody new is nobody yet', async () => {
    expect(await customerByPhone(await as('desk'), aPhone())).toBeNull()
  })
})
