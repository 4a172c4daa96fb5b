import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { returnConsequences } from '#db/schema/returns.ts'
import { checklistItems, visits } from '#db/schema/visits.ts'
import {
  type CaseStatus,
  caseMoves,
  type ConsequenceStatus,
  consequenceMoves,
} from '#db/vocabulary/returns.ts'
import { answerDecision } from '#app/domain/returns/answer-decision.server.ts'
import { appealCase } from '#app/domain/returns/appeal-case.server.ts'
import { bookConsequence } from '#app/domain/returns/book-consequence.server.ts'
import { cancelCase } from '#app/domain/returns/cancel-case.server.ts'
import { decideCase } from '#app/domain/returns/decide-case.server.ts'
import { inspectOriginal } from '#app/domain/returns/inspect-original.server.ts'
import { noteRefund } from '#app/domain/returns/note-refund.server.ts'
import { promiseGoods } from '#app/domain/returns/promise-goods.server.ts'
import { readyGoods } from '#app/domain/returns/ready-goods.server.ts'
import { receiveOriginal } from '#app/domain/returns/receive-original.server.ts'
import { sayAnswerable } from '#app/domain/returns/say-answerable.server.ts'
import { cancelVisit } from '#app/domain/visits/index.server.ts'
import { finishVisit } from '#app/domain/work/index.server.ts'
import type { CustomerActor, StaffActor } from '#app/platform/actor.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { contextOf } from '#test/factories/context.ts'
import { friday, thursday, windowAt } from '#test/factories/districts.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { photo } from '#test/setup/photos.ts'
import { testDatabase } from '#test/setup/database.ts'
import { ticketNow, visitNow } from '../visits/scene.ts'
import { aPhoto } from './acting.ts'
import { aDecision, anAskedCase, as, caseNow, consequencesNow } from './deciding.ts'

const database = testDatabase()
const db = () => database.db

interface People {
  desk: Ctx<StaffActor>
  manager: Ctx<StaffActor>
  general: Ctx<StaffActor>
  warehouse: Ctx<StaffActor>
}
let people: People

beforeAll(async () => {
  await db().update(checklistItems).set({ active: false })
  people = {
    desk: await as(db(), 'desk'),
    manager: await as(db(), 'aftersales_manager'),
    general: await as(db(), 'general_manager'),
    warehouse: await as(db(), 'warehouse'),
  }
})

const ways = [
  { remedy: 'exchange' },
  { remedy: 'exchange', collect: 'before' },
  { remedy: 'part' },
  { remedy: 'missing' },
  { remedy: 'repair' },
  { remedy: 'discount', amount: '300', method: 'transfer' },
  { remedy: 'refund', amount: '5000', method: 'original', collect: 'before' },
  { remedy: 'refund', amount: '18000', method: 'original', collect: 'none' },
  { remedy: 'reject' },
] as const

type Deed = 'book' | 'call off' | 'finish' | 'fail' | 'get done' | 'slip'
type Move =
  | { do: 'decide'; way: number; by: 'desk' | 'manager' | 'general' }
  | { do: 'answer'; yes: boolean; by: 'manager' | 'general' }
  | { do: 'one'; nth: number; what: Deed }
  | { do: 'answerable' | 'appeal' | 'cancel' }

const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    way: fc.nat(ways.length - 1),
    by: fc.constantFrom('desk' as const, 'manager' as const, 'general' as const),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    yes: fc.boolean(),
    by: fc.constantFrom('manager' as const, 'general' as const),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('one' as const),
      nth: fc.nat(5),
      what: fc.constantFrom('book', 'call off', 'finish', 'fail', 'get done', 'slip'),
    }) as fc.Arbitrary<Move>,
  },
  fc.record({ do: fc.constantFrom('answerable' as const, 'appeal' as const, 'cancel' as const) }),
)

type Scene = Awaited<ReturnType<typeof anAskedCase>>

