import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketLooks, ticketMentions } from '#db/schema/desk.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import {
  changedSince,
  changedTickets,
  deskOfTicket,
  lastEventOf,
  lookAt,
} from '#app/domain/desk/index.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { writeNote } from '#app/domain/tickets/write-note.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const key = () => `a-key-for-one-form-${serial()}`

async function scene() {
  const { db } = database
  const [me, other] = [await aColleague(db, 'desk'), await aColleague(db, 'desk')]
  const ticket = await aTicket(db)
  const [mine, theirs] = [contextOf(db, me), contextOf(db, other)]
  const note = (ctx: typeof mine, body = '问过门板') =>
    writeNote(ctx, ticket.number, { body, submissionKey: key() })
  const look = async () =>
    lookAt(mine, ticket.number, { event: await lastEventOf(mine, ticket.id) })
  return { db, me, other, ticket, mine, theirs, note, look }
}

describe('IN-8 what changed since a colleague looked', () => {
  test('is what others did later, never one’s own, and nothing where one never looked', async () => {
    const { ticket, mine, theirs, note, look } = await scene()
    const changed = async () => [...(await changedSince(mine, [ticket.id]))]
    await note(theirs)
    expect(await changed()).toEqual([])
    await look()
    expect(await changed()).toEqual([])
    await note(mine)
    expect(await changed()).toEqual([])
    await note(theirs)
    expect(await changed()).toEqual([ticket.id])
    await look()
    expect(await changed()).toEqual([])
  })

  test('a look never goes back, and goes no further than what has happened', async () => {
    const { db, me, ticket, mine, theirs, note } = await scene()
    await note(theirs)
    await note(theirs)
    const events = await db
      .select({ id: ticketEvents.id })
      .from(ticketEvents)
      .where(eq(ticketEvents.ticketId, ticket.id))
      .orderBy(ticketEvents.id)
    const [first, last] = [events[0]!.id, events.at(-1)!.id]
    await lookAt(mine, ticket.number, { event: last + 1000 })
    await lookAt(mine, ticket.number, { event: first })
    await lookAt(mine, ticket.number, { event: 1 })
    const looks = await db.select().from(ticketLooks).where(eq(ticketLooks.staffId, me.id))
    expect(looks.map(({ eventId }) => eventId)).toEqual([last])
    expect((await deskOfTicket(mine, ticket.id)).looked).toMatchObject({ event: last })
  })

  test('looking at it is seeing the notes that named one there', async () => {
    const { db, me, other, ticket, mine, theirs, note, look } = await scene()
    const elsewhere = await aTicket(db)
    await note(theirs, `@${me.name} 请看一下`)
    await writeNote(theirs, elsewhere.number, { body: `@${me.name}`, submissionKey: key() })
    expect((await deskOfTicket(mine, ticket.id)).mentioned).toBe(true)
    await look()
    expect((await deskOfTicket(mine, ticket.id)).mentioned).toBe(false)
    const unseen = await db.select().from(ticketMentions).where(eq(ticketMentions.staffId, me.id))
    expect(unseen.filter(({ seenAt }) => !seenAt).map(({ ticketId }) => ticketId)).toEqual([
      elsewhere.id,
    ])
    expect(other.id).not.toBe(me.id)
  })

  test('Q-12 a ticket of another store is a missing one; who may read none looks at none', async () => {
    const { db, ticket } = await scene()
    const store = contextOf(db, await aColleague(db, 'store_guide'))
    const warehouse = contextOf(db, await aColleague(db, 'warehouse'))
    const look = { event: 1 }
    await expect(lookAt(store, ticket.number, look)).rejects.toThrow('notFound')
    await expect(lookAt(warehouse, ticket.number, look)).rejects.toThrow('forbidden')
  })

  test('Q-12 of what changed a store is told its own alone', async () => {
    const { db } = database
    const [ours, theirs] = [await aStore(db), await aStore(db)]
    const [one, two] = [
      await aTicket(db, { storeId: ours.id }),
      await aTicket(db, { storeId: theirs.id }),
    ]
    const clerk = contextOf(db, await aColleague(db, 'store_guide', { storeId: ours.id }))
    const desk = contextOf(db, await aColleague(db, 'desk'))
    const numbers = async (ctx: typeof clerk) =>
      (await changedTickets(ctx, [one.id, two.id])).map(({ number }) => number).sort()
    expect(await numbers(clerk)).toEqual([one.number])
    expect(await numbers(desk)).toEqual([one.number, two.number].sort())
    expect(await changedTickets(desk, [])).toEqual([])
  })
})

describe('Q-6 what somebody writes while another does', () => {
  test('is held up once, until they have seen it; the same form twice is one', async () => {
    const { ticket, mine, theirs, note } = await scene()
    await note(theirs)
    const seen = await lastEventOf(mine, ticket.id)
    const message = { body: '明天上午来', submissionKey: key(), seen }
    await writeMessage(theirs, ticket.number, { body: '今天下午来', submissionKey: key(), seen })
    await expect(writeMessage(mine, ticket.number, message)).rejects.toThrow('ticketChanged')
    const now = await lastEventOf(mine, ticket.id)
    await writeMessage(mine, ticket.number, { ...message, seen: now })
    await note(theirs)
    await writeMessage(mine, ticket.number, { ...message, seen: now })
    const told = (await database.db.select().from(ticketEvents)).filter(
      ({ ticketId, kind }) => ticketId === ticket.id && kind === 'message_to_customer',
    )
    expect(told).toHaveLength(2)
  })

  test('one’s own doing and what is only looked at hold nobody up', async () => {
    const { ticket, mine, theirs, note } = await scene()
    await note(theirs)
    const seen = await lastEventOf(mine, ticket.id)
    await note(mine)
    await lookAt(theirs, ticket.number, { event: seen })
    const message = { body: '明天上午来', submissionKey: key(), seen }
    await writeMessage(mine, ticket.number, message)
  })
})
