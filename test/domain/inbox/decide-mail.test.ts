import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { discardMail, readMailAgain, takeMailBack } from '#app/domain/inbox/decide-mail.server.ts'
import { placeMail, registerMail } from '#app/domain/inbox/place-mail.server.ts'
import { listMails } from '#app/domain/inbox/list-mails.server.ts'
import { readMail } from '#app/domain/inbox/read-mail.server.ts'
import { RegisterCallForm } from '#app/domain/tickets/index.server.ts'
import { auditLog } from '#db/schema/accounts.ts'
import { inboundMails } from '#db/schema/mail.ts'
import { ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const desk = async () => contextOf(database.db, await aColleague(database.db, 'desk'))

async function aMail(facts: Partial<typeof inboundMails.$inferInsert> = {}) {
  const values = {
    providerId: `mail-${serial()}`,
    fromAddress: `someone${serial()}@example.test`,
    subject: '门又松了',
    text: '柜门又松了，周末有人。',
    reply: '柜门又松了，周末有人。',
    receivedAt: tuesdayMorning,
    status: 'review' as const,
    reason: 'no_link' as const,
    ...facts,
  }
  return only(await database.db.insert(inboundMails).values(values).returning())
}

const theMail = async (id: string) =>
  only(await database.db.select().from(inboundMails).where(eq(inboundMails.id, id)))
const said = (ticketId: number) =>
  database.db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticketId))
const audited = async (id: string) =>
  (
    await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `mail:${id}`))
  ).map(({ action, data }) => [action, data])

