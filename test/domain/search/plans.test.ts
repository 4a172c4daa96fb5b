import { drizzle } from 'drizzle-orm/postgres-js'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { findEverything } from '#app/domain/finding/find-everything.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const count = 20_000
let storeId: number

/** Half of them are about a sofa, one of a thousand about a zebra, one of all about an okapi. */
beforeAll(async () => {
  storeId = (await aStore(database.db)).id
  const sql = database.connect({ max: 1 })
  await sql`insert into customers (phone, name, locale, created_at, words)
    select '+8613' || lpad(n::text, 9, '0'), '顾客' || n, 'zh-CN', now(),
      format('''ph:%s'':1A ''顾客'':1A ''客'':1A ''py:gk'':1A', reverse('8613' || lpad(n::text, 9, '0')))::tsvector
      from generate_series(1, ${count}) n`
  await sql`insert into tickets (number, kind, status, severity, category, channel, product, description,
      customer_id, name, phone, address, locale, created_at, updated_at, store_id)
    select 'X' || id, 'repair', case when id % 40 = 0 then 'triaged' else 'closed' end, 3, 'door', 'phone',
      '沙发', '坏了', id, name, phone, '上海', 'zh-CN', now() - id * interval '1 minute', now(),
      case when id % 25 = 0 then ${storeId}::bigint end
      from customers`
  await sql`insert into ticket_words (ticket_id, store_id, created_at, words, text)
    select id, store_id, created_at, concat_ws(' ', '''坏了'':1C ''了'':1C',
        case when id % 2 = 0 then '''沙发'':1B ''发'':1B' else '''衣柜'':1B ''柜'':1B' end,
        case when id % 1000 = 0 then '''zebra'':1C' end,
        case when id = 777 then '''okapi'':1D' end,
        case when store_id is not null then format('''st:%s'':1D', store_id) end,
        format('''ph:%s'':1A', reverse('8613' || lpad(id::text, 9, '0'))),
        (select string_agg(format('''w%s'':1D', (id * 7919 + n * 104729) % 400), ' ')
          from generate_series(1, 20) n))::tsvector,
        'description' || chr(9) || '沙发衣柜坏了'
      from tickets`
  await sql`analyze customers, tickets, ticket_words`
}, 120_000)

/** How often each table was read whole, and each index looked into, for a search. */
async function readsOf(role: Role, work: (ctx: Ctx<StaffActor>) => Promise<unknown>) {
  const sql = database.connect({ max: 1 })
  const actor = await aColleague(database.db, role, role === 'store_manager' ? { storeId } : {})
  const counts = async () => {
    await sql`select pg_stat_force_next_flush()`
    return sql<{ name: string; reads: number }[]>`
      select relname || ' whole' as name, seq_scan::int as reads from pg_stat_user_tables
        where relname in ('tickets', 'ticket_words', 'customers')
      union all select indexrelname, idx_scan::int from pg_stat_user_indexes
        where relname in ('ticket_words', 'customers')`
  }
  const before = new Map((await counts()).map(({ name, reads }) => [name, reads]))
  await work({ ...contextOf(database.db, actor), db: drizzle(sql, { schema }) })
  return (await counts())
    .filter(({ name, reads }) => reads > (before.get(name) ?? 0))
    .map(({ name }) => name)
}

const wholly = expect.stringMatching(/ whole$/) as string

describe.each(['desk', 'store_manager'] as const)(
  'Q-26: a search reads no whole table: %s',
  (role) => {
    test.each([
      ...['okapi', 'zebra', '沙发', '沙发 zebra', '坏了', '客', '顾客 gk', 'w1', '什么也没有'],
      ...['4217', '13000004217', '10004217', 'R100042-7'],
    ])('%s', async (q) => {
      const found = await readsOf(role, (ctx) => findEverything(ctx, q, { tickets: 20, others: 4 }))
      expect(found.length).toBeGreaterThan(0)
      expect(found).not.toContainEqual(wholly)
      const listed = await readsOf(role, (ctx) =>
        listTickets(ctx, { q, status: 'triaged', queue: 'all' }),
      )
      expect(listed).not.toContainEqual(wholly)
    })
  },
)

test('a rare word is read from its own list; a frequent one is met from the newest on', async () => {
  const search = (q: string) =>
    readsOf('desk', (ctx) => findEverything(ctx, q, { tickets: 20, others: 4 }))
  const rare = await search('okapi')
  expect(rare).toContain('ticket_words_words')
  expect(rare).not.toContain('ticket_words_recent')
  const frequent = await search('沙发')
  expect(frequent).toContain('ticket_words_recent')
  expect(frequent).not.toContain('ticket_words_words')
  const person = await search('顾客')
  expect(person).toContain('customers_pkey')
  expect(person).not.toContain('customers_words')
})

test('a frequent word with a narrow filter is read from what passes the filter', async () => {
  const narrow = { q: '沙发', queue: 'all', store: storeId, status: 'triaged' } as const
  const reads = await readsOf('desk', (ctx) => listTickets(ctx, narrow))
  expect(reads).toContain('ticket_words_pkey')
  expect(reads).not.toContain('ticket_words_words')
  const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
  const { rows } = await listTickets(desk, narrow, count)
  // Every 25th is the store's, every 40th is triaged, every second is about a sofa.
  expect(rows).toHaveLength(count / 200)
  expect(rows.every(({ status }) => status === 'triaged')).toBe(true)
})

test('what statistics get wrong is found all the same: words that are frequent and never together', async () => {
  const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
  const found = async (q: string) =>
    (await findEverything(desk, q, { tickets: 20, others: 0 })).tickets
  expect((await found('沙发 衣柜')).rows).toEqual([])
  expect((await found('okapi 衣柜')).rows.map(({ number }) => number)).toEqual(['X777'])
  expect(await found('沙发')).toMatchObject({ count: null, more: true })
  expect((await found('zebra')).count).toBe(count / 1000)
})
