import { expect, test } from 'vitest'
import { AttemptForm } from '#app/domain/follow-ups/attempt-form.ts'
import { dayFigures } from '#app/domain/follow-ups/day-figures.server.ts'
import { recordAnswers } from '#app/domain/follow-ups/record-answers.server.ts'
import { recordAttempt } from '#app/domain/follow-ups/record-attempt.server.ts'
import { recordInspection } from '#app/domain/follow-ups/record-inspection.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCaller, aFollowUp, answers, at } from './scene.ts'

const database = testDatabase()
const noAnswer = AttemptForm.parse({ outcome: 'no_answer', attempt: 1 })
const callBack = AttemptForm.parse({
  ...{ outcome: 'call_back', attempt: 1, day: '2026-03-12', time: '19:00' },
})
const fine = answers({ attitude: '4', quality: '4', solved: '4', punctuality: '4', tidiness: '4' })
const poor = answers({
  ...{ attitude: '1', quality: '1', solved: '1', punctuality: '1', tidiness: '1' },
  reason: '没人来',
})

test('the day’s calls of a caller: made, reached, not reached, put off, the average and the complaints opened', async () => {
  const caller = await aCaller(database.db)
  expect(await dayFigures(caller)).toEqual({ day: '2026-03-10', all: false, callers: [] })
  await recordAnswers(caller, (await aFollowUp(database.db)).id, fine)
  await recordAnswers(caller, (await aFollowUp(database.db)).id, poor)
  await recordAttempt(caller, (await aFollowUp(database.db)).id, noAnswer)
  await recordAttempt(caller, (await aFollowUp(database.db)).id, callBack)
  const mine = { calls: 4, reached: 2, unreached: 1, putOff: 1, satisfaction: 2.5, complaints: 1 }
  expect((await dayFigures(caller)).callers).toEqual([{ name: '吴倩', ...mine }])

  const colleague = contextOf(
    database.db,
    await aColleague(database.db, 'aftersales_manager', { name: '经理甲' }),
  )
  const inspection = await aFollowUp(database.db, { kind: 'inspection', period: '2026-02' })
  await recordInspection(colleague, inspection.id, answers())
  const { all, callers } = await dayFigures(colleague)
  expect(all).toBe(true)
  expect(callers).toEqual(
    expect.arrayContaining([
      { name: '吴倩', ...mine },
      {
        ...{ name: '经理甲', calls: 1, reached: 1, unreached: 0, putOff: 0 },
        satisfaction: 4.6,
        complaints: 0,
      },
    ]),
  )
  expect((await dayFigures(caller)).callers).toHaveLength(1)
})

test('a day is the company’s, from midnight there', async () => {
  const night = await aCaller(database.db, at('23:59', 5))
  await recordAttempt(night, (await aFollowUp(database.db)).id, noAnswer)
  const after = { ...night, now: () => at('00:00', 6) }
  expect((await dayFigures(night)).callers).toMatchObject([{ calls: 1 }])
  expect((await dayFigures(after)).callers).toEqual([])
})

test('only who calls sees them', async () => {
  const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
  await expect(dayFigures(desk)).rejects.toMatchObject({ kind: 'forbidden' })
})
