import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { indexWords } from '#app/domain/search/index.server.ts'
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
const index = () => indexWords(contextOf(database.db, { kind: 'job' }))
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
      follow_up: 0,
      paused: 1,
      unassigned: 1,
      overdue: 0,
      open: 3,
      resolved: 1,
      closed: 1,
      all: 5,
    })
  })

  test('to follow up and overdue: what the clock says, longest waiting and soonest due first (IN-7)', async () => {
    const ctx = await as('desk')
    const { db } = database
    const now = ctx.now().getTime()
    const at = (minutes: number) => new Date(now + minutes * 60_000)
    const due = (minutes: number) => ({
      nextDueAt: at(minutes),
      nextDueClock: 'first_contact' as const,
    })
    const { id: storeId } = await aStore(db)
    const later = await aTicket(db, { storeId, followUpAt: at(1), ...due(30) })
    const waits = await aTicket(db, { storeId, followUpAt: at(0), ...due(5) })
    const waited = await aTicket(db, { storeId, status: 'closed', followUpAt: at(-600) })
    const late = await aTicket(db, { storeId, ...due(-1) })
    const latest = await aTicket(db, { storeId, ...due(-90) })
    const never = await aTicket(db, { storeId })
    // What is over has no clock that counts.
    await aTicket(db, { storeId, status: 'resolved', ...due(-5) })
    const queue = async (search: string) =>
      numbersOf(await listTickets(ctx, filters(`${search}&store=${storeId}`)))
    expect(await queue('queue=follow_up')).toEqual([waited.number, waits.number])
    expect(await queue('queue=overdue')).toEqual([latest.number, late.number])
    expect(await queue('queue=open')).toEqual([
      latest.number,
      late.number,
      waits.number,
      later.number,
      never.number,
    ])
    const counts = await countQueues(ctx)
    expect([counts.follow_up, counts.overdue]).toEqual([2, 2])
  })

  test('Q-12: a store sees its own tickets only, in lists, counts and searches', async () => {
    const [own, other] = [await aStore(database.db), await aStore(database.db)]
    const ctx = await as('store_manager', own.id)
    const mine = await aTicket(database.db, { storeId: own.id, name: '石磊甲' })
    const theirs = await aTicket(database.db, { storeId: other.id, name: '石磊乙' })
    await index()
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
    await index()
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

describe('Q-26: no queue reads the whole table', () => {
  beforeAll(async () => {
    const sql = database.connect()
    await sql`insert into customers (phone, name, locale, created_at)
      select '+86139' || lpad(n::text, 8, '0'), '顾客' || n, 'zh-CN', now() from generate_series(1, 20000) n`
    await sql`insert into tickets (number, kind, status, severity, category, channel, product, description, customer_id, name, phone, address, locale, created_at, updated_at, store_id, tags, next_due_at, next_due_clock, follow_up_at)
      select 'X' || id, (array['repair', 'install', 'complaint'])[1 + id % 3],
        case when id % 40 = 0 then 'triaged' when id % 41 = 0 then 'new' when id % 43 = 0 then 'resolved' else 'closed' end,
        1 + id % 4, case when id % 50 = 0 then 'surface' else 'door' end, (array['portal', 'phone'])[1 + id % 2], '衣柜', '门坏了', id, name, phone, '上海', 'zh-CN',
        now() - id * interval '1 minute', now(), (select min(id) from stores),
        case when id % 500 = 0 then array['VIP'] else '{}' end,
        case when id % 40 = 0 then now() - id * interval '1 second' end, case when id % 40 = 0 then 'resolution' end,
        case when id % 400 = 0 then now() - id * interval '1 second' end
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
    'queue=closed&before=1770000000000000-99999',
    'queue=closed&after=1770000000000000-99999',
    'queue=follow_up',
    'queue=overdue',
    'queue=open&sort=due&before=d1770000000000000-99999',
    'queue=all&category=surface',
    'queue=all&owner=00000000-0000-4000-8000-000000000001',
    'queue=all&tag=VIP',
    'queue=all&area=1',
    'queue=closed&days=7',
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
    for (const [at, { query, params }] of planned.entries()) {
      if (query.startsWith('set ')) continue
      const before = planned[at - 1]?.query ?? ''
      const rows = await sql.begin(async (tx) => {
        if (before.startsWith('set local')) await tx.unsafe(before)
        return tx.unsafe(`explain ${query}`, params as string[])
      })
      const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
      expect(plan).not.toMatch(/Seq Scan on tickets/)
      if (!/tag=/.test(search)) expect(plan).not.toMatch(/Sort Key: .*created_at/)
    }
  })
})
