import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { customerContacts, customers } from '#db/schema/customers.ts'
import { ticketEvents, ticketMessages, tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { customerByPhone } from '#app/domain/tickets/customer-by-phone.server.ts'
import { readTrackedTicket } from '#app/domain/tickets/index.server.ts'
import { registerCall } from '#app/domain/tickets/register-call.server.ts'
import { takeCall } from '#app/domain/tickets/take-call.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer, anOrder } from '#test/factories/customers.ts'
import { aPhone } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role) => contextOf(database.db, await aColleague(database.db, role))
const talkOf = (ticketId: number) =>
  database.db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticketId))

describe('IN-6: a second call about an open matter is put on it', () => {
  test('as what the customer said, written down by the clerk; it is the first contact too', async () => {
    const ctx = await as('desk')
    const ticket = await aTicket(database.db)
    const form = {
      submissionKey: newToken(),
      description: '今天完全关不上了',
      channel: 'hotline' as const,
    }
    await takeCall(ctx, ticket.number, form)
    await takeCall(ctx, ticket.number, form)
    expect(await talkOf(ticket.id)).toMatchObject([
      { direction: 'from_customer', body: '今天完全关不上了', authorId: ctx.actor.id },
    ])
    const [row] = await database.db.select().from(tickets).where(eq(tickets.id, ticket.id))
    expect(row!.firstContactAt).toEqual(tuesdayMorning)
    const events = await database.db
      .select({ kind: ticketEvents.kind, data: ticketEvents.data })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
      .orderBy(asc(ticketEvents.id))
    expect(events.map(({ kind }) => kind)).toEqual(['first_contact', 'message_from_customer'])
    expect(events[1]!.data).toMatchObject({ channel: 'hotline' })
    const letter = await readTrackedTicket(
      contextOf(database.db, { kind: 'customer', ticketId: ticket.id }),
    )
    expect(letter.talk).toMatchObject([{ mine: true, writtenDown: true }])
  })

  test('not on one that has ended', async () => {
    const ticket = await aTicket(database.db, { status: 'closed' })
    await expect(
      takeCall(await as('desk'), ticket.number, { submissionKey: newToken(), description: '还有' }),
    ).rejects.toMatchObject({ code: 'ticketNotInState' })
  })

  test.each(
    roles.filter((role) => !(permissions['ticket:register'] as readonly Role[]).includes(role)),
  )('Q-12: not by a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(
      takeCall(await as(role), ticket.number, { submissionKey: newToken(), description: '还有' }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('IN-6, CU-1: who is calling', () => {
  test('another number of theirs finds them, and their own is told', async () => {
    const customer = await aCustomer(database.db)
    const value = aPhone()
    await database.db
      .insert(customerContacts)
      .values({ customerId: customer.id, kind: 'phone', value, at: tuesdayMorning })
    const known = await customerByPhone(await as('desk'), value)
    expect(known).toMatchObject({ id: customer.id, name: customer.name, phone: customer.phone })
  })

  test('a call from it is registered for them, with the number that called; what several noted is nobody’s', async () => {
    const ctx = await as('desk')
    const [one, other] = [await aCustomer(database.db), await aCustomer(database.db)]
    const [theirs, shared] = [aPhone(), aPhone()]
    await database.db.insert(customerContacts).values([
      { customerId: one.id, kind: 'phone', value: theirs, at: tuesdayMorning },
      { customerId: one.id, kind: 'phone', value: shared, at: tuesdayMorning },
      { customerId: other.id, kind: 'phone', value: shared, at: tuesdayMorning },
    ])
    const order = await anOrder(database.db, { customerId: one.id })
    const call = (phone: string, orderNumber: string) =>
      registerCall(ctx, {
        ...{ submissionKey: newToken(), phone, name: '林先生', channel: 'phone', kind: 'repair' },
        ...{ product: '衣柜', category: 'door', description: '关不上', severity: 2 },
        ...{ address: '上海', email: '', preferredDays: '', orderNumber, language: 'zh-CN' },
      })
    const number = await call(theirs, order.number)
    const [row] = await database.db.select().from(tickets).where(eq(tickets.number, number))
    expect(row).toMatchObject({ customerId: one.id, phone: theirs, orderId: order.id })
    expect(await customerByPhone(ctx, shared)).toBeNull()
    const [stranger] = await database.db
      .select()
      .from(tickets)
      .where(eq(tickets.number, await call(shared, '')))
    expect([one.id, other.id]).not.toContain(stranger!.customerId)
  })

  test('merged entries are one person: orders and tickets of both, under the one that is kept', async () => {
    const kept = await aCustomer(database.db)
    const gone = await aCustomer(database.db)
    const order = await anOrder(database.db, { customerId: gone.id })
    const ticket = await aTicket(database.db, { customerId: kept.id, status: 'triaged' })
    await database.db
      .update(customers)
      .set({ mergedIntoId: kept.id })
      .where(eq(customers.id, gone.id))
    const known = await customerByPhone(await as('desk'), gone.phone)
    expect(known).toMatchObject({ id: kept.id, name: kept.name })
    expect(known!.bought.map(({ orderNumber }) => orderNumber)).toEqual([order.number])
    expect(known!.open.map(({ number }) => number)).toEqual([ticket.number])
  })
})
