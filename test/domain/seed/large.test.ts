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
import { returnFigures } from '#app/domain/ledger/figures.server.ts'
import { LedgerFilters, noLedgerFilters } from '#app/domain/ledger/ledger-filters.ts'
import { countLedger, ledgerRows } from '#app/domain/ledger/ledger.server.ts'
import { listClaims, claimsWaiting } from '#app/domain/claims/list-claims.server.ts'
import { claimLists } from '#app/domain/claims/claim-lists.ts'
import { readClaim } from '#app/domain/claims/read-claim.server.ts'
import { complaintQueues } from '#app/domain/complaints/complaint-queues.ts'
import {
  countComplaints,
  countComplaintsWaiting,
  listComplaints,
} from '#app/domain/complaints/list-complaints.server.ts'
import { readComplaint } from '#app/domain/complaints/read-complaint.server.ts'
import { listRecords } from '#app/domain/complaints/record-people.server.ts'
import { readRecord } from '#app/domain/complaints/staff-record.server.ts'
import { listFollowUps, nextFollowUp } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { caseQueues } from '#app/domain/returns/case-queues.ts'
import { casesForMe, casesWaiting } from '#app/domain/returns/cases-for-me.server.ts'
import { countCases, listCases } from '#app/domain/returns/list-cases.server.ts'
import { readAnswerable } from '#app/domain/returns/read-answerable.server.ts'
import { readCase } from '#app/domain/returns/read-case.server.ts'
import { countSupplyTasks, supplyTasks } from '#app/domain/returns/supply-tasks.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import { contextOf } from '#test/factories/context.ts'
import { largeTables } from '#test/bench/large-tables.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const today = new Date('2026-03-09T16:00:00Z')
const size: Size = { tickets: 12_000, seed: 7, today }

/** One connection, so that what it has read is told when it is asked. */
let own: { db: Db; end: () => Promise<void> }
/** One that reads a table from end to end only where no index leads to its rows, however few it has yet. */
let forced: typeof own
let actor: StaffActor
let manager: StaffActor
let known: { number: string; phone: string; name: string }

