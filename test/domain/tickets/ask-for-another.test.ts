import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketEvents, ticketMessages } from '#db/schema/tickets.ts'
import { handOver, waitingForMe } from '#app/domain/desk/index.server.ts'
import { askedForAnother, askForAnother } from '#app/domain/tickets/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function scene(facts: Parameters<typeof aTicket>[1] = {}) {
  const { db } = database
  const ticket = await aTicket(db, { status: 'triaged', ...facts })
  const customer = contextOf(db, { kind: 'customer' as const, ticketId: ticket.id })
  const ask = (submissionKey = `a-key-for-one-form-${serial()}`) =>
    askForAnother(customer, { who: 'crew', words: '上次的师傅迟到了', submissionKey })
  const asked = () =>
    db
      .select()
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.kind, 'other_person_asked')))
  const said = () => db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticket.id))
  return { db, ticket, customer, ask, asked, said }
}

describe('IN-9 the customer asks that somebody else comes', () => {
  test('it stands in the conversation, and before the manager until other hands have it', async () => {
    const { db, ticket, customer, ask, said } = await scene()
    await ask()
    expect((await said()).map(({ direction, body }) => [direction, body])).toEqual([
      ['from_customer', '希望换一位师傅上门。\n上次的师傅迟到了'],
    ])
    expect(await askedForAnother(customer)).toEqual(customer.now())
    const manager = await aColleague(db, 'aftersales_manager')
    const seen = async () =>
      (await waitingForMe(contextOf(db, manager), 100)).asked.filter(
        ({ number }) => number === ticket.number,
      )
    expect(await seen()).toEqual([
      expect.objectContaining({ who: 'crew', words: '上次的师傅迟到了', owner: null }),
    ])
    const desk = contextOf(db, await aColleague(db, 'desk'))
    expect((await waitingForMe(desk, 100)).asked).toEqual([])
    await handOver(contextOf(db, manager), ticket.number, { to: manager.id, note: '' })
    expect(await seen()).toEqual([])
    expect(await askedForAnother(customer)).toBeNull()
  })

  test('the same form twice is one; asked already it is said so', async () => {
    const { ask, asked, said } = await scene()
    const key = `a-key-for-one-form-${serial()}`
    await ask(key)
    await ask(key)
    await expect(ask()).rejects.toThrow('askedForAnother')
    expect([(await asked()).length, (await said()).length]).toEqual([1, 1])
  })

  test('not of a matter that is over', async () => {
    const { ask, asked } = await scene({ status: 'closed' })
    await expect(ask()).rejects.toThrow('matterOver')
    expect(await asked()).toEqual([])
  })
})
