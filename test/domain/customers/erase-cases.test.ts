import { randomUUID } from 'node:crypto'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { desc, eq, getTableColumns, getTableName } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as claimTables from '#db/schema/claims.ts'
import * as complaintTables from '#db/schema/complaints.ts'
import { inspectionAnswers } from '#db/schema/follow-ups.ts'
import * as returnTables from '#db/schema/returns.ts'
import { ticketEvents } from '#db/schema/tickets.ts'
import { eraseCustomer } from '#app/domain/customers/erase-customer.server.ts'
import { readCase } from '#app/domain/returns/read-case.server.ts'
import { recordEvent } from '#app/domain/tickets/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaseThatSays, aComplaintThatSays } from './said-of.ts'
import { whereSaid } from './where-said.ts'

const database = testDatabase()
const manager = async () =>
  contextOf(database.db, await aColleague(database.db, 'aftersales_manager'))
const erase = async ({ id, phone }: { id: number; phone: string }) =>
  eraseCustomer(await manager(), id, { confirm: phone.slice(-4), reason: '来信要求' })

const { returnCases, returnDecisions, returnConsequences } = returnTables
const { supplierClaims } = claimTables
const { complaints, complaintFindings, faults } = complaintTables

/** What is a setting and belongs to nobody. */
const settings = ['return_terms']

/** Text that nobody writes about a person: goods, suppliers, keys, and what was worked out. */
const notWords = [
  'return_cases.number',
  'return_cases.product',
  'return_cases.pieces',
  'return_cases.submission_key',
  'return_decisions.terms',
  'return_decisions.costs',
  'return_decisions.currency',
  'return_decisions.submission_key',
  'return_approvals.saw',
  'return_consequences.currency',
  'answerabilities.submission_key',
  'supplier_claims.number',
  'supplier_claims.supplier',
  'supplier_claims.currency',
  'complaint_findings.submission_key',
]

const textTypes = ['PgText', 'PgVarchar', 'PgJson', 'PgJsonb', 'PgArray']

/** Where somebody may have written anything, of the tables of returns, complaints and managers' calls. */
function wordColumns(): string[] {
  const tables = [returnTables, claimTables, complaintTables]
    .flatMap<PgTable>(Object.values)
    .filter((table) => !settings.includes(getTableName(table)))
  return [...tables, inspectionAnswers].flatMap((table) =>
    Object.values<PgColumn>(getTableColumns(table))
      .filter(({ columnType }) => textTypes.includes(columnType))
      .filter(({ enumValues }) => (enumValues ?? []).length === 0)
      .map(({ name }) => `${getTableName(table)}.${name}`)
      .filter((column) => !notWords.includes(column)),
  )
}

async function columnsSaying(words: string): Promise<string[]> {
  const found = await Promise.all(
    wordColumns().map((column) =>
      database.ask(async (sql) => {
        const [table = '', name = ''] = column.split('.')
        const rows = await sql`
          select 1 from ${sql(table)} where ${sql(name)}::text like ${`%${words}%`} limit 1`
        return rows.length > 0 ? column : null
      }),
    ),
  )
  return found.flatMap((column) => column ?? [])
}

