import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { indexWords } from '#app/domain/search/index.server.ts'
import { countQueues } from '#app/domain/tickets/count-queues.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { queryOf } from '#app/domain/tickets/ticket-query.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea, aStore } from '#test/factories/stores.ts'
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

describe('filters', () => {
  test('each narrows the queue by what it says, several together', async () => {
    const ctx = await as('desk')
    const { db } = database
    const [{ id: storeId }, area] = [await aStore(db), await anArea(db)]
    const owner = await aColleague(db, 'desk')
    const one = await aTicket(db, {
      storeId,
      areaId: area.id,
      category: 'loose',
      severity: 2,
      channel: 'phone',
      kind: 'complaint',
      status: 'triaged',
      ownerId: owner.id,
      tags: ['急', 'VIP'],
      createdAt: new Date(ctx.now().getTime() - 3 * 86_400_000),
    })
    const other = await aTicket(db, { storeId })
    const found = async (search: string) =>
      numbersOf(await listTickets(ctx, filters(`queue=all&store=${storeId}&${search}`)))
    for (const search of [
      `area=${area.id}`,
      'category=loose',
      'severity=2',
      'channel=phone',
      'kind=complaint',
      'status=triaged',
      `owner=${owner.id}`,
      'tag=急',
      'tag=VIP',
      `owner=${owner.id}&tag=急&category=loose`,
    ]) {
      expect(await found(search), search).toEqual([one.number])
    }
    expect(await found('owner=nobody')).toEqual([other.number])
    expect(await found('days=1')).toEqual([other.number])
    expect(await found('days=7')).toEqual([other.number, one.number])
    for (const search of ['tag=普通', 'category=loose&kind=repair', 'area=999999']) {
      expect(await found(search), search).toEqual([])
    }
  })

  test('an address and its filters are the same either way', () => {
    const query = 'queue=open&kind=repair&category=door&store=3&owner=nobody&tag=VIP&sort=due'
    expect(queryOf(filters(query))).toBe(query)
    expect(queryOf(filters(query), 'tag')).toBe(query.replace('&tag=VIP', ''))
  })

  test('Q-23: owner, category, tag and place are what they may be or nothing', () => {
    expect(
      filters("owner=me&category=%27&area=x&tag=%00&days=400&before=z1-&after=-1&sort=due'"),
    ).toEqual({})
  })
})

describe('pages', () => {
  const walk = async (search: string, ctx: Awaited<ReturnType<typeof as>>) => {
    const [there, back]: [string[], string[]] = [[], []]
    let more: string | null = ''
    let last: Awaited<ReturnType<typeof listTickets>> | undefined
    while (more !== null) {
      last = await listTickets(ctx, filters(`${search}&before=${more}`), 2)
      there.push(...numbersOf(last))
      more = last.more
    }
    for (let page = last!; ;) {
      back.unshift(...numbersOf(page))
      if (page.back === null) break
      page = await listTickets(ctx, filters(`${search}&after=${page.back}`), 2)
    }
    return { there, back }
  }

  test('follow one another without a gap or a repeat, also within one instant, both ways round', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    const all: string[] = []
    for (let i = 0; i < 8; i++) {
      const createdAt = new Date(Date.UTC(2026, 2, 1, 0, 0, Math.floor(i / 3)))
      all.unshift((await aTicket(database.db, { storeId, createdAt })).number)
    }
    // Rows of one millisecond are told apart by less.
    await database.connect()`update tickets set created_at = created_at + (id % 7) * interval '1 microsecond'
      where store_id = ${storeId}`
    const rows = await database.connect()<{ number: string }[]>`
      select number from tickets where store_id = ${storeId} order by created_at desc, id desc`
    const newest = rows.map(({ number }) => number)
    for (const sort of ['newest', 'oldest'] as const) {
      const { there, back } = await walk(`queue=all&store=${storeId}&sort=${sort}`, ctx)
      expect(there).toEqual(sort === 'newest' ? newest : newest.toReversed())
      expect(back).toEqual(there)
    }
  })

  test('by what is due: those with a due time first, then the newest, both ways round', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    const due: string[] = []
    const notDue: string[] = []
    for (let i = 0; i < 10; i++) {
      const at = new Date(Date.UTC(2026, 2, 2, 0, Math.floor(i / 4)))
      const facts =
        i % 2 === 0
          ? { nextDueAt: at, nextDueClock: 'resolution' as const }
          : { createdAt: new Date(Date.UTC(2026, 2, 1, 0, i)) }
      const { number } = await aTicket(database.db, { storeId, ...facts })
      if (i % 2 === 0) due.push(number)
      else notDue.unshift(number)
    }
    const { there, back } = await walk(`queue=open&store=${storeId}&sort=due`, ctx)
    expect(there).toEqual([...due, ...notDue])
    expect(back).toEqual(there)
  })

  test('a page before the first is the first, and a whole one', async () => {
    const ctx = await as('desk')
    const { id: storeId } = await aStore(database.db)
    for (let i = 0; i < 3; i++) await aTicket(database.db, { storeId })
    const [first, second] = (await listTickets(ctx, filters(`queue=all&store=${storeId}`))).rows
    const page = await listTickets(
      ctx,
      filters(`queue=all&store=${storeId}&after=${second!.place}`),
      2,
    )
    expect(page.rows[0]!.number).toBe(first!.number)
    expect(page.rows).toHaveLength(2)
    expect(page.back).toBeNull()
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
    for (const { query, params } of planned) {
      const rows = await sql.unsafe(`explain ${query}`, params as string[])
      const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
      expect(plan).not.toMatch(/Seq Scan on tickets/)
      if (!/tag=/.test(search)) expect(plan).not.toMatch(/Sort Key: .*created_at/)
    }
  })
})
