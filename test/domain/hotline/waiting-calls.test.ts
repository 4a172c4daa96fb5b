import { expect, test } from 'vitest'
import { waitingCalls } from '#app/domain/hotline/index.server.ts'
import { settleTickets } from '#app/domain/clocks/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const before = (minutes: number) => new Date(tuesdayMorning.getTime() - minutes * 60_000)

test('IN-2 who was not reached yet is in sight, the most urgent first, with the calls in vain', async () => {
  const ctx = contextOf(database.db, await aColleague(database.db, 'desk'))
  const fresh = await aTicket(database.db, { createdAt: before(1) })
  const late = await aTicket(database.db, { createdAt: before(30) })
  const reached = await aTicket(database.db, {
    createdAt: before(40),
    firstContactAt: before(38),
  })
  await database.db.insert(ticketEvents).values(
    [20, 10].map((minutes) => ({
      ticketId: late.id,
      kind: 'call_missed' as const,
      at: before(minutes),
      actorKind: 'staff' as const,
      data: {},
    })),
  )
  await inTransaction(ctx, (tx) => settleTickets(tx, [fresh.id, late.id, reached.id]))
  const { calls, more } = await waitingCalls(ctx, 10)
  expect(more).toBe(false)
  expect(calls.map(({ number, clock, missed }) => [number, clock?.state, missed?.count])).toEqual([
    [late.number, 'over', 2],
    [fresh.number, 'ok', undefined],
  ])
  expect((await waitingCalls(ctx, 1)).more).toBe(true)
})

test('Q-12 a store sees its own', async () => {
  const store = await aColleague(database.db, 'store_manager')
  const own = await aTicket(database.db, { storeId: store.storeId })
  const job = contextOf(database.db, { kind: 'job' as const })
  await inTransaction(job, (tx) => settleTickets(tx, [own.id]))
  const { calls } = await waitingCalls(contextOf(database.db, store), 10)
  expect(calls.map(({ number }) => number)).toEqual([own.number])
  const crew = contextOf(database.db, await aColleague(database.db, 'crew'))
  await expect(waitingCalls(crew, 10)).rejects.toMatchObject({ kind: 'forbidden' })
})
