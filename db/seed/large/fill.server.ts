import postgres, { type Sql } from 'postgres'
import { drizzle } from 'drizzle-orm/postgres-js'
import { staff, staffRoles } from '#db/schema/accounts.ts'
import { ticketClocks } from '#db/schema/clocks.ts'
import { complaintFindings, complaintPeople, complaints, faults } from '#db/schema/complaints.ts'
import { crewAreas, crews, shifts } from '#db/schema/crews.ts'
import { customers, orderLines, orders } from '#db/schema/customers.ts'
import { ticketWords } from '#db/schema/desk.ts'
import { followUps, inspectionAnswers, ratings } from '#db/schema/follow-ups.ts'
import { promises } from '#db/schema/promises.ts'
import { supplierClaims } from '#db/schema/claims.ts'
import {
  answerabilities,
  answerabilityShares,
  returnCases,
  returnConsequences,
  returnDecisions,
} from '#db/schema/returns.ts'
import { stores } from '#db/schema/stores.ts'
import { ticketEvents, ticketMessages, ticketNotes, tickets } from '#db/schema/tickets.ts'
import { visits } from '#db/schema/visits.ts'
import { skills } from '#db/vocabulary/visits.ts'
import { insertCatalogue } from '../catalogue.server.ts'
import { generator, nth } from '../generator.ts'
import { places } from '../texts/places.ts'
import { copyIn } from './copy-in.server.ts'
import * as company from './company.ts'
import type { Size } from './company.ts'
import * as calls from './call-rows.ts'
import * as cases from './case-rows.ts'
import * as rows from './rows.ts'
import { cities } from './texts.ts'

/** Tables that are written without their indexes, which are made again when all is there. */
const large = [
  'customers',
  'orders',
  'order_lines',
  'tickets',
  'visits',
  'ticket_events',
  'ticket_messages',
  'ticket_notes',
  'ticket_clocks',
  'ticket_words',
  'return_cases',
  'return_decisions',
  'return_consequences',
  'answerabilities',
  'answerability_shares',
  'supplier_claims',
  'complaints',
  'complaint_people',
  'complaint_findings',
  'faults',
  'promises',
  'ratings',
  'follow_ups',
  'inspection_answers',
]

/** Whose key is another row's. */
const withoutSequence = [
  'ticket_clocks',
  'ticket_words',
  'complaints',
  'complaint_people',
  'ratings',
  'inspection_answers',
]

/**
 * fills an empty, migrated database with a large company's years; the same size, seed and day give the same rows.
 * @param ownerUrl of a superuser: triggers and references rest while it writes
 */
export async function fillLarge(ownerUrl: string, size: Size): Promise<{ staffIds: string[] }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`set statement_timeout = 0`
    await sql`set maintenance_work_mem = '512MB'`
    const staffIds = await insertCompany(sql, size)
    await sql`set session_replication_role = replica`
    const again = await withoutIndexes(sql)
    await copyIn(sql, customers, rows.customerRows(size))
    await copyIn(sql, orders, rows.orderRows(size))
    await copyIn(sql, orderLines, rows.orderLineRows(size))
    await copyIn(sql, tickets, rows.ticketRows(size, staffIds))
    await copyIn(sql, visits, rows.visitRows(size))
    await copyIn(sql, ticketEvents, rows.eventRows(size, staffIds))
    await copyIn(sql, ticketMessages, rows.messageRows(size, staffIds))
    await copyIn(sql, ticketNotes, rows.noteRows(size, staffIds))
    await copyIn(sql, ticketClocks, rows.clockRows(size))
    await copyIn(sql, ticketWords, rows.wordRows(size))
    await copyCases(sql, size, staffIds)
    for (const make of again) await sql.unsafe(make)
    await sql`set session_replication_role = origin`
    await afterwards(sql, size)
    return { staffIds }
  } finally {
    await sql.end()
  }
}

