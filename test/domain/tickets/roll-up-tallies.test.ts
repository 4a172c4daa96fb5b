import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ticketTallies } from '#db/schema/desk.ts'
import { tickets } from '#db/schema/tickets.ts'
import { countQueues } from '#app/domain/tickets/count-queues.server.ts'
import { rollUpTallies } from '#app/domain/tickets/roll-up-tallies.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()

test('IN-7: the counts of queues are right at every moment, however many change tickets and sum up meanwhile', async () => {
  const { db } = database
  const ctx = contextOf(db, await aColleague(db, 'desk'))
  const store = await aStore(db)
  const atStore = contextOf(db, await aColleague(db, 'store_manager', { storeId: store.id }))
  const all = []
  for (let n = 0; n < 40; n++) all.push(await aTicket(db, n % 4 === 0 ? { storeId: store.id } : {}))

  let changing = true
  const seen: number[] = []
  const watcher = (async () => {
    while (changing) seen.push((await countQueues(ctx)).all)
  })()
  const summing = (async () => {
    while (changing) await Promise.all([rollUpTallies(ctx), rollUpTallies(ctx)])
  })()
  const statuses = ['triaged', 'resolved', 'closed', 'triaged', 'cancelled'] as const
  await Promise.all(
    all.map(async ({ id }, n) => {
      for (const status of statuses.slice(0, 1 + (n % statuses.length)))
        await db.update(tickets).set({ status }).where(eq(tickets.id, id))
    }),
  )
  changing = false
  await Promise.all([watcher, summing])

  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen)).toEqual(new Set([40]))
  const counts = await countQueues(ctx)
  expect(counts).toMatchObject({ open: 16, resolved: 8, closed: 8, all: 40 })
  await rollUpTallies(ctx)
  expect(await countQueues(ctx)).toEqual(counts)
  expect((await countQueues(atStore)).all).toBe(10)
  const [rows] = await db
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      negative: sql<number>`count(*) filter (where ${ticketTallies.delta} < 0)`.mapWith(Number),
    })
    .from(ticketTallies)
  expect(rows!.negative).toBe(0)
  // One for each status of a store and of tickets without one.
  expect(rows!.count).toBeLessThanOrEqual(8)
})
