import { beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from '#db/client.server.ts'
import { appRole } from '#db/migrate.server.ts'
import { customersOf, type Size, visitsOf } from '#db/seed/large/company.ts'
import { fillLarge } from '#db/seed/large/fill.server.ts'
import { countContactsDue } from '#app/domain/customers/count-contacts-due.server.ts'
import { CustomerFilters, listCustomers } from '#app/domain/customers/list-customers.server.ts'
import { findEverything } from '#app/domain/finding/find-everything.server.ts'
import { countQueues } from '#app/domain/tickets/count-queues.server.ts'
import { listTickets } from '#app/domain/tickets/list-tickets.server.ts'
import { readTicket } from '#app/domain/tickets/read-ticket.server.ts'
import { TicketFilters } from '#app/domain/tickets/ticket-filters.ts'
import { ticketQueues, ticketSorts } from '#app/domain/tickets/ticket-queues.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { largeTables } from '#test/bench/large-tables.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const today = new Date('2026-03-09T16:00:00Z')
const size: Size = { tickets: 12_000, seed: 7, today }

/** One connection, so that what it has read is told when it is asked. */
let own: { db: Db; end: () => Promise<void> }
let actor: StaffActor
let known: { number: string; phone: string; name: string }

beforeAll(async () => {
  const { staffIds } = await fillLarge(database.url, size)
  own = connect(database.url, { role: appRole, max: 1 })
  const [id, name] = [staffIds[1]!, '客服']
  actor = { kind: 'staff', id, name, roles: ['desk'], storeId: null, crewId: null, locale: 'zh-CN' }
  known = await database.ask(async (sql) => {
    const [row] = await sql<(typeof known)[]>`
      select number, phone, name from tickets where locale = 'zh-CN' and id > 5000 order by id limit 1`
    return row!
  })
  return () => own.end()
}, 240_000)

test('Q-25: the same size, seed and day are the same company', async () => {
  const [count] = await database.ask(
    (sql) => sql`select
      (select count(*)::int from tickets) as tickets,
      (select count(*)::int from visits) as visits,
      (select count(*)::int from customers) as customers,
      (select count(*)::int from stores) as stores,
      (select count(*)::int from tickets where locale = 'en') > 1000 as english,
      (select md5(string_agg(description || phone || status || extract(epoch from created_at), ',' order by id)) from tickets) as all`,
  )
  expect(count).toMatchObject({
    ...{ tickets: size.tickets, visits: visitsOf(size), customers: customersOf(size), stores: 50 },
    english: true,
  })
  expect(count!.all).toMatchInlineSnapshot(`"de496f25116cf40c01f30cd71950378c"`)
})

test('Q-25: it has what a real company has: every reference leads to a row, no crew is in two places', async () => {
  // The rules rested while it was written; asked again, each holds.
  const broken = await database.ask(async (sql) => {
    const keys = await sql<{ name: string; table: string; column: string; to: string }[]>`
      select conname as name, conrelid::regclass::text as table, confrelid::regclass::text as to,
        (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as column
      from pg_constraint where contype = 'f' and array_length(conkey, 1) = 1
        and conrelid::regclass::text = any(${largeTables})`
    const counts = await Promise.all(
      keys.map(async ({ name, table, column, to }) => {
        const target = to === 'categories' ? 'key' : 'id'
        const [row] = await sql.unsafe<[{ orphans: number }]>(
          `select count(*)::int as orphans from "${table}" a where a."${column}" is not null
            and not exists (select from "${to}" b where b."${target}" = a."${column}")`,
        )
        return { name, orphans: row.orphans }
      }),
    )
    return { asked: counts.length, orphans: counts.filter(({ orphans }) => orphans > 0) }
  })
  expect(broken.orphans).toEqual([])
  expect(broken.asked).toBeGreaterThan(15)
})

/** Which large tables are read from end to end while `work` is done. */
async function scannedDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = await scans()
  await work()
  const after = await scans()
  return largeTables.filter((table) => after.get(table) !== before.get(table))
}

async function scans(): Promise<Map<string, string>> {
  await own.db.execute('select pg_stat_force_next_flush()')
  const rows = await database.ask(
    (sql) => sql<{ table: string; scans: string }[]>`
      select relname as table, seq_scan::text as scans from pg_stat_user_tables`,
  )
  return new Map(rows.map(({ table, scans }) => [table, scans]))
}

const ctx = () => contextOf(own.db, actor, { now: new Date('2026-03-10T02:00:00Z') })
const asked = (query: string) => TicketFilters.parse(Object.fromEntries(new URLSearchParams(query)))

describe('no large table is read from end to end', () => {
  test('by what this is measured with: a scan is seen', async () => {
    const scan = () => own.db.execute(`select max(description) from tickets`)
    expect(await scannedDuring(scan)).toEqual(['tickets'])
  })

  test.each(
    ticketQueues.flatMap((queue) => ticketSorts.map((sort) => [`queue=${queue}&sort=${sort}`])),
  )('by a queue: %s', async (query) => {
    expect(await scannedDuring(() => listTickets(ctx(), asked(query)))).toEqual([])
  })

  test.each([
    'queue=all&status=closed',
    'queue=all&kind=exchange',
    'queue=all&channel=letter',
    'queue=all&category=surface',
    'queue=all&severity=1',
    'queue=all&store=7',
    'queue=all&owner=nobody',
    'queue=all&area=3',
    'queue=all&tag=VIP',
    'queue=all&tag=never-used',
    'queue=all&days=30',
    'queue=all&category=surface&severity=2&store=7',
    'queue=open&category=surface&severity=2',
    'queue=closed&kind=repair&area=2',
  ])('by a filter: %s', async (query) => {
    expect(await scannedDuring(() => listTickets(ctx(), asked(query)))).toEqual([])
  })

  test('by a page deep in', async () => {
    let before = ''
    for (let page = 0; page < 5; page++) {
      const { more } = await listTickets(ctx(), asked(`queue=all&before=${before}`))
      before = more!
    }
    const deep = asked(`queue=all&before=${before}`)
    expect(await scannedDuring(() => listTickets(ctx(), deep))).toEqual([])
  })

  test('by counting', async () => {
    expect(await scannedDuring(() => countQueues(ctx()))).toEqual([])
  })

  test.each([
    ['two Chinese characters, frequent', () => '铰链'],
    ['a name', () => known.name],
    ['two characters that nobody wrote', () => '龘龘'],
    ['an English word', () => 'blistering'],
    ['a phone tail', () => known.phone.slice(-6)],
    ['a number', () => known.number],
    ['pinyin initials', () => 'wxl'],
  ])('by a search for %s', async (_, typed) => {
    expect(
      await scannedDuring(() => findEverything(ctx(), typed(), { tickets: 20, others: 4 })),
    ).toEqual([])
  })

  test.each(['', 'due=yes', 'grade=A', 'due=yes&grade=B'])(
    'CU-1: by the customers: %s',
    async (query) => {
      const filters = CustomerFilters.parse(Object.fromEntries(new URLSearchParams(query)))
      expect(await scannedDuring(() => listCustomers(ctx(), filters))).toEqual([])
    },
  )

  test('CU-1: by counting who is to be contacted', async () => {
    expect(await scannedDuring(() => countContactsDue(ctx()))).toEqual([])
  })

  test('by a ticket page', async () => {
    expect(await scannedDuring(() => readTicket(ctx(), known.number))).toEqual([])
  })
})
