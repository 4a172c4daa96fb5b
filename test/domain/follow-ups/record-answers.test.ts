import { describe, expect, test } from 'vitest'
import { ratings } from '#db/schema/follow-ups.ts'
import { AnswersForm } from '#app/domain/follow-ups/answers-form.ts'
import { recordAnswers } from '#app/domain/follow-ups/record-answers.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aCaller,
  aFollowUp,
  answers,
  attemptsNow,
  complaintsAbout,
  eventsOf,
  followUpNow,
  ratingsNow,
  ticketNow,
} from './scene.ts'

const database = testDatabase()

describe('FU-2 answers on the phone', () => {
  test('are kept as the visit’s rating, end the follow-up and close a resolved ticket', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    await recordAnswers(ctx, followUp.id, answers())
    expect(await ratingsNow(database.db, followUp.visitId)).toEqual([
      expect.objectContaining({
        attitude: 5,
        quality: 4,
        recommend: 9,
        words: '师傅很细心',
        source: 'call',
      }),
    ])
    expect(await followUpNow(database.db, followUp.id)).toMatchObject({
      status: 'done',
      doneAt: tuesdayMorning,
    })
    expect(await attemptsNow(database.db, followUp.id)).toEqual([
      expect.objectContaining({ attempt: 1, outcome: 'answered', by: ctx.actor.id }),
    ])
    expect(await ticketNow(database.db, followUp.ticketId)).toMatchObject({
      status: 'closed',
      closedAt: tuesdayMorning,
    })
    const events = await eventsOf(database.db, followUp.ticketId)
    expect(events.map(({ kind }) => kind)).toEqual(['followed_up', 'closed'])
    expect(await complaintsAbout(database.db, followUp.visitId)).toEqual([])
  })

  test('leave a ticket alone that isn’t resolved', async () => {
    const followUp = await aFollowUp(database.db, {}, { status: 'triaged', resolvedAt: null })
    await recordAnswers(await aCaller(database.db), followUp.id, answers())
    expect(await ticketNow(database.db, followUp.ticketId)).toMatchObject({ status: 'triaged' })
  })

  test('replace an online rating, whose answers stay in the history', async () => {
    const followUp = await aFollowUp(database.db)
    await database.db.insert(ratings).values({
      visitId: followUp.visitId,
      attitude: 2,
      quality: 2,
      solved: 3,
      punctuality: 1,
      tidiness: 4,
      words: '等了很久',
      tags: ['late'],
      source: 'online',
      wantsCall: true,
      createdAt: tuesdayMorning,
      updatedAt: tuesdayMorning,
    })
    await recordAnswers(await aCaller(database.db), followUp.id, answers())
    expect(await ratingsNow(database.db, followUp.visitId)).toEqual([
      expect.objectContaining({ punctuality: 4, source: 'call', tags: ['late'] }),
    ])
    const [event] = await eventsOf(database.db, followUp.ticketId)
    expect(event?.data).toMatchObject({
      punctuality: 4,
      before: { punctuality: 1, words: '等了很久', source: 'online' },
    })
  })

  test('all five are asked, each 1 to 5, and recommending 0 to 10', () => {
    const sent = { attempt: '1', attitude: '6', quality: '0', solved: '', recommend: '11' }
    const { error } = AnswersForm.safeParse(sent)
    expect(error?.issues.map(({ path }) => path[0]).sort()).toEqual(
      ['attitude', 'punctuality', 'quality', 'recommend', 'solved', 'tidiness'].sort(),
    )
  })
})

describe('FU-4 a poor answer', () => {
  test('opens a complaint about the visit in the customer’s words and leaves the ticket open', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    const poor = answers({ punctuality: '2', reason: '晚了半小时，也没打电话' })
    await recordAnswers(ctx, followUp.id, poor)
    const [complaint, ...more] = await complaintsAbout(database.db, followUp.visitId)
    expect(more).toEqual([])
    expect(complaint).toMatchObject({ kind: 'complaint', status: 'new', takenBy: ctx.actor.id })
    expect(complaint?.description).toMatch(/^晚了半小时，也没打电话/)
    expect(await ticketNow(database.db, followUp.ticketId)).toMatchObject({ status: 'resolved' })
    expect(await ratingsNow(database.db, followUp.visitId)).toEqual([
      expect.objectContaining({ words: '晚了半小时，也没打电话\n师傅很细心' }),
    ])
  })
})

describe('what a call must carry', () => {
  const sent = {
    attempt: '1',
    attitude: '5',
    quality: '4',
    solved: '5',
    punctuality: '4',
    tidiness: '5',
  }
  const wrong = (given: Record<string, string>) =>
    AnswersForm.safeParse({ ...sent, ...given }).error?.issues.map(({ message }) => message)

  test('FU-4 a poor score carries the customer’s reason', () => {
    expect(wrong({ tidiness: '2' })).toEqual(['validation:poorReason'])
    expect(wrong({ tidiness: '2', reason: '不愿说' })).toBeUndefined()
    expect(wrong({ tidiness: '3' })).toBeUndefined()
  })

  test('FU-2 scores given online are saved only once confirmed on the phone', () => {
    expect(wrong({ prefilled: 'yes' })).toEqual(['validation:confirmed'])
    expect(wrong({ prefilled: 'yes', confirmed: 'yes' })).toBeUndefined()
  })
})

describe('two on one follow-up', () => {
  test('of two callers at once one is told that a colleague was quicker', async () => {
    const followUp = await aFollowUp(database.db)
    const callers = [await aCaller(database.db), await aCaller(database.db)]
    const done = await Promise.allSettled(
      callers.map((ctx) =>
        recordAnswers(ctx, followUp.id, answers({ attitude: '1', reason: '话说得难听' })),
      ),
    )
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', code: 'followUpDone' },
    })
    expect(await attemptsNow(database.db, followUp.id)).toHaveLength(1)
    expect(await complaintsAbout(database.db, followUp.visitId)).toHaveLength(1)
  })

  test('Q-5 a double click is one answer', async () => {
    const followUp = await aFollowUp(database.db)
    const ctx = await aCaller(database.db)
    await Promise.all(Array.from({ length: 5 }, () => recordAnswers(ctx, followUp.id, answers())))
    expect(await attemptsNow(database.db, followUp.id)).toHaveLength(1)
    const kinds = (await eventsOf(database.db, followUp.ticketId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['followed_up', 'closed'])
  })

  test('one that is over is refused', async () => {
    const followUp = await aFollowUp(database.db, { status: 'unreachable' })
    await expect(
      recordAnswers(await aCaller(database.db), followUp.id, answers()),
    ).rejects.toMatchObject({ code: 'followUpDone' })
  })
})

test('only who calls may record answers', async () => {
  const followUp = await aFollowUp(database.db)
  for (const role of ['desk', 'crew', 'store_manager', 'admin'] as const) {
    const ctx = contextOf(database.db, await aColleague(database.db, role))
    await expect(recordAnswers(ctx, followUp.id, answers())).rejects.toMatchObject({
      kind: 'forbidden',
    })
  }
  expect(await followUpNow(database.db, followUp.id)).toMatchObject({ status: 'due' })
})