async function make(scene: Scene, move: Move): Promise<void> {
  const { id, number, ticket } = scene
  const { version, pendingId } = await caseNow(db(), id)
  switch (move.do) {
    case 'decide': {
      await decideCase(people[move.by], number, aDecision({ ...ways[move.way], version }))
      return
    }
    case 'answer': {
      const answer = move.yes ? ('approve' as const) : ('send_back' as const)
      await answerDecision(people[move.by], number, {
        decision: pendingId ?? 1,
        answer,
        reason: '看过了',
      })
      return
    }
    case 'one':
      return act(scene, move)
    case 'answerable':
      await sayAnswerable(people.desk, number, {
        cause: '含水率超标',
        evidence: '照片四张',
        why: '又查了一遍',
        shares: [{ party: 'factory', percent: 100, note: '', crewId: null, staffId: null }],
        version,
        submissionKey: aKey(),
      })
      return
    case 'appeal':
      await appealCase(contextOf<CustomerActor>(db(), { kind: 'customer', ticketId: ticket.id }), {
        words: '不同意',
        submissionKey: aKey(),
      })
      return
    case 'cancel':
      await cancelCase(people.desk, number, { reason: '不换了', version })
  }
}

const aKey = () => `nothing-lost-${String(serial()).padStart(20, '0')}`

/** Something that can be done with one of what the case set going, whatever it is. */
async function act(
  { id, number, area }: Scene,
  { nth, what }: Extract<Move, { do: 'one' }>,
): Promise<void> {
  const all = await consequencesNow(db(), id)
  const one = all[nth % Math.max(all.length, 1)]
  if (!one) return
  if (what === 'slip') {
    await promiseGoods(people.warehouse, number, one.id, {
      promisedOn: '2026-03-13',
      reason: '工厂晚一天',
    })
  } else if (what === 'book' && one.skill) {
    const window = await windowAt(db(), {
      areaId: area.id,
      service: one.skill,
      day: one.kind === 'collection' ? thursday : friday,
      from: one.kind === 'collection' ? '08:30' : '13:30',
    })
    await bookConsequence(people.desk, number, one.id, window.id)
  } else if (one.visitId !== null) {
    await visited(one.visitId, what)
  } else if (what === 'get done') {
    await getDone(number, one)
  }
}

async function visited(visitId: number, what: Deed) {
  const visit = await visitNow(db(), visitId)
  if (what === 'call off') {
    await cancelVisit(people.desk, visitId, { reason: '顾客没空', version: visit.version })
    return
  }
  if ((what !== 'finish' && what !== 'fail') || visit.status !== 'confirmed') return
  await db()
    .update(visits)
    .set({ status: 'working', startedAt: people.desk.now(), notCollectedBecause: '顾客还要用' })
    .where(eq(visits.id, visitId))
  const crew = await aColleague(db(), 'crew', { crewId: visit.crewId })
  await finishVisit(contextOf(db(), crew), visitId, {
    workDone: '换好了',
    needed: what === 'fail' ? '缺螺丝' : '',
    reasons: new Map<number, string>(),
    outcome: what === 'fail' ? 'escalated' : 'done',
  })
}

async function getDone(number: string, one: typeof returnConsequences.$inferSelect): Promise<void> {
  const { id, kind, status } = one
  if (kind === 'goods' || kind === 'part')
    await readyGoods(people.warehouse, number, id, { note: '' })
  if (kind === 'refund') {
    await noteRefund(people.desk, number, id, { reference: '流水 1', paidOn: '2026-03-10' })
  }
  if (kind !== 'original') return
  if (status === 'open') {
    await receiveOriginal(people.warehouse, number, id, { note: '', because: '顾客自己送来' })
  } else {
    const form = { condition: '裂了', fate: 'factory' } as const
    await inspectOriginal(people.warehouse, number, id, form, [aPhoto((await photo()).buffer)])
  }
}