test('CU-1: what was said in returns, complaints and on managers’ calls is in no column afterwards', async () => {
  const words = `原话${randomUUID().slice(0, 8)}`
  const customer = await aCustomer(database.db)
  const told = await aCaseThatSays(database.db, customer.id, words)
  const complained = await aComplaintThatSays(database.db, customer.id, words)
  // A column of words that is added later is to be filled here too, and emptied.
  expect(await columnsSaying(words)).toEqual(wordColumns())
  await erase(customer)
  expect(await whereSaid(database, words)).toEqual([])

  const decision = only(
    await database.db
      .select()
      .from(returnDecisions)
      .where(eq(returnDecisions.caseId, told.case.id)),
  )
  expect(decision).toMatchObject({
    ...{ remedy: 'refund', total: 120_000, currency: 'CNY', by: told.by, at: tuesdayMorning },
    ...{ why: '–', told: '–' },
    plan: { remedy: 'refund', amount: 120_000, method: 'transfer' },
  })
  expect(decision.plan).not.toHaveProperty('what')
  const steps = await database.db
    .select()
    .from(returnConsequences)
    .where(eq(returnConsequences.caseId, told.case.id))
    .orderBy(returnConsequences.id)
  expect(steps).toMatchObject([
    { kind: 'original', status: 'done', what: '–', cancelledBecause: null },
    { kind: 'refund', amount: 120_000, method: 'transfer', doneAt: tuesdayMorning },
    { kind: 'part', status: 'cancelled', cancelledBecause: '–' },
  ])
  const [claim] = await database.db
    .select()
    .from(supplierClaims)
    .where(eq(supplierClaims.caseId, told.case.id))
  expect(claim).toMatchObject({ supplier: '顺木', amount: 120_000, note: '' })
  const of = complained.ticket.id
  const [complaint] = await database.db.select().from(complaints).where(eq(complaints.ticketId, of))
  expect(complaint).toMatchObject({
    ...{ status: 'closed', verdict: 'not_content', closedBy: complained.by, resolution: '–' },
    ...{ verdictWords: '', closedBecause: '–' },
  })
  const [fault] = await database.db.select().from(faults).where(eq(faults.ticketId, of))
  expect(fault).toMatchObject({
    ...{ kind: 'quarrel', status: 'verified', staffId: complained.person, what: '–', answer: '–' },
    ...{ decidedBy: complained.by, decidedAt: tuesdayMorning },
  })
  const page = await readCase(await manager(), told.case.number)
  expect(page).toMatchObject({
    case: { words: '–', status: 'cancelled' },
    decisions: [{ why: '–' }],
  })
})

test('CU-1: what was asked, decided and paid stays in the history, without the words', async () => {
  const words = `原话${randomUUID().slice(0, 8)}`
  const customer = await aCustomer(database.db)
  const { ticket, case: one } = await aCaseThatSays(database.db, customer.id, words)
  const ctx = await manager()
  const paid = { amount: 120_000, currency: 'CNY', method: 'transfer', paidOn: '2026-03-10' }
  const shares = [{ party: 'factory', percent: 100 }]
  await inTransaction(ctx, async (tx) => {
    const of = { case: one.number }
    await recordEvent(tx, ticket, 'return_asked', { ...of, reason: 'defect', wish: 'refund' })
    await recordEvent(tx, ticket, 'return_promised', {
      ...{ ...of, what: words, from: '2026-03-12', to: '2026-03-15', reason: words },
    })
    await recordEvent(tx, ticket, 'return_answerable', { ...of, shares, waits: false })
    await recordEvent(tx, ticket, 'return_refunded', { ...of, ...paid, reference: words })
    await recordEvent(tx, ticket, 'return_cancelled', { ...of, reason: words })
  })
  await erase(customer)
  expect(await whereSaid(database, words)).toEqual([])
  const events = await database.db
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticket.id))
    .orderBy(desc(ticketEvents.id))
    .limit(5)
  const of = { case: one.number }
  expect(events.map(({ data }) => data)).toEqual([
    of,
    { ...of, ...paid },
    { ...of, shares, waits: false },
    { ...of, from: '2026-03-12', to: '2026-03-15' },
    { ...of, reason: 'defect', wish: 'refund' },
  ])
})

test('CU-1, CP-2: somebody else’s stays, and what was decided about a fault still can’t be changed', async () => {
  const words = `别人${randomUUID().slice(0, 8)}`
  const [gone, other] = [await aCustomer(database.db), await aCustomer(database.db)]
  await aComplaintThatSays(database.db, gone.id, '无关')
  await aCaseThatSays(database.db, other.id, words)
  const { ticket } = await aComplaintThatSays(database.db, other.id, words)
  await erase(gone)
  expect(await columnsSaying(words)).toEqual(wordColumns())
  await expect(
    database.db.transaction(async (db) => {
      await db.execute(`select set_config('shangmen.erasing', 'yes', true)`)
      await db.update(faults).set({ what: '–' }).where(eq(faults.ticketId, ticket.id))
    }),
  ).rejects.toThrow()
  await expect(
    database.db
      .update(complaintFindings)
      .set({ body: '–' })
      .where(eq(complaintFindings.ticketId, ticket.id)),
  ).rejects.toThrow()
  await expect(
    database.db.update(returnCases).set({ status: 'closed' }).where(eq(returnCases.words, words)),
  ).rejects.toThrow()
})