/** What came after the visits: returns, complaints, calls. */
async function copyCases(sql: Sql, size: Size, staffIds: string[]): Promise<void> {
  await copyIn(sql, returnCases, cases.caseRows(size))
  await copyIn(sql, returnDecisions, cases.decisionRows(size, staffIds))
  await copyIn(sql, returnConsequences, cases.consequenceRows(size))
  await copyIn(sql, answerabilities, cases.causeRows(size, staffIds))
  await copyIn(sql, answerabilityShares, cases.shareRows(size))
  await copyIn(sql, supplierClaims, cases.claimRows(size, staffIds))
  await copyIn(sql, complaints, cases.complaintRows(size, staffIds))
  await copyIn(sql, complaintPeople, cases.complaintPeopleRows(size, staffIds))
  await copyIn(sql, complaintFindings, cases.findingRows(size, staffIds))
  await copyIn(sql, faults, cases.faultRows(size, staffIds))
  await copyIn(sql, promises, calls.promiseRows(size, staffIds))
  await copyIn(sql, ratings, calls.ratingRows(size))
  await copyIn(sql, followUps, calls.followUpRows(size))
  await copyIn(sql, inspectionAnswers, calls.inspectionRows(size, staffIds))
}

async function insertCompany(sql: Sql, size: Size): Promise<string[]> {
  const db = drizzle(sql)
  await insertCatalogue(db as never)
  const [{ count }] = await sql<[{ count: number }]>`select count(*)::int as count from stores`
  await copyIn(
    sql,
    stores,
    Array.from({ length: company.storesCount - count }, (_, i) => {
      const [cityZh = '', cityEn = ''] = nth(cities, i).split(' ')
      const id = count + i + 1
      return {
        id,
        code: `L${id}`,
        nameZh: `${cityZh}${id}店`,
        nameEn: `${cityEn} ${id}`,
        cityZh,
        cityEn,
      }
    }),
  )
  const ids = Array.from({ length: company.crewsCount }, (_, i) => i + 1)
  await copyIn(
    sql,
    crews,
    ids.map((id) => ({
      id,
      nameZh: `${id}号师傅`,
      nameEn: `Crew ${id}`,
      skills: [...skills],
      homeAreaId: ((id - 1) % places.length) + 1,
    })),
  )
  await copyIn(
    sql,
    crewAreas,
    ids.flatMap((crewId) =>
      [0, 1, 2].map((n) => ({ crewId, areaId: ((crewId - 1 + n) % places.length) + 1 })),
    ),
  )
  await copyIn(
    sql,
    shifts,
    ids.flatMap((crewId) =>
      [1, 2, 3, 4, 5, 6, 7].map((weekday, i) => ({
        id: crewId * 10 + i,
        crewId,
        weekday,
        startsAt: '08:00',
        endsAt: '18:00',
      })),
    ),
  )
  const random = generator(size.seed)
  const people = Array.from({ length: company.desk }, (_, i) => ({
    id: random.uuid(),
    email: `desk${i + 1}@example.test`,
    name: `客服${i + 1}`,
    createdAt: size.today,
  }))
  await copyIn(sql, staff, people)
  await copyIn(
    sql,
    staffRoles,
    people.map(({ id }, i) => ({ staffId: id, role: i === 0 ? 'aftersales_manager' : 'desk' })),
  )
  return people.map(({ id }) => id)
}

/** Takes off what a row at a time would be slow to keep. @returns how it is made again */
async function withoutIndexes(sql: Sql): Promise<string[]> {
  const exclusions = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'x' and conrelid::regclass::text = any(${large})`
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = any(${large})
      and not exists (select 1 from pg_constraint where conname = indexname)`
  for (const { table, name } of exclusions)
    await sql.unsafe(`alter table "${table}" drop constraint "${name}"`)
  for (const { name } of indexes) await sql.unsafe(`drop index "${name}"`)
  return [
    ...indexes.map(({ definition }) => definition),
    ...exclusions.map(
      ({ table, name, definition }) =>
        `alter table "${table}" add constraint "${name}" ${definition}`,
    ),
  ]
}

/** Sequences go on where the rows end, tallies are what they would have been, and the planner knows it all. */
async function afterwards(sql: Sql, size: Size): Promise<void> {
  const tables = [...large, 'stores', 'crews', 'shifts', 'areas', 'products']
  for (const table of tables.filter((name) => !withoutSequence.includes(name))) {
    await sql.unsafe(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from "${table}"))`,
    )
  }
  await sql`select setval('ticket_serial', ${rows.firstSerial + size.tickets})`
  await sql`delete from ticket_tallies`
  await sql`insert into ticket_tallies (store_id, status, delta)
    select store_id, status, count(*) from tickets group by store_id, status`
  await sql`vacuum analyze`
}