/** What no order of moves may break, in one question each. */
async function broken({ id, ticket }: Scene): Promise<string[]> {
  const rows = await db().execute<{ rule: string }>(sql`
    select 'a visit to come belongs to nothing' as rule from visits v
      where v.ticket_id = ${ticket.id} and v.status not in ('cancelled', 'finished')
        and not exists (select 1 from return_consequences c where c.visit_id = v.id and c.status = 'going')
    union all select 'a booked visit is no more' from return_consequences c join visits v on v.id = c.visit_id
      where c.case_id = ${id} and c.status = 'going' and v.status = 'cancelled'
    union all select 'a visit was done and its need is open' from return_consequences c join visits v on v.id = c.visit_id
      where c.case_id = ${id} and c.status = 'done' and c.skill is not null and v.status <> 'finished'
    union all select 'a promise to a visit that is no more' from promises p join visits v on v.id = p.visit_id
      where p.ticket_id = ${ticket.id} and p.outcome = 'open' and v.status = 'cancelled'
    union all select 'a visit without a promise' from visits v
      where v.ticket_id = ${ticket.id} and v.status = 'confirmed'
        and not exists (select 1 from promises p where p.visit_id = v.id and p.outcome = 'open')
    union all select 'a case ended with something open' from return_cases k join return_consequences c on c.case_id = k.id
      where k.id = ${id} and k.status in ('closed', 'cancelled') and c.status in ('open', 'going')
    union all select 'a case ended without anybody answerable' from return_cases k
      where k.id = ${id} and k.status = 'closed' and k.answerability_id is null
    union all select 'money was decided and is nowhere' from return_cases k join return_decisions d on d.id = k.decision_id
      where k.id = ${id} and k.status <> 'cancelled' and d.remedy in ('refund', 'discount')
        and not exists (select 1 from return_consequences c
          where c.decision_id = d.id and c.kind = 'refund' and c.status <> 'cancelled' and c.amount = (d.plan ->> 'amount')::bigint)
    union all select 'a decision above the desk without a signature' from return_cases k join return_decisions d on d.id = k.decision_id
      where k.id = ${id} and d.needs <> 'desk'
        and not exists (select 1 from return_approvals a where a.decision_id = d.id and a.approved)
    union all select 'something stands of a decision that isn’t in force' from return_cases k
      join return_consequences c on c.case_id = k.id
      where k.id = ${id} and c.status in ('open', 'going') and c.decision_id is distinct from k.decision_id`)
  return rows.map(({ rule }) => rule)
}

describe('RX-3 RX-4 no order of moves loses a visit, a promise or a refund', () => {
  test('and none goes another way than the tables of moves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moves, { minLength: 4, maxLength: 16 }), async (sequence) => {
        const scene = await anAskedCase(db())
        let [status, was] = await standing(scene)
        for (const move of sequence) {
          try {
            await make(scene, move)
          } catch (error) {
            // A refusal changes nothing; anything else is a fault of ours.
            if (!(error instanceof DomainError)) throw error
          }
          expect(await broken(scene)).toEqual([])
          const [statusNow, now] = await standing(scene)
          expect(reaches(caseMoves, status, statusNow)).toBe(true)
          for (const [id, before] of was) {
            expect(reaches(consequenceMoves, before, now.get(id)!)).toBe(true)
          }
          ;[status, was] = [statusNow, now]
        }
        expect((await ticketNow(db(), scene.ticket.id)).status).not.toBe('cancelled')
      }),
      { numRuns: 30, endOnFailure: true },
    )
  }, 240_000)
})

async function standing({ id }: Scene): Promise<[CaseStatus, Map<number, ConsequenceStatus>]> {
  const { status } = await caseNow(db(), id)
  const all = await consequencesNow(db(), id)
  return [status, new Map(all.map((one) => [one.id, one.status]))]
}

/** Whether a state follows from another in a few allowed moves: one verb may make several. */
function reaches<S extends string>(table: Record<S, readonly S[]>, from: S, to: S): boolean {
  if (from === to) return true
  const near = table[from]
  return near.includes(to) || near.some((step) => table[step].includes(to))
}
