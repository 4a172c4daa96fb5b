import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { countQueues } from '#app/domain/tickets/count-queues.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const as = async (role: Role, storeId?: number) =>
  contextOf(database.db, await aColleague(database.db, role, storeId ? { storeId } : {}))
const filters = (search: string) =>
  TicketFilters.parse(Object.fromEntries(new URLSearchParams(search)))
const numbersOf = (list: Awaited<ReturnType<typeof listTickets>>) =>
  list.rows.map((row) => row.number)

describe('queues (IN-7)', () => {
  test('mine, unassigned, open, paused, resolved, closed, and their counts', async () => {
    const ctx = await as('desk')
    const { db } = database
    const mine = await aTicket(db, { ownerId: ctx.actor.id, status: 'triaged' })
    const nobodys = await aTicket(db)
    const paused = await aTicket(db, {
      ownerId: ctx.actor.id,
      status: 'paused',
      pausedUntil: '2026-03-20',
      pauseReason: '等配件',
    })
    const resolved = await aTicket(db, { ownerId: ctx.actor.id, status: 'resolved' })
    const closed = await aTicket(db, { status: 'closed' })
    const queue = async (name: string) =>
      numbersOf(await listTickets(ctx, filters(`queue=${name}`)))
    expect(await queue('mine')).toEqual([paused.number, mine.number])
    expect(await queue('unassigned')).toEqual([nobodys.number])
    expect(await queue('open')).toEqual([paused.number, nobodys.number, mine.number])
    expect(await queue('paused')).toEqual([paused.number])
    expect(await queue('resolved')).toEqual([resolved.number])
    expect(await queue('closed')).toEqual([closed.number])
    expect(await queue('all')).toHaveLength(5)
    expect(await countQueues(ctx)).toEqual({
      mine: 2,
      unassigned: 1,
      open: 3,
      paused: 1,
      resolved: 1,
    })
  })

  test('Q-12: a store sees its own tickets only, in lists, counts and searches', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const ctx = await as('store_manager', own.id)
    const mine = await aTicket(database.db, { storeId: own.id, name: '石磊甲' })
    const theirs = await aTicket(database.db, { storeId: other.id, name: '石磊乙' })
    for (const search of [
      'queue=all',
      'q=石磊',
      `q=${theirs.number}`,
      `q=${theirs.phone}`,
      `store=${other.id}`,
    ]) {
      expect(numbersOf(await listTickets(ctx, filters(search)))).not.toContain(theirs.number)
    }
    expect(numbersOf(await listTickets(ctx, filters('q=石磊')))).toEqual([mine.number])
    expect((await countQueues(ctx)).open).toBe(1)
  })

  test('Q-12: a crew or the warehouse has no queue', async () => {
    for (const role of ['crew', 'warehouse'] as const) {
      await expect(listTickets(await as(role), filters(''))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
  })
})

describe('search', () => {
  test('by number with or without dash, letter and check digit; by phone in any spelling or its end; by name', async () => {
    const ctx = await as('desk')
    const number = ticketNumber(876543)
    const ticket = await aTicket(database.db, {
      number,
      phone: '+8613800004217',
      name: 'Lin_Wei%',
    })
    const found = async (q: string) => numbersOf(await listTickets(ctx, { q }))
    for (const q of [
      number,
      number.toLowerCase(),
      number.replace('-', ''),
      number.slice(1),
      '876543',
      'R876543',
      '138 0000 4217',
      '+86 138-0000-4217',
      '4217',
      '00004217',
      'Lin',
      'Lin_W',
    ]) {
      expect(await found(q), q).toEqual([ticket.number])
    }
    for (const q of ['in_Wei', 'LinXWei', '%', '9999', 'R876543-0', "';drop table tickets"]) {
      expect(await found(q), q).toEqual([])
    }
  })

  test('Q-23: what the address bar says is a filter or nothing', () => {
    expect(
      filters("queue=x&status=';--&severity=9&store=-1&before=now&sort=random&kind=repair&q=%00a"),
    ).toEqual({ kind: 'repair', q: 'a' })
  })
})

describe('pages', () => {
  test('follow one another without a gap or a repeat, also within one instant, both ways round', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    const all: string[] = []
    for (let i = 0; i < 7; i++) {
      const createdAt = new Date(Date.UTC(2026, 2, 1, 0, 0, Math.floor(i / 3)))
      all.unshift((await aTicket(database.db, { storeId, createdAt })).number)
    }
    for (const sort of ['newest', 'oldest'] as const) {
      const seen: string[] = []
      let before: string | null = ''
      while (before !== null) {
        const page = await listTickets(
          ctx,
          filters(`store=${storeId}&sort=${sort}&before=${before}`),
          2,
        )
        seen.push(...numbersOf(page))
        before = page.more
      }
      expect(seen).toEqual(sort === 'newest' ? all : all.toReversed())
    }
  })
})

describe('Q-26: no queue reads the whole table', () => {
  beforeAll(async () => {
    const sql = database.connect()
    await sql`insert into customers (phone, name, locale, created_at)
      select '+86139' || lpad(n::text, 8, '0'), '顾客' || n, 'zh-CN', now() from generate_series(1, 20000) n`
    await sql`insert into tickets (number, kind, status, severity, category, channel, product, description, customer_id, name, phone, address, locale, created_at, updated_at, store_id)
      select 'X' || id, (array['repair', 'install', 'complaint'])[1 + id % 3],
        case when id % 40 = 0 then 'triaged' when id % 41 = 0 then 'new' when id % 43 = 0 then 'resolved' else 'closed' end,
        1 + id % 4, 'door', (array['portal', 'phone'])[1 + id % 2], '衣柜', '门坏了', id, name, phone, '上海', 'zh-CN',
        now() - id * interval '1 minute', now(), (select min(id) from stores)
      from customers where phone like '+86139%'`
    await sql`analyze tickets`
  })

  test.each([
    'queue=mine',
    'queue=unassigned',
    'queue=open',
    'queue=open&sort=oldest',
    'queue=open&severity=1',
    'queue=open&status=new&sort=oldest',
    'queue=paused',
    'queue=resolved',
    'queue=closed',
    'queue=all',
    'queue=all&kind=complaint',
    'queue=all&store=1',
    'queue=open&store=1',
    'q=顾客77',
    'q=13900000077',
    'q=0077',
    'q=876543',
    'queue=closed&before=1770000000000-99999',
  ])('%s', async (search) => {
    const planned: { query: string; params: unknown[] }[] = []
    const sql = database.connect({ max: 1 })
    const db = drizzle(sql, {
      schema,
      logger: { logQuery: (query, params) => planned.push({ query, params }) },
    })
    const actor = await aColleague(database.db, 'desk')
    const ctx = { ...contextOf(database.db, actor), db }
    await listTickets(ctx, filters(search))
    await countQueues(ctx)
    expect(planned.length).toBeGreaterThan(1)
    for (const { query, params } of planned) {
      const rows = await sql.unsafe(`explain ${query}`, params as string[])
      const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
      expect(plan).not.toMatch(/Seq Scan on tickets/)
      if (!search.startsWith('q=')) expect(plan).not.toMatch(/Sort Key: .*created_at/)
    }
  })
})