describe('a colleague decides where a mail belongs', () => {
  test('IN-8: put on a ticket it is the customer’s message there, and who decided is kept', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const { id } = await aMail()
    const typed = ticket.number.replace('-', ' ').toLowerCase()
    expect(await placeMail(ctx, id, { number: typed })).toBe(ticket.number)
    expect(await theMail(id)).toMatchObject({
      status: 'landed',
      ticketId: ticket.id,
      decidedBy: ctx.actor.id,
    })
    expect((await said(ticket.id)).map(({ body }) => body)).toEqual(['柜门又松了，周末有人。'])
    expect(await audited(id)).toEqual([['mail_decided', expect.stringContaining(ticket.number)]])
  })

  test('Q-5: the same decision by two at once is one message', async () => {
    const ticket = await aTicket(database.db)
    const { id } = await aMail()
    const both = [await desk(), await desk()]
    await Promise.all(both.map((ctx) => placeMail(ctx, id, { number: ticket.number })))
    expect(await said(ticket.id)).toHaveLength(1)
    expect(await audited(id)).toHaveLength(1)
  })

  test('two who decide otherwise: the second is told', async () => {
    const [one, other] = [await aTicket(database.db), await aTicket(database.db)]
    const { id } = await aMail()
    await placeMail(await desk(), id, { number: one.number })
    const late = await desk()
    await expect(placeMail(late, id, { number: other.number })).rejects.toThrow('mailDecided')
    await expect(discardMail(late, id)).rejects.toThrow('mailDecided')
    expect(await said(other.id)).toHaveLength(0)
  })

  test('a number that is none, or nobody’s', async () => {
    const { id } = await aMail()
    const ctx = await desk()
    await expect(placeMail(ctx, id, { number: 'R100042-1' })).rejects.toThrow('mailTicketUnknown')
    await expect(placeMail(ctx, id, { number: 'R1000000-0' })).rejects.toThrow('mailTicketUnknown')
    expect((await theMail(id)).status).toBe('review')
  })

  test('IN-1: a new ticket is made of it once, however often it is sent', async () => {
    const ctx = await desk()
    const { id, fromAddress } = await aMail()
    const form = RegisterCallForm.parse({
      submissionKey: `mail-${id}`,
      phone: '13900001234',
      name: '周先生',
      channel: 'letter',
      kind: 'repair',
      product: '衣柜',
      category: 'door',
      description: '门又松了',
      address: '上海市徐汇区漕溪路 2 号',
      email: fromAddress,
      language: 'zh-CN',
    })
    const number = await registerMail(ctx, id, form)
    expect(await registerMail(ctx, id, form)).toBe(number)
    const made = await database.db.select().from(tickets).where(eq(tickets.email, fromAddress))
    expect(made.map((ticket) => [ticket.number, ticket.channel])).toEqual([[number, 'letter']])
    expect(await said(made[0]!.id)).toHaveLength(1)
  })

  test('put aside, and taken back, each once', async () => {
    const ctx = await desk()
    const { id } = await aMail()
    await discardMail(ctx, id)
    await discardMail(ctx, id)
    expect((await theMail(id)).status).toBe('discarded')
    await takeMailBack(ctx, id)
    await takeMailBack(ctx, id)
    expect(await theMail(id)).toMatchObject({ status: 'review', decidedBy: null })
    expect(await audited(id)).toHaveLength(2)
  })

  test('put on a wrong ticket it is taken off again; what found its ticket by itself stays', async () => {
    const ctx = await desk()
    const [wrong, right] = [await aTicket(database.db), await aTicket(database.db)]
    const { id } = await aMail()
    await placeMail(ctx, id, { number: wrong.number })
    await takeMailBack(ctx, id)
    await takeMailBack(ctx, id)
    expect(await theMail(id)).toMatchObject({ status: 'review', ticketId: null, decidedBy: null })
    const said = (ticketId: number) =>
      database.db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticketId))
    const notes = await database.db
      .select()
      .from(ticketNotes)
      .where(eq(ticketNotes.ticketId, wrong.id))
    expect(await said(wrong.id)).toEqual([])
    expect(notes.map(({ body }) => body)).toEqual([expect.stringContaining('门又松了')])
    await placeMail(ctx, id, { number: right.number })
    expect(await said(right.id)).toMatchObject([{ body: '柜门又松了，周末有人。' }])
    expect(await audited(id)).toHaveLength(3)
    await database.db.update(inboundMails).set({ decidedBy: null }).where(eq(inboundMails.id, id))
    await expect(takeMailBack(ctx, id)).rejects.toThrow('mailDecided')
  })

  test('one that could not be read is read again, and can’t be put anywhere before', async () => {
    const ctx = await desk()
    const ticket = await aTicket(database.db)
    const { id } = await aMail({ status: 'failed', reason: null, text: null, reply: null })
    await expect(placeMail(ctx, id, { number: ticket.number })).rejects.toThrow('mailUnread')
    await readMailAgain(ctx, id)
    await readMailAgain(ctx, id)
    expect((await theMail(id)).status).toBe('fetching')
    const { id: landed } = await aMail({ status: 'discarded' })
    await expect(readMailAgain(ctx, landed)).rejects.toThrow('mailDecided')
  })

  test.each(['store_guide', 'dispatcher', 'caller', 'crew', 'admin'] as const)(
    'Q-12: not by a %s',
    async (role) => {
      const ctx = contextOf(database.db, await aColleague(database.db, role))
      const { id } = await aMail()
      const number = (await aTicket(database.db)).number
      await expect(placeMail(ctx, id, { number })).rejects.toThrow('forbidden')
      await expect(discardMail(ctx, id)).rejects.toThrow('forbidden')
      await expect(takeMailBack(ctx, id)).rejects.toThrow('forbidden')
      await expect(readMailAgain(ctx, id)).rejects.toThrow('forbidden')
      await expect(readMail(ctx, id)).rejects.toThrow('forbidden')
      await expect(listMails(ctx, { show: 'all', after: null })).rejects.toThrow('forbidden')
    },
  )
})

describe('what a colleague is told of a mail', () => {
  test('suggests by number and by address, and chooses nothing', async () => {
    const customer = await aCustomer(database.db, { email: 'known@example.test' })
    const theirs = await aTicket(database.db, { customerId: customer.id })
    const named = await aTicket(database.db)
    const { id } = await aMail({
      fromAddress: 'known@example.test',
      text: `关于 ${named.number}，还有 R100042-1（写错的）。`,
    })
    const { suggested, sender, status } = await readMail(await desk(), id)
    expect(suggested.map(({ number, by }) => [number, by])).toEqual([
      [named.number, 'number'],
      [theirs.number, 'address'],
    ])
    expect(sender?.name).toBe(customer.name)
    expect(status).toBe('review')
  })

  test('the longest waiting first, a page at a time', async () => {
    for (let i = 0; i < 52; i++) {
      await aMail({ receivedAt: new Date(Date.UTC(2020, 0, 1, 0, i)) })
    }
    const ctx = await desk()
    const first = await listMails(ctx, { show: 'review', after: null })
    expect(first.mails).toHaveLength(50)
    const [at, key] = first.next!.split(',')
    const second = await listMails(ctx, { show: 'review', after: [new Date(at!), key!] })
    const shown = [...first.mails, ...second.mails].map(({ id }) => id)
    expect(new Set(shown).size).toBe(shown.length)
    const times = [...first.mails, ...second.mails].map(({ receivedAt }) => receivedAt)
    expect(times).toEqual([...times].sort())
  })
})
