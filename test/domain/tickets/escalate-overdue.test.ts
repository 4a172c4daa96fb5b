import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ticketClocks } from '#db/schema/clocks.ts'
import { messages } from '#db/schema/messages.ts'
import { ticketEvents, tickets } from '#db/schema/tickets.ts'
import { settleClocks } from '#app/domain/clocks/index.server.ts'
import { escalateOverdue } from '#app/domain/tickets/index.server.ts'
import { pauseTicket } from '#app/domain/tickets/pause-ticket.server.ts'
import { triageTicket } from '#app/domain/tickets/triage-ticket.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const job = { kind: 'job' as const }
const inMinutes = (n: number) => new Date(tuesdayMorning.getTime() + n * 60_000)
const jobAt = (minutes: number) => contextOf(database.db, job, { now: inMinutes(minutes) })

async function aRunningTicket(facts: Parameters<typeof aTicket>[1] = {}) {
  const ticket = await aTicket(database.db, facts)
  await inTransaction(jobAt(0), (tx) => settleClocks(tx, ticket.id))
  return ticket
}

const told = async (ticketId: number) =>
  database.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.kind, 'overdue')))

const digests = async (template: 'tickets-overdue' | 'ticket-urgent', staffId: string) =>
  database.db
    .select({ params: messages.params })
    .from(messages)
    .where(and(eq(messages.template, template), eq(messages.staffId, staffId)))

describe('what is overdue goes before the managers', () => {
  test('IN-4: once, by ten runs at once and again after a restart, with one mail to each', async () => {
    const [one, two] = [
      await aColleague(database.db, 'aftersales_manager'),
      await aColleague(database.db, 'aftersales_manager', { locale: 'en' }),
    ]
    await aColleague(database.db, 'desk')
    const overdue = [await aRunningTicket(), await aRunningTicket(), await aRunningTicket()]
    const inTime = await aRunningTicket({ createdAt: inMinutes(4) })
    expect(await escalateOverdue(jobAt(4))).toBe(0)
    const runs = await Promise.all(Array.from({ length: 10 }, () => escalateOverdue(jobAt(6))))
    expect(runs.reduce((a, b) => a + b)).toBe(3)
    for (const { id } of overdue) {
      expect((await told(id)).map(({ data }) => data)).toEqual([
        { clock: 'first_contact', dueAt: inMinutes(5).toISOString() },
      ])
    }
    expect(await told(inTime.id)).toEqual([])
    for (const { id } of [one, two]) {
      const mails = await digests('tickets-overdue', id)
      expect(mails).toHaveLength(1)
      expect(mails[0]!.params).toMatchObject({ count: 3 })
    }
    expect(await escalateOverdue(jobAt(7))).toBe(0)
    expect(await escalateOverdue(jobAt(10))).toBe(1)
    expect(await told(overdue[0]!.id)).toHaveLength(1)
  })

  test('a pause is not overdue; one somebody is changing waits for the next minute', async () => {
    const paused = await aRunningTicket()
    const held = await aRunningTicket()
    const clerk = await aColleague(database.db, 'desk')
    const ctx = contextOf(database.db, clerk, { now: inMinutes(2) })
    await pauseTicket(ctx, paused.number, { reason: '等', until: '2026-03-12' })
    await database.db.transaction(async (tx) => {
      await tx.select().from(tickets).where(eq(tickets.id, held.id)).for('update')
      await escalateOverdue(jobAt(30))
      expect(await told(held.id)).toEqual([])
    })
    await escalateOverdue(jobAt(31))
    expect(await told(held.id)).toHaveLength(1)
    expect(await told(paused.id)).toEqual([])
  })

  test('a run that breaks off has told nobody', async () => {
    const ticket = await aRunningTicket()
    const manager = await aColleague(database.db, 'aftersales_manager')
    const broken = inTransaction(jobAt(60), async (tx) => {
      await escalateOverdue(tx)
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
    expect(await told(ticket.id)).toEqual([])
    expect(await digests('tickets-overdue', manager.id)).toEqual([])
    const [clock] = await database.db
      .select()
      .from(ticketClocks)
      .where(and(eq(ticketClocks.ticketId, ticket.id), eq(ticketClocks.kind, 'first_contact')))
    expect(clock!.escalatedAt).toBeNull()
  })

  test('IN-5: severity 1 is written to the managers at once, but to whoever says so', async () => {
    const manager = await aColleague(database.db, 'aftersales_manager')
    const author = await aColleague(database.db, 'aftersales_manager')
    const ticket = await aTicket(database.db)
    await triageTicket(contextOf(database.db, author), ticket.number, {
      version: 1,
      submissionKey: newToken(),
      kind: 'repair',
      severity: 1,
      category: 'door',
      owner: null,
      note: '',
      message: '',
    })
    expect(await digests('ticket-urgent', author.id)).toEqual([])
    const mails = await digests('ticket-urgent', manager.id)
    expect(mails.map(({ params }) => params)).toMatchObject([{ number: ticket.number }])
  })
})
