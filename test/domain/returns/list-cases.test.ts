import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { returnCases, returnDecisions } from '#db/schema/returns.ts'
import type { CaseStatus } from '#db/vocabulary/returns.ts'
import type { Role } from '#db/vocabulary/roles.ts'
import { type CaseQueue, caseQueues } from '#app/domain/returns/case-queues.ts'
import { casesForMe, casesWaiting } from '#app/domain/returns/cases-for-me.server.ts'
import {
  type CaseCursor,
  countCases,
  listCases,
  pageOf,
} from '#app/domain/returns/list-cases.server.ts'
import type { StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aStore } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aPlan } from '#test/factories/plans.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const hour = (n: number) => new Date(tuesdayMorning.getTime() + n * 3_600_000)
const zero = { goods: 0, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 }

let storeId: number
let decider: StaffActor
const numbers = new Map<string, string>()

/** A case of a state, asked `ago` hours before now. */
async function aCase(
  name: string,
  status: CaseStatus,
  {
    ago = 1,
    store = storeId,
    level = 'desk',
    needs = 'manager',
  }: {
    ago?: number
    store?: number
    level?: 'desk' | 'manager' | 'general'
    needs?: 'desk' | 'manager' | 'general'
  } = {},
) {
  const { db } = database
  const ticket = await aTicket(db, { storeId: store, kind: 'exchange' })
  const one = only(
    await db
      .insert(returnCases)
      .values({
        ticketId: ticket.id,
        product: name,
        reason: 'defect',
        wish: 'exchange',
        words: '裂了',
        level,
        askedAt: hour(-ago),
        dueAt: hour(24 - ago),
      })
      .returning(),
  )
  numbers.set(name, one.number)
  if (status === 'asked') return
  const decision = only(
    await db
      .insert(returnDecisions)
      .values({
        caseId: one.id,
        seq: 1,
        remedy: 'exchange',
        why: 'x',
        told: 'x',
        terms: [],
        costs: zero,
        total: 0,
        currency: 'CNY',
        plan: aPlan(),
        needs,
        at: hour(0),
        by: decider.id,
      })
      .returning(),
  )
  const facts =
    status === 'approving'
      ? { pendingId: decision.id }
      : {
          decisionId: decision.id,
          ...(status === 'appealed' ? { appealedAt: hour(0), appealWords: '不同意' } : {}),
        }
  await db
    .update(returnCases)
    .set({ status, ...facts })
    .where(sql`${returnCases.id} = ${one.id}`)
}

beforeAll(async () => {
  const { db } = database
  storeId = (await aStore(db)).id
  decider = await aColleague(db, 'desk')
  await aCase('later', 'asked', { ago: 2 })
  await aCase('late', 'asked', { ago: 30 })
  await aCase('first', 'asked', { ago: 5 })
  await aCase('to sign', 'approving')
  await aCase('to sign above', 'approving', { needs: 'general' })
  await aCase('going on', 'acting')
  await aCase('disagrees', 'appealed', { level: 'manager' })
  await aCase('elsewhere', 'asked', { ago: 3, store: (await aStore(db)).id })
})

const as = async (role: Role, facts: { storeId?: number } = {}) =>
  contextOf(database.db, await aColleague(database.db, role, facts))

const namesIn = async (ctx: Ctx, queue: CaseQueue) =>
  (await listCases(ctx, { queue })).cases.map(({ product }) => product)

describe('the queue of returns', () => {
  test('RX-3 what is to be decided comes by when it is due, the late one first', async () => {
    const desk = await as('desk')
    expect(await namesIn(desk, 'todo')).toEqual(['late', 'first', 'elsewhere', 'later'])
    expect(await namesIn(desk, 'approve')).toHaveLength(2)
    expect(await namesIn(desk, 'acting')).toEqual(['going on'])
    expect(await namesIn(desk, 'appealed')).toEqual(['disagrees'])
    expect(await namesIn(desk, 'closed')).toEqual([])
    expect(await namesIn(desk, 'all')).toHaveLength(8)
    expect(await countCases(desk)).toEqual({
      todo: 4,
      approve: 2,
      acting: 1,
      appealed: 1,
      late: 1,
    })
  })

  test('pages follow one another, each case once', async () => {
    const desk = await as('desk')
    for (const queue of caseQueues) {
      const seen: string[] = []
      let after: CaseCursor | null = null
      do {
        const page: Awaited<ReturnType<typeof listCases>> = await listCases(
          desk,
          { queue, after },
          2,
        )
        seen.push(...page.cases.map(({ number }) => number))
        after = page.next
      } while (after)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength((await listCases(desk, { queue })).cases.length)
    }
  })

  test('RX-2 behind the rail waits what is one’s own to decide or to sign', async () => {
    expect(await casesWaiting(await as('desk'))).toBe(4)
    expect(await casesWaiting(await as('aftersales_manager'))).toBe(2)
    expect(await casesWaiting(await as('general_manager'))).toBe(1)
    expect(await casesWaiting(await as('warehouse'))).toBeNull()
    // Nobody signs what they decided themselves.
    const both = contextOf(database.db, { ...decider, roles: ['desk', 'aftersales_manager'] })
    expect(await casesWaiting(both)).toBe(5)
  })

  test('RX-2 Today names them, the most urgent first', async () => {
    const named = async (ctx: Ctx<StaffActor>, limit = 6) =>
      (await casesForMe(ctx, limit)).map(({ product, status }) => `${product}: ${status}`)
    expect(await named(await as('desk'), 2)).toEqual(['late: asked', 'first: asked'])
    const manager = await named(await as('aftersales_manager'))
    expect(manager.sort()).toEqual(['disagrees: appealed', 'to sign: approving'])
    expect(await named(await as('warehouse'))).toEqual([])
  })

  test('Q-12 a store sees its own customers’ cases alone', async () => {
    const store = await as('store_manager', { storeId })
    expect(await namesIn(store, 'todo')).toEqual(['late', 'first', 'later'])
    const other = await as('store_manager')
    expect(await namesIn(other, 'all')).toEqual([])
    expect(await countCases(other)).toMatchObject({ todo: 0, acting: 0 })
  })

  test.each(['crew', 'admin'] as Role[])('%s may not', async (role) => {
    await expect(listCases(await as(role), { queue: 'todo' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test.each([
    ['todo', 'return_cases_open'],
    ['acting', 'return_cases_open'],
    ['closed', 'return_cases_status'],
    ['all', 'return_cases_asked'],
  ] as const)('Q-2 %s walks an index of its own and sorts nothing', async (queue, index) => {
    const ctx = await as('desk')
    const after = { at: tuesdayMorning.toISOString(), id: 60 }
    const plan = await database.db.transaction(async (db) => {
      await db.execute(sql`set local enable_seqscan = off`)
      await db.execute(sql`set local enable_hashjoin = off`)
      await db.execute(sql`set local enable_mergejoin = off`)
      await db.execute(sql`set local enable_bitmapscan = off`)
      const query = pageOf({ ...ctx, db }, { queue, after })
      return db.execute(sql`explain ${query.getSQL()}`)
    })
    const lines = plan.map((row) => String(row['QUERY PLAN']))
    const walked = lines.slice(
      0,
      lines.findIndex((line) => line.includes('SubPlan')),
    )
    expect(walked.join('\n')).toContain(index)
    expect(walked.join('\n')).not.toContain('Sort')
  })
})
