import { describe, expect, test } from 'vitest'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { nextCall } from '#app/domain/follow-ups/next-call.server.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { everyDay } from '#app/platform/day-hours.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaller, aFollowUp, at, attemptsNow, eventsOf, followUpNow } from './scene.ts'

const database = testDatabase()
const noAnswer = (attempt: number) => AttemptForm.parse({ outcome: 'no_answer', attempt })
const callBack = (attempt: number, day: string, time: string) =>
  AttemptForm.parse({ outcome: 'call_back', attempt, day, time, note: '在开会' })

describe('FU-3 nobody answers', () => {
  test('tried three times at different parts of the day over three days, then closed as unreachable', async () => {
    const followUp = await aFollowUp(database.db)
    await recordAttempt(await aCaller(database.db, at('10:00')), followUp.id, noAnswer(1))
    const second = await followUpNow(database.db, followUp.id)
    expect(second).toMatchObject({
      status: 'due',
      notBefore: at('13:30', 1),
      dueAt: at('18:00', 1),
    })
    await recordAttempt(await aCaller(database.db, second.notBefore), followUp.id, noAnswer(2))
    const third = await followUpNow(database.db, followUp.id)
    expect(third).toMatchObject({ status: 'due', notBefore: at('18:00', 2), dueAt: at('22:00', 2) })
    await recordAttempt(await aCaller(database.db, third.notBefore), followUp.id, noAnswer(3))
    expect(await followUpNow(database.db, followUp.id)).toMatchObject({
      status: 'unreachable',
      doneAt: at('18:00', 2),
    })
    expect((await attemptsNow(database.db, followUp.id)).map(({ outcome }) => outcome)).toEqual([
      'no_answer',
      'no_answer',
      'no_answer',
    ])
    expect(await eventsOf(database.db, followUp.ticketId)).toHaveLength(3)
  })

  test('every attempt is kept for good: the application can’t change one', async () => {
    const followUp = await aFollowUp(database.db)
    await recordAttempt(await aCaller(database.db), followUp.id, noAnswer(1))
    const change = database.db.execute(`update follow_up_attempts set outcome = 'answered'`)
    await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('an attempt late in the evening is made again within service hours', () => {
    const week = everyDay({ from: '08:30', to: '20:00' })
    const service = { week, holidays: new Set<string>() }
    expect(nextCall(at('19:30'), [], 20, service)).toEqual({
      notBefore: at('15:30', 1),
      dueAt: at('18:00', 1),
    })
    expect(nextCall(at('13:45'), [at('09:00')], 20, service)).toEqual({
      notBefore: at('18:00', 1),
      dueAt: at('20:00', 1),
    })
  })
})

describe('a customer who asks to be called back', () => {
  test('is called at the time they gave, which is none of the three', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    await recordAttempt(ctx, followUp.id, callBack(1, '2026-03-11', '19:15'))
    expect(await followUpNow(database.db, followUp.id)).toMatchObject({
      status: 'due',
      notBefore: at('19:15', 1),
      dueAt: at('20:15', 1),
    })
    await recordAttempt(ctx, followUp.id, noAnswer(2))
    await recordAttempt(ctx, followUp.id, noAnswer(3))
    expect(await followUpNow(database.db, followUp.id)).toMatchObject({ status: 'due' })
    await recordAttempt(ctx, followUp.id, noAnswer(4))
    expect(await followUpNow(database.db, followUp.id)).toMatchObject({ status: 'unreachable' })
  })

  test('not at a time that is past, nor months ahead', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    for (const day of ['2026-03-09', '2026-05-10']) {
      await expect(
        recordAttempt(ctx, followUp.id, callBack(1, day, '10:00')),
      ).rejects.toMatchObject({ kind: 'invalid', code: 'callBackPast' })
    }
    expect(await attemptsNow(database.db, followUp.id)).toEqual([])
  })

  test('and gives a day and a time', () => {
    for (const given of [{ day: '2026-02-30', time: '10:00' }, { day: '2026-03-11' }]) {
      const { error } = AttemptForm.safeParse({ outcome: 'call_back', attempt: 1, ...given })
      expect(error?.issues[0]?.message).toBe('validation:later')
    }
  })
})

describe('two at once', () => {
  test('Q-5 a double click is one attempt; a colleague’s second is refused', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    await Promise.all([1, 2, 3].map(() => recordAttempt(ctx, followUp.id, noAnswer(1))))
    expect(await attemptsNow(database.db, followUp.id)).toHaveLength(1)
    const colleague = await aCaller(database.db)
    await expect(recordAttempt(colleague, followUp.id, noAnswer(1))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'followUpChanged',
    })
  })
})

test('only who calls may record an attempt; a follow-up that isn’t there is missing', async () => {
  const followUp = await aFollowUp(database.db)
  const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
  await expect(recordAttempt(desk, followUp.id, noAnswer(1))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(
    recordAttempt(await aCaller(database.db), 999_999, noAnswer(1)),
  ).rejects.toMatchObject({ kind: 'not_found' })
})