beforeAll(async () => {
  const { staffIds } = await fillLarge(database.url, size)
  own = connect(database.url, { role: appRole, max: 1 })
  forced = connect(database.url, { role: appRole, max: 1 })
  await forced.db.execute('set enable_seqscan = off')
  const [id, name] = [staffIds[1]!, '客服']
  actor = { kind: 'staff', id, name, roles: ['desk'], storeId: null, crewId: null, locale: 'zh-CN' }
  manager = { ...actor, id: staffIds[0]!, roles: ['aftersales_manager'] }
  known = await database.ask(async (sql) => {
    const [row] = await sql<(typeof known)[]>`
      select number, phone, name from tickets where locale = 'zh-CN' and id > 5000 order by id limit 1`
    return row!
  })
  return () => Promise.all([own.end(), forced.end()])
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
        const target = ownKeys[to] ?? 'id'
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

/** Tables whose key is not called `id`. */
const ownKeys: Record<string, string> = { categories: 'key', complaints: 'ticket_id' }

/** Which large tables are read from end to end while `work` is done. */
async function scannedDuring(work: () => Promise<unknown>, on = own): Promise<string[]> {
  const before = await scans(on)
  await work()
  const after = await scans(on)
  return largeTables.filter((table) => after.get(table) !== before.get(table))
}

/** The same of the tables that are smaller by far than tickets. */
const scannedForced = (work: () => Promise<unknown>) => scannedDuring(work, forced)

async function scans(on: typeof own): Promise<Map<string, string>> {
  await on.db.execute('select pg_stat_force_next_flush()')
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

  const asManager = () => contextOf(forced.db, manager, { now: new Date('2026-03-10T02:00:00Z') })
  const one = async (query: string): Promise<string> =>
    database.ask(async (sql) => {
      const [row] = await sql.unsafe<[{ one: string }]>(query)
      return row.one
    })

  test('by what the smaller ones are measured with: a scan is seen there too', async () => {
    const scan = () => forced.db.execute(`select max(words) from return_cases`)
    expect(await scannedForced(scan)).toEqual(['return_cases'])
  })

  test.each(caseQueues)('RX-2: by a queue of cases and its next page: %s', async (queue) => {
    const lists = async () => {
      const { next } = await listCases(asManager(), { queue })
      if (next) await listCases(asManager(), { queue, after: next })
    }
    expect(await scannedForced(lists)).toEqual([])
  })

  test('RX-2: by counting cases', async () => {
    expect(await scannedForced(() => countCases(asManager()))).toEqual([])
    expect(await scannedForced(() => casesWaiting(asManager()))).toEqual([])
    expect(await scannedForced(() => casesForMe(asManager(), 6))).toEqual([])
  })

  test.each(['acting', 'approving', 'closed', 'appealed'])(
    'RX-2, RX-5: by the page of a case: %s',
    async (status) => {
      const number = await one(
        `select number as one from return_cases where status = '${status}' order by id desc limit 1`,
      )
      expect(await scannedForced(() => readCase(asManager(), number))).toEqual([])
      expect(await scannedForced(() => readAnswerable(asManager(), number))).toEqual([])
    },
  )

  test.each(['supply', 'originals'] as const)(
    'RX-4: by what the warehouse does: %s',
    async (list) => {
      const filter = { kind: null, when: null, step: null }
      const lists = async () => {
        const { next } = await supplyTasks(asManager(), { list, filter, after: null })
        if (next) await supplyTasks(asManager(), { list, filter, after: next })
      }
      expect(await scannedForced(lists)).toEqual([])
      expect(await scannedForced(() => countSupplyTasks(asManager()))).toEqual([])
    },
  )

  test.each([
    '',
    'from=2026-02-01&to=2026-02-28',
    'status=counted',
    'status=closed',
    'status=appealed',
    'reason=defect',
    'remedy=refund',
    'party=store',
    'store=7',
    'product=nothing-so-called',
    'reason=colour&party=factory&remedy=exchange',
  ])('RX-6: by the ledger: %s', async (query) => {
    const filters = LedgerFilters.parse(Object.fromEntries(new URLSearchParams(query)))
    const lists = async () => {
      const { next } = await ledgerRows(asManager(), filters)
      if (next) await ledgerRows(asManager(), filters, { after: next })
    }
    expect(await scannedForced(lists)).toEqual([])
  })

  test('RX-6: counted without a filter, all cases are read, and no tickets', async () => {
    const count = () => countLedger(contextOf(own.db, manager), noLedgerFilters)
    expect(await scannedDuring(count)).not.toContain('tickets')
  })

  // Counted by a remedy, a party or a store, every case of the span is read.
  test.each(['from=2026-02-01&to=2026-02-28', 'status=closed', 'reason=defect', 'product=none'])(
    'RX-6: by counting the ledger: %s',
    async (query) => {
      const filters = LedgerFilters.parse(Object.fromEntries(new URLSearchParams(query)))
      expect(await scannedForced(() => countLedger(asManager(), filters))).toEqual([])
    },
  )

  test('RX-5, FG-1: by the figures of a month', async () => {
    const span = { from: '2026-02-10', to: '2026-03-10', store: null }
    expect(await scannedForced(() => returnFigures(asManager(), span))).toEqual([])
  })

  test.each(claimLists)('RX-5: by claims on suppliers: %s', async (list) => {
    const lists = async () => {
      const { next } = await listClaims(asManager(), { list })
      if (next) await listClaims(asManager(), { list, after: next })
    }
    expect(await scannedForced(lists)).toEqual([])
    expect(await scannedForced(() => claimsWaiting(asManager()))).toEqual([])
  })

  test('RX-5: by a claim', async () => {
    const number = await one(`select number as one from supplier_claims order by id desc limit 1`)
    expect(await scannedForced(() => readClaim(asManager(), number))).toEqual([])
  })

  test.each(complaintQueues)('CP-1: by a queue of complaints: %s', async (queue) => {
    const lists = async () => {
      const { next } = await listComplaints(asManager(), { queue, after: null })
      if (!next) return
      const [at, id] = next.split(',')
      await listComplaints(asManager(), { queue, after: [new Date(at!), Number(id)] })
    }
    expect(await scannedForced(lists)).toEqual([])
  })

  test('CP-1: by counting complaints, and by the page of one', async () => {
    expect(await scannedForced(() => countComplaints(asManager()))).toEqual([])
    expect(await scannedForced(() => countComplaintsWaiting(asManager()))).toEqual([])
    const number = await one(
      `select t.number as one from complaints c join tickets t on t.id = c.ticket_id
        order by c.ticket_id desc limit 1`,
    )
    expect(await scannedForced(() => readComplaint(asManager(), number))).toEqual([])
  })

  test('CP-3: by the records of a colleague and of a crew’s', async () => {
    expect(await scannedForced(() => listRecords(asManager(), { q: '', after: null }))).toEqual([])
    const period = { from: new Date('2026-02-10'), to: new Date('2026-03-11') }
    await database.ask((sql) => sql`update staff set crew_id = 3 where id = ${actor.id}`)
    expect(await scannedForced(() => readRecord(asManager(), actor.id, period))).toEqual([])
  })

  test.each([null, 'visit', 'complaint', 'inspection'] as const)(
    'FU-1, FU-5: by the calls to make: %s',
    async (kind) => {
      expect(await scannedForced(() => listFollowUps(asManager(), kind))).toEqual([])
      expect(await scannedForced(() => nextFollowUp(asManager(), 1, kind))).toEqual([])
    },
  )
})
