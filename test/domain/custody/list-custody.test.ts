import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { custodyReceipts } from '#db/schema/custody.ts'
import {
  countOverdue,
  type CustodyCursor,
  type CustodyList,
  listCustody,
} from '#app/domain/custody/index.server.ts'
import { pageOf } from '#app/domain/custody/list-custody.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from '#test/domain/visits/scene.ts'
import { atHome } from '#test/domain/work/home.ts'

const database = testDatabase()
let desk: Ctx
let storeId: number

type Row = Partial<typeof custodyReceipts.$inferInsert>

/** Away with and without a day, overdue, back, and an exchange: 130 of them, in two stores. */
beforeAll(async () => {
  desk = asActor(database.db, await aColleague(database.db, 'desk'), at('12:00'))
  storeId = (await aStore(database.db)).id
  const ours = await atHome(database.db, 'finished', { ticket: { storeId } })
  const theirs = await atHome(database.db, 'finished', {
    ticket: { storeId: (await aStore(database.db)).id },
  })
  const rows = Array.from({ length: 130 }, (_, i): Row => {
    const back = { returnedAt: at('09:00'), receivedBy: 'x', reclaimed: true }
    switch (i % 5) {
      case 0:
        return { backOn: '2026-03-09' }
      case 1:
        return { backOn: '2026-03-10' }
      case 2:
        return { backOn: null }
      case 3:
        return { ...back, returnedBy: ours.technician.id, backOn: '2026-03-01' }
      default:
        return { purpose: 'exchange' }
    }
  })
  await database.db.insert(custodyReceipts).values(
    rows.map((facts, i) => {
      const { visit, ticket, technician } = i < 120 ? ours : theirs
      return {
        key: `key-${i}`,
        visitId: visit.id,
        ticketId: ticket.id,
        purpose: 'repair' as const,
        item: `第 ${i} 件`,
        condition: 'x',
        takenAt: at('08:00', -Math.floor(i / 3)),
        takenBy: technician.id,
        handedBy: 'x',
        ...facts,
      }
    }),
  )
})

async function walk(ctx: Ctx, list: CustodyList) {
  const pages = []
  let after: CustodyCursor | null = null
  do {
    const { receipts, next }: Awaited<ReturnType<typeof listCustody>> = await listCustody(ctx, {
      list,
      after,
    })
    pages.push(receipts)
    after = next
  } while (after)
  return pages
}

describe('what is in our keeping', () => {
  test('VS-4 what is out comes by its day, what has none comes last, each once', async () => {
    const pages = await walk(desk, 'out')
    const rows = pages.flat()
    expect(pages.map((page) => page.length)).toEqual([50, 28])
    expect(new Set(rows.map(({ number }) => number)).size).toBe(78)
    const days = rows.map(({ backOn }) => backOn ?? '9999')
    expect(days).toEqual([...days].sort())
    expect(rows.every((row) => row.purpose === 'repair' && row.returnedAt === null)).toBe(true)
  })

  test('VS-4 what should have been back yesterday is overdue, what is due today isn’t', async () => {
    const rows = (await walk(desk, 'overdue')).flat()
    expect(rows).toHaveLength(26)
    expect(rows.every(({ backOn, overdue }) => overdue && backOn === '2026-03-09')).toBe(true)
    expect(await countOverdue(desk)).toBe(26)
    const out = (await walk(desk, 'out')).flat()
    expect(out.filter(({ overdue }) => overdue)).toHaveLength(26)
  })

  test('everything that ever left a home, the latest first, each once', async () => {
    const pages = await walk(desk, 'all')
    const rows = pages.flat()
    expect(pages.map((page) => page.length)).toEqual([50, 50, 30])
    expect(new Set(rows.map(({ number }) => number)).size).toBe(130)
    const taken = rows.map(({ takenAt }) => takenAt)
    expect(taken).toEqual([...taken].sort().reverse())
  })

  test('Q-12 a store sees what left its own customers’ homes', async () => {
    const manager = await aColleague(database.db, 'store_manager', { storeId })
    const ctx = asActor(database.db, manager, at('12:00'))
    expect((await walk(ctx, 'all')).flat()).toHaveLength(120)
    expect(await countOverdue(ctx)).toBe(24)
  })

  test.each(['crew', 'caller', 'admin'] as Role[])('%s may not', async (role) => {
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(listCustody(ctx, { list: 'all', after: null })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('nor may a customer', async () => {
    const ctx = contextOf(database.db, { kind: 'customer', ticketId: 1 })
    await expect(listCustody(ctx, { list: 'all', after: null })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test.each([
    ['out', 'custody_receipts_out'],
    ['overdue', 'custody_receipts_out'],
    ['all', 'custody_receipts_taken'],
  ] as const)('Q-2 %s walks an index of its own and sorts nothing', async (list, index) => {
    const after = { at: list === 'all' ? at('08:00').toISOString() : '2026-03-09', id: 60 }
    const plan = await database.db.transaction(async (db) => {
      await db.execute(sql`set local enable_seqscan = off`)
      await db.execute(sql`set local enable_hashjoin = off`)
      await db.execute(sql`set local enable_mergejoin = off`)
      await db.execute(sql`set local enable_bitmapscan = off`)
      const query = pageOf({ ...desk, db }, { list, after })
      return db.execute(sql`explain ${query.getSQL()}`)
    })
    const lines = plan.map((row) => String(row['QUERY PLAN'])).join('\n')
    expect(lines).toContain(index)
    expect(lines).not.toContain('Sort')
  })
})
