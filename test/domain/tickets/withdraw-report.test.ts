import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import {
  readTrackedTicket,
  tellUnsolved,
  withdrawReport,
} from '#app/domain/tickets/index.server.ts'
import { reopenTicket } from '#app/domain/tickets/reopen-ticket.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { eventsOf } from './events-of.ts'

const database = testDatabase()
const key = () => `a-key-for-one-form-${serial()}`

async function scene(facts: Parameters<typeof aTicket>[1] = {}) {
  const { db } = database
  const ticket = await aTicket(db, facts)
  const customer = contextOf(db, { kind: 'customer' as const, ticketId: ticket.id })
  const now = async () => only(await db.select().from(tickets).where(eq(tickets.id, ticket.id)))
  const kinds = async () => (await eventsOf(db, ticket.id)).map(({ kind }) => kind)
  return { db, ticket, customer, now, kinds }
}

describe('IN-7 the customer takes a report back', () => {
  test('while nothing is booked; nobody waits for an answer, and it is in the history', async () => {
    const { customer, now, kinds } = await scene()
    expect((await readTrackedTicket(customer)).mayWithdraw).toBe(true)
    await withdrawReport(customer, { words: '自己修好了', submissionKey: key() })
    const { status, followUpAt, closedAt } = await now()
    expect([status, followUpAt, closedAt]).toEqual(['cancelled', null, tuesdayMorning])
    expect(await kinds()).toEqual(['message_from_customer', 'cancelled'])
    const seen = await readTrackedTicket(customer)
    expect(seen.events.at(-1)).toMatchObject({ kind: 'cancelled', mine: true })
    expect([seen.mayWithdraw, seen.talk.at(-1)!.body]).toEqual([
      false,
      '不用来了，我撤回这次报修。\n自己修好了',
    ])
  })

  test('what was no report of something broken is called none', async () => {
    const { customer } = await scene({ kind: 'exchange' })
    await withdrawReport(customer, { words: '', submissionKey: key() })
    expect((await readTrackedTicket(customer)).talk.at(-1)!.body).toBe('不用了，我撤回这件事。')
  })

  test('a paused one too; what they need after all comes back to the desk', async () => {
    const { customer, now } = await scene({
      status: 'paused',
      pausedUntil: '2026-03-20',
      pauseReason: '等件',
    })
    await withdrawReport(customer, { words: '', submissionKey: key() })
    await tellUnsolved(customer, { words: '', submissionKey: key() })
    expect(await now()).toMatchObject({ status: 'cancelled', followUpAt: tuesdayMorning })
  })

  test('the same form twice is one, also after a colleague took it up again', async () => {
    const { db, ticket, customer, now, kinds } = await scene()
    const submissionKey = key()
    await withdrawReport(customer, { words: '', submissionKey })
    await withdrawReport(customer, { words: '', submissionKey })
    const desk = contextOf(db, await aColleague(db, 'desk'))
    await reopenTicket(desk, ticket.number, { reason: '还是要修', seen: undefined })
    await withdrawReport(customer, { words: '', submissionKey })
    expect((await now()).status).toBe('triaged')
    expect(await kinds()).toEqual(['message_from_customer', 'cancelled', 'reopened'])
  })

  test('not once a visit is planned, agreed or took place; a cancelled one hinders nothing', async () => {
    const { db, ticket, customer } = await scene({ status: 'triaged' })
    await aVisit(db, { ticketId: ticket.id, status: 'cancelled' })
    expect((await readTrackedTicket(customer)).mayWithdraw).toBe(true)
    await aConfirmedVisit(db, { ticketId: ticket.id })
    expect((await readTrackedTicket(customer)).mayWithdraw).toBe(false)
    const refused = withdrawReport(customer, { words: '', submissionKey: key() })
    await expect(refused).rejects.toThrow('notToWithdraw')
  })

  test.each(['resolved', 'closed', 'in_progress'] as const)('not a %s one', async (status) => {
    const { customer } = await scene({ status })
    const refused = withdrawReport(customer, { words: '', submissionKey: key() })
    await expect(refused).rejects.toThrow('notToWithdraw')
  })
})
