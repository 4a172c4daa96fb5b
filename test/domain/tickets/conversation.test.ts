import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { type Role, roles } from '#db/vocabulary/roles.ts'
import { recordFirstContact } from '#app/domain/tickets/record-first-contact.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import { permissions } from '#app/platform/permissions.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))
const kindsOf = async (ticketId: number) =>
  (
    await database.db
      .select({ kind: ticketEvents.kind })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticketId))
      .orderBy(asc(ticketEvents.id))
  ).map((event) => event.kind)
const without = (action: keyof typeof permissions) =>
  roles.filter((role) => !(permissions[action] as readonly Role[]).includes(role))

describe('notes', () => {
  test('Q-5: a note sent 20 times at once is one note', async () => {
    const ctx = await as('desk')
    const ticket = await aTicket(database.db)
    const note = { body: '只给同事看', submissionKey: newToken() }
    await Promise.all(Array.from({ length: 20 }, () => writeNote(ctx, ticket.number, note)))
    const notes = await database.db
      .select()
      .from(ticketNotes)
      .where(eq(ticketNotes.ticketId, ticket.id))
    expect(notes).toHaveLength(1)
    expect(await kindsOf(ticket.id)).toEqual(['note_added'])
  })

  test('Q-12: a store writes on its own tickets; another store’s is a missing one', async () => {
    const own = await aStore(database.db)
    const other = await aStore(database.db)
    const ctx = await as('store_guide', own.id)
    const mine = await aTicket(database.db, { storeId: own.id })
    const theirs = await aTicket(database.db, { storeId: other.id })
    const note = () => ({ body: '到店问过', submissionKey: newToken() })
    await writeNote(ctx, mine.number, note())
    await expect(writeNote(ctx, theirs.number, note())).rejects.toMatchObject({ kind: 'not_found' })
  })

  test.each(without('ticket:note'))('Q-12: not by a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(
      writeNote(await as(role), ticket.number, { body: '备注', submissionKey: newToken() }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('messages to the customer', () => {
  test('Q-5: a message sent 20 times at once is one message and one mail', async () => {
    const ctx = await as('desk')
    const ticket = await aTicket(database.db)
    const message = { body: '今天下午到', submissionKey: newToken() }
    await Promise.all(Array.from({ length: 20 }, () => writeMessage(ctx, ticket.number, message)))
    const told = await database.db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    const mails = await database.db.select().from(messages).where(eq(messages.ticketId, ticket.id))
    expect(told).toHaveLength(1)
    expect(mails.map((mail) => mail.id)).toEqual([told[0]!.mailId])
    expect(mails[0]).toMatchObject({ recipient: ticket.email, locale: ticket.locale })
  })

  test('without an address it is on their page, and in the log for a colleague to pass on', async () => {
    const ticket = await aTicket(database.db, { email: null })
    await writeMessage(await as('desk'), ticket.number, { body: '您好', submissionKey: newToken() })
    const [told] = await database.db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, ticket.id))
    const [written] = await database.db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, ticket.id))
    expect(written).toMatchObject({ channel: 'log', recipient: ticket.name })
    expect(told).toMatchObject({ body: '您好', mailId: written!.id })
  })

  test.each(without('ticket:message'))('Q-12: not by a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(
      writeMessage(await as(role), ticket.number, { body: '您好', submissionKey: newToken() }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('IN-2: the first call', () => {
  const call = (outcome: 'reached' | 'no_answer', words = '') => ({
    outcome,
    words,
    submissionKey: newToken(),
  })

  test('counts when it reached the customer, the first time only; the words are a note', async () => {
    const ctx = await as('desk')
    const ticket = await aTicket(database.db)
    await recordFirstContact(ctx, ticket.number, call('no_answer'))
    const read = async () =>
      (await database.db.select().from(tickets).where(eq(tickets.id, ticket.id)))[0]!
    expect((await read()).firstContactAt).toBeNull()
    await recordFirstContact(ctx, ticket.number, call('reached', '门掉了'))
    await recordFirstContact(
      { ...ctx, now: () => new Date('2026-03-11T02:00:00Z') },
      ticket.number,
      call('reached', '又问了一次'),
    )
    expect((await read()).firstContactAt).toEqual(ctx.now())
    expect(await kindsOf(ticket.id)).toEqual([
      'call_missed',
      'first_contact',
      'note_added',
      'note_added',
    ])
  })

  test.each(without('ticket:triage'))('Q-12: not by a %s', async (role) => {
    const ticket = await aTicket(database.db)
    await expect(
      recordFirstContact(await as(role), ticket.number, call('no_answer')),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
