import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketEvents, ticketMessages, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { handOver, waitingForMe } from '#app/domain/desk/index.server.ts'
import { askedForAnother, askForAnother, keepSamePerson } from '#app/domain/tickets/index.server.ts'
import { writeMessage } from '#app/domain/tickets/write-message.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

async function scene(facts: Parameters<typeof aTicket>[1] = {}) {
  const { db } = database
  const ticket = await aTicket(db, { status: 'triaged', ...facts })
  const customer = contextOf(db, { kind: 'customer' as const, ticketId: ticket.id })
  const ask = ({
    submissionKey = `a-key-for-one-form-${serial()}`,
    who = 'crew' as 'crew' | 'desk',
  } = {}) => askForAnother(customer, { who, words: '上次的师傅迟到了', submissionKey })
  /** How often a manager sees it, and whether the customer is told that it stands. */
  const stands = async (of: { id: number; number: string } = ticket) => {
    const manager = contextOf(db, await aColleague(db, 'aftersales_manager'))
    const { asked } = await waitingForMe(manager, 1000)
    return [
      asked.filter(({ number }) => number === of.number).length,
      (await askedForAnother(contextOf(db, { kind: 'customer' as const, ticketId: of.id })))
        .length > 0,
    ]
  }
  const asked = () =>
    db
      .select()
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.kind, 'other_person_asked')))
  const said = () => db.select().from(ticketMessages).where(eq(ticketMessages.ticketId, ticket.id))
  return { db, ticket, customer, ask, asked, said, stands }
}

const change = (id: number, facts: Partial<typeof tickets.$inferInsert>) =>
  database.db.update(tickets).set(facts).where(eq(tickets.id, id))

describe('IN-9 the customer asks that somebody else comes', () => {
  test('it stands in the conversation, and before the manager until other hands have it', async () => {
    const { db, ticket, customer, ask, said } = await scene()
    await ask()
    expect((await said()).map(({ direction, body }) => [direction, body])).toEqual([
      ['from_customer', '希望换一位师傅上门。\n上次的师傅迟到了'],
    ])
    expect(await askedForAnother(customer)).toMatchObject([{ who: 'crew', at: customer.now() }])
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
    expect(await askedForAnother(customer)).toEqual([])
  })

  test('an answer leaves it in sight, and so does a pause; it goes with the matter', async () => {
    const { ticket, ask, stands } = await scene()
    await ask()
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await writeMessage(desk, ticket.number, {
      body: '我们在安排',
      submissionKey: `a-key-for-one-form-${serial()}`,
    })
    const [answered] = await database.db.select().from(tickets).where(eq(tickets.id, ticket.id))
    expect(answered!.followUpAt).toEqual(tuesdayMorning)
    expect(await stands()).toEqual([1, true])
    await change(ticket.id, { status: 'paused', pausedUntil: '2026-03-20', pauseReason: '等件' })
    expect(await stands()).toEqual([1, true])
    await change(ticket.id, { status: 'resolved', pausedUntil: null, pauseReason: null })
    expect(await stands()).toEqual([0, true])
  })

  test('another crew that comes settles it; the same one does not, nor one taken off again', async () => {
    const { db } = database
    const { ticket, ask, stands } = await scene({ status: 'scheduled' })
    const before = await aConfirmedVisit(db, {
      ticketId: ticket.id,
      plannedStart: new Date(tuesdayMorning.getTime() + 3_600_000),
      plannedEnd: new Date(tuesdayMorning.getTime() + 7_200_000),
    })
    await ask()
    const comes = await aConfirmedVisit(db, { ticketId: ticket.id, crewId: before.crewId! })
    expect(await stands()).toEqual([1, true])
    const other = await aCrew(db)
    const crewIs = (crewId: number) =>
      db.update(visits).set({ crewId }).where(eq(visits.id, comes.id))
    await crewIs(other.id)
    expect(await stands()).toEqual([0, false])
    await crewIs(before.crewId!)
    expect(await stands()).toEqual([1, true])
    await aConfirmedVisit(db, { ticketId: ticket.id, crewId: other.id, status: 'cancelled' })
    expect(await stands()).toEqual([1, true])
  })

  test('another crew is nothing to who would like another clerk; a ticket given up isn’t handled', async () => {
    const { db } = database
    const [first, second] = await Promise.all([aColleague(db, 'desk'), aColleague(db, 'desk')])
    const { ticket, ask, stands } = await scene({ ownerId: first.id })
    await ask({ who: 'desk' })
    await aConfirmedVisit(db, { ticketId: ticket.id })
    expect(await stands()).toEqual([1, true])
    await change(ticket.id, { ownerId: null })
    expect(await stands()).toEqual([1, true])
    await change(ticket.id, { ownerId: second.id })
    expect(await stands()).toEqual([0, false])
    await change(ticket.id, { ownerId: first.id })
    expect(await stands()).toEqual([1, true])
  })

  test('IN-6 asked of a ticket that was merged, it stands for the one that goes on, once', async () => {
    const { db } = database
    const { ticket, ask, stands } = await scene()
    await ask()
    const source = await aTicket(db, { status: 'triaged' })
    await askForAnother(contextOf(db, { kind: 'customer' as const, ticketId: source.id }), {
      who: 'desk',
      words: '',
      submissionKey: `a-key-for-one-form-${serial()}`,
    })
    await change(source.id, { status: 'cancelled', mergedIntoId: ticket.id })
    expect(await stands()).toEqual([1, true])
    const target = await aTicket(db, { status: 'triaged' })
    await change(ticket.id, { status: 'cancelled', mergedIntoId: target.id })
    expect(await stands(target)).toEqual([1, true])
  })

  test('the same form twice is one; asked already it is said so', async () => {
    const { ask, asked, said } = await scene()
    const submissionKey = `a-key-for-one-form-${serial()}`
    await ask({ submissionKey })
    await ask({ submissionKey })
    await expect(ask()).rejects.toThrow('askedForAnother')
    expect([(await asked()).length, (await said()).length]).toEqual([1, 1])
  })

  test('first the one, then the other; what the customer takes back stands no more', async () => {
    const { ask, customer, stands } = await scene()
    const back = (who: 'crew' | 'desk') => ({
      who,
      submissionKey: `a-key-for-one-form-${serial()}`,
    })
    const standing = async () => (await askedForAnother(customer)).map(({ who }) => who)
    await ask({ who: 'crew' })
    await ask({ who: 'desk' })
    expect(await standing()).toEqual(['crew', 'desk'])
    const crew = back('crew')
    await keepSamePerson(customer, crew)
    await keepSamePerson(customer, crew)
    await keepSamePerson(customer, back('crew'))
    expect(await standing()).toEqual(['desk'])
    await keepSamePerson(customer, back('desk'))
    expect(await stands()).toEqual([0, false])
    await ask({ who: 'crew' })
    expect(await stands()).toEqual([1, true])
  })

  test('not of a matter that is over', async () => {
    const { ask, asked } = await scene({ status: 'closed' })
    await expect(ask()).rejects.toThrow('matterOver')
    expect(await asked()).toEqual([])
  })
})
