import { describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { inspectionAnswers, ratings } from '#db/schema/follow-ups.ts'
import { tickets } from '#db/schema/tickets.ts'
import { listFollowUps, nextFollowUp } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { recordInspection } from '#app/domain/follow-ups/record-inspection.server.ts'
import { countWaiting } from '#app/domain/tickets/count-waiting.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aCaller,
  aFollowUp,
  answers,
  at,
  complaintsAbout,
  eventsOf,
  followUpNow,
  ratingsNow,
  ticketNow,
} from './scene.ts'

const database = testDatabase()
const anInspection = (facts: Parameters<typeof aFollowUp>[1] = {}) =>
  aFollowUp(database.db, {
    kind: 'inspection',
    period: '2026-02',
    dueAt: at('00:00', 20),
    ...facts,
  })
const aManager = async (role: 'aftersales_manager' | 'general_manager' = 'aftersales_manager') =>
  contextOf(database.db, await aColleague(database.db, role))
const answersOf = (id: number) =>
  database.db.select().from(inspectionAnswers).where(eq(inspectionAnswers.followUpId, id))

describe('FU-5 an inspection call', () => {
  test('keeps its own answers; the visit’s rating and the ticket stay as they were', async () => {
    const call = await anInspection()
    await database.db.insert(ratings).values({
      ...{ visitId: call.visitId, attitude: 5, quality: 5, solved: 5, punctuality: 5, tidiness: 5 },
      source: 'online',
      createdAt: tuesdayMorning,
      updatedAt: tuesdayMorning,
    })
    const before = await ratingsNow(database.db, call.visitId)
    const ctx = await aManager()
    await recordInspection(ctx, call.id, answers({ attitude: '3' }))
    expect(await answersOf(call.id)).toEqual([
      expect.objectContaining({ attitude: 3, recommend: 9, words: '师傅很细心', by: ctx.actor.id }),
    ])
    expect(await ratingsNow(database.db, call.visitId)).toEqual(before)
    expect(await ticketNow(database.db, call.ticketId)).toMatchObject({ status: 'resolved' })
    expect(await followUpNow(database.db, call.id)).toMatchObject({ status: 'done' })
    expect(await complaintsAbout(database.db, call.visitId)).toEqual([])
    expect(await readFollowUp(ctx, call.id)).toMatchObject({
      rating: null,
      inspection: { scores: { attitude: 3 } },
      earlier: [{ visitId: call.visitId, average: 5 }],
    })
  })

  test('FU-4 a poor answer opens a complaint about the visit', async () => {
    const call = await anInspection()
    const poor = answers({ quality: '1', reason: '又坏了' })
    await recordInspection(await aManager('general_manager'), call.id, poor)
    expect(await complaintsAbout(database.db, call.visitId)).toEqual([
      expect.objectContaining({
        kind: 'complaint',
        description: expect.stringMatching(/^又坏了/) as string,
      }),
    ])
  })

  test('FU-4 a poor answer about a ticket without a visit opens one too, told on that ticket', async () => {
    const call = await anInspection({ visitId: null })
    const poor = answers({ quality: '1', reason: '一直没人来' })
    await recordInspection(await aManager(), call.id, poor)
    const told = (await eventsOf(database.db, call.ticketId)).find(
      ({ kind }) => kind === 'complaint_opened',
    )
    const number = String(told?.data.number)
    const [complaint] = await database.db.select().from(tickets).where(eq(tickets.number, number))
    expect(complaint).toMatchObject({ kind: 'complaint', aboutVisitId: null })
  })

  test('Q-5 a double click is one answer', async () => {
    const call = await anInspection()
    const ctx = await aManager()
    await Promise.all([1, 2, 3].map(() => recordInspection(ctx, call.id, answers())))
    expect(await answersOf(call.id)).toHaveLength(1)
  })
})

describe('FU-5 inspection calls are the managers’ alone', () => {
  test('a caller’s queue leaves them out, their page is missing, their answers refused', async () => {
    const call = await anInspection()
    const caller = await aCaller(database.db)
    const ids = async (ctx: typeof caller) => (await listFollowUps(ctx)).calls.map(({ id }) => id)
    expect(await ids(caller)).not.toContain(call.id)
    expect((await listFollowUps(caller)).ofKind.inspection).toBe(0)
    expect(await nextFollowUp(caller, 0, 'inspection')).toBeNull()
    await expect(readFollowUp(caller, call.id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(recordInspection(caller, call.id, answers())).rejects.toMatchObject({
      kind: 'forbidden',
    })
    for (const role of ['aftersales_manager', 'general_manager'] as const) {
      const manager = await aManager(role)
      expect(await ids(manager)).toContain(call.id)
      expect((await countWaiting(manager)).callsToMake).toBeGreaterThan(
        (await countWaiting(caller)).callsToMake!,
      )
    }
  })

  test('they are no call after a visit: its answers are refused there', async () => {
    const visit = await aFollowUp(database.db)
    await expect(recordInspection(await aManager(), visit.id, answers())).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})
