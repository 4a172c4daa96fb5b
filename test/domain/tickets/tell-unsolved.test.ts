import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { readTrackedTicket, tellUnsolved } from '#app/domain/tickets/index.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from './events-of.ts'

const database = testDatabase()
const key = () => `a-key-for-one-form-${serial()}`

async function ended(status: 'resolved' | 'closed' | 'cancelled', facts = {}) {
  const { db } = database
  const solution = status === 'cancelled' ? null : '换了铰链'
  const ticket = await aTicket(db, { status, solution, ...facts })
  const customer = contextOf(db, { kind: 'customer' as const, ticketId: ticket.id })
  const desk = contextOf(db, await aColleague(db, 'desk'))
  const told = async () => (await eventsOf(db, ticket.id)).map(({ kind }) => kind)
  return { db, ticket, customer, desk, told }
}

describe('IN-7 the customer of an ended matter says that it isn’t solved', () => {
  test.each(['resolved', 'closed', 'cancelled'] as const)(
    'a %s one is before the desk at once, with the promise of a call',
    async (status) => {
      const { db, ticket, customer, desk, told } = await ended(status)
      await tellUnsolved(customer, { words: '抽屉又关不严', submissionKey: key() })
      expect(await told()).toEqual(['message_from_customer', 'unsolved_told'])
      const row = only(await db.select().from(tickets).where(eq(tickets.id, ticket.id)))
      expect([row.status, row.followUpAt]).toEqual([status, tuesdayMorning])
      const { unsolved } = await readTicket(desk, ticket.number)
      expect(unsolved!.at).toEqual(tuesdayMorning)
      const seen = await readTrackedTicket(customer)
      expect(seen.callBy).toBe(unsolved!.callBy.toISOString())
      expect(seen.talk.at(-1)!.body).toContain('抽屉又关不严')
    },
  )

  test('the promise is kept in service hours: told at night, it is of the next morning', async () => {
    const { db, ticket } = await ended('resolved')
    const night = contextOf(
      db,
      { kind: 'customer' as const, ticketId: ticket.id },
      { now: new Date('2026-03-10T15:00:00Z') },
    )
    await tellUnsolved(night, { words: '', submissionKey: key() })
    expect((await readTrackedTicket(night)).callBy).toBe('2026-03-11T04:30:00.000Z')
  })

  test('it stands until somebody answers or takes it up again', async () => {
    for (const answer of ['message', 'reopening'] as const) {
      const { ticket, customer, desk } = await ended('resolved')
      await tellUnsolved(customer, { words: '', submissionKey: key() })
      if (answer === 'message') {
        await writeMessage(desk, ticket.number, { body: '明天来看', submissionKey: key() })
      } else {
        await reopenTicket(desk, ticket.number, { reason: '还没有好', seen: undefined })
      }
      expect((await readTrackedTicket(customer)).callBy).toBeNull()
      expect((await readTicket(desk, ticket.number)).unsolved).toBeNull()
    }
  })

  test('the same form twice is one, also after it was taken up again', async () => {
    const { ticket, customer, desk, told } = await ended('closed')
    const submissionKey = key()
    await tellUnsolved(customer, { words: '', submissionKey })
    await tellUnsolved(customer, { words: '', submissionKey })
    await reopenTicket(desk, ticket.number, { reason: '还没有好', seen: undefined })
    await tellUnsolved(customer, { words: '', submissionKey })
    expect(await told()).toEqual(['message_from_customer', 'unsolved_told', 'reopened'])
  })

  test('not of what goes on, nor of what was merged', async () => {
    const { db, customer } = await ended('resolved', { status: 'triaged', solution: null })
    const told = { words: '', submissionKey: key() }
    await expect(tellUnsolved(customer, told)).rejects.toThrow('matterGoesOn')
    const target = await aTicket(db, { status: 'triaged' })
    const merged = await ended('cancelled', { mergedIntoId: target.id })
    await expect(tellUnsolved(merged.customer, told)).rejects.toThrow('ticketMerged')
  })
})
