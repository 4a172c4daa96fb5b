import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { complaints } from '#db/schema/complaints.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { recordVerdict } from '#app/domain/complaints/record-verdict.server.ts'
import { VerdictOnCallForm } from '#app/domain/complaints/verdict-on-call-form.ts'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { openComplaintFollowUp } from '#app/domain/follow-ups/index.server.ts'
import { listFollowUps } from '#app/domain/follow-ups/list-follow-ups.server.ts'
import { readFollowUp } from '#app/domain/follow-ups/read-follow-up.server.ts'
import { recordAnswers } from '#app/domain/follow-ups/record-answers.server.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { countWaiting } from '#app/domain/tickets/count-waiting.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaller, answers, at, attemptsNow, eventsOf, followUpNow } from './scene.ts'

const database = testDatabase()
const says = (verdict: string, words = '', attempt = 1) =>
  VerdictOnCallForm.parse({ verdict, words, attempt })

/** A complaint answered just now, and the call it made due. */
async function anAnswered(now = tuesdayMorning) {
  const ticket = await aTicket(database.db, { kind: 'complaint', status: 'triaged' })
  const answeredBy = (await aColleague(database.db, 'aftersales_manager')).id
  await database.db
    .update(complaints)
    .set({
      status: 'answered',
      about: 'service',
      cause: '没有提前打电话',
      resolution: '以后都提前半小时打电话',
      answeredAt: now,
      answeredBy,
    })
    .where(eq(complaints.ticketId, ticket.id))
  await inTransaction(contextOf(database.db, { kind: 'job' }, { now }), (tx) =>
    openComplaintFollowUp(tx, ticket),
  )
  return { ticket, call: await callOf(ticket.id) }
}
const callOf = async (ticketId: number) =>
  only(
    await database.db
      .select()
      .from(followUps)
      .where(and(eq(followUps.ticketId, ticketId), eq(followUps.kind, 'complaint'))),
  )
const complaintNow = async (ticketId: number) =>
  only(await database.db.select().from(complaints).where(eq(complaints.ticketId, ticketId)))

describe('FU-1 a complaint that was answered', () => {
  test('makes one call due within 24 hours, with the answer on the caller’s screen', async () => {
    const { call, ticket } = await anAnswered()
    expect(call).toMatchObject({ status: 'due', dueAt: at('10:00', 1), notBefore: tuesdayMorning })
    const ctx = await aCaller(database.db)
    expect(await readFollowUp(ctx, call.id)).toMatchObject({
      kind: 'complaint',
      visit: null,
      rating: null,
      answer: { resolution: '以后都提前半小时打电话', verdict: null },
      ticket: { number: ticket.number },
    })
    const { calls } = await listFollowUps(ctx, 'complaint')
    expect(calls.map(({ id }) => id)).toContain(call.id)
    expect((await listFollowUps(ctx, 'visit')).calls.map(({ id }) => id)).not.toContain(call.id)
  })

  test('answered again while that call is due counts from the new answer, one call', async () => {
    const { call, ticket } = await anAnswered()
    const later = contextOf(database.db, { kind: 'job' }, { now: at('15:00') })
    await inTransaction(later, (tx) => openComplaintFollowUp(tx, ticket))
    expect(await callOf(ticket.id)).toMatchObject({ id: call.id, dueAt: at('15:00', 1) })
  })

  test('isn’t called about while it is looked into again', async () => {
    const { call, ticket } = await anAnswered()
    await database.db
      .update(complaints)
      .set({ status: 'investigating' })
      .where(eq(complaints.ticketId, ticket.id))
    const ctx = await aCaller(database.db)
    const { calls, counts } = await listFollowUps(ctx)
    expect(calls.map(({ id }) => id)).not.toContain(call.id)
    expect((await countWaiting(ctx)).callsToMake).toBe(counts.now)
  })
})

describe('CP-1 the customer’s verdict on the phone', () => {
  test('content closes the complaint, by whom is kept, and ends the call', async () => {
    const { call, ticket } = await anAnswered()
    const ctx = await aCaller(database.db)
    await recordVerdict(ctx, call.id, says('content', '这样可以'))
    expect(await complaintNow(ticket.id)).toMatchObject({
      status: 'closed',
      verdict: 'content',
      verdictWords: '这样可以',
      verdictBy: ctx.actor.id,
    })
    expect(await followUpNow(database.db, call.id)).toMatchObject({ status: 'done' })
    expect(await attemptsNow(database.db, call.id)).toEqual([
      expect.objectContaining({ outcome: 'answered', by: ctx.actor.id }),
    ])
    const kinds = (await eventsOf(database.db, ticket.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['followed_up', 'complaint_verdict']))
  })

  test('not content has it looked into again, and says why', async () => {
    const { call, ticket } = await anAnswered()
    await recordVerdict(await aCaller(database.db), call.id, says('not_content', '还是没人道歉'))
    expect(await complaintNow(ticket.id)).toMatchObject({
      status: 'investigating',
      verdict: 'not_content',
      verdictWords: '还是没人道歉',
    })
    expect(await followUpNow(database.db, call.id)).toMatchObject({ status: 'done' })
    const { error } = VerdictOnCallForm.safeParse({ verdict: 'not_content', attempt: 1 })
    expect(error?.issues[0]).toMatchObject({ path: ['words'] })
  })

  test('Q-5 a double click is one verdict; a colleague’s second is refused', async () => {
    const { call } = await anAnswered()
    const ctx = await aCaller(database.db)
    await Promise.all([1, 2, 3].map(() => recordVerdict(ctx, call.id, says('content'))))
    expect(await attemptsNow(database.db, call.id)).toHaveLength(1)
    await expect(
      recordVerdict(await aCaller(database.db), call.id, says('not_content', '不行')),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'followUpDone' })
  })

  test('is neither given to a call of another kind nor scored, and only by who calls', async () => {
    const { call } = await anAnswered()
    await expect(
      recordAnswers(await aCaller(database.db), call.id, answers()),
    ).rejects.toMatchObject({ kind: 'not_found' })
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    await expect(recordVerdict(desk, call.id, says('content'))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

test('FU-3 nobody reached three times about a complaint: unreachable, and the complaint waits for its manager', async () => {
  const { call, ticket } = await anAnswered()
  for (const attempt of [1, 2, 3]) {
    const { notBefore } = await followUpNow(database.db, call.id)
    const form = AttemptForm.parse({ outcome: 'no_answer', attempt })
    await recordAttempt(await aCaller(database.db, notBefore), call.id, form)
  }
  expect(await followUpNow(database.db, call.id)).toMatchObject({ status: 'unreachable' })
  expect(await attemptsNow(database.db, call.id)).toHaveLength(3)
  expect(await complaintNow(ticket.id)).toMatchObject({ status: 'answered', verdict: null })
})
