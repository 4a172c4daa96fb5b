import { describe, expect, test } from 'vitest'
import { askLeave, askLeaveFor } from '#app/domain/crews/ask-leave.server.ts'
import { approveLeave, refuseLeave } from '#app/domain/crews/decide-leave.server.ts'
import { firstDayInTime } from '#app/domain/crews/first-day-in-time.server.ts'
import { AskLeaveForm } from '#app/domain/crews/leave-form.ts'
import { countLeavesToDecide, leaveAnswered } from '#app/domain/crews/leave-waiting.server.ts'
import { leavesToDecide, ownLeaves, readLeave } from '#app/domain/crews/read-leaves.server.ts'
import { strandsStamp } from '#app/domain/crews/stranded-visits.server.ts'
import { withdrawLeave } from '#app/domain/crews/withdraw-leave.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import {
  aServingCrew,
  auditOf,
  aFewDaysOfWindows,
  aVisitOf,
  leaveNow,
  minutesOf,
  visitNow,
} from './scene.ts'

const database = testDatabase()
const thursday = '2026-03-12'
const friday = '2026-03-13'

let key = 0
const form = (facts: Record<string, unknown> = {}) =>
  AskLeaveForm.parse({
    kind: 'days',
    day: friday,
    reason: '孩子的家长会',
    submissionKey: `leave-submission-key-${(key += 1)}`,
    ...facts,
  })

async function scene({ members = 1, ...facts }: Parameters<typeof aServingCrew>[1] = {}) {
  const { db } = database
  const { crew, area, people } = await aServingCrew(db, { members, ...facts })
  const [member] = people
  return {
    db,
    crew,
    area,
    people,
    member: contextOf(db, member!),
    dispatcher: contextOf(db, await aColleague(db, 'dispatcher')),
    manager: contextOf(db, await aColleague(db, 'aftersales_manager')),
  }
}

const approval = { words: '', agreed: undefined }

describe('DS-3 leave is asked', () => {
  test('by a member for themselves: whole days, or hours of one', async () => {
    const { db, member, crew } = await scene()
    const days = await leaveNow(db, await askLeave(member, form({ lastDay: '2026-03-14' })))
    expect(days).toMatchObject({ crewId: crew.id, staffId: member.actor.id, status: 'asked' })
    expect([days.startsAt, days.endsAt].map((at) => at.toISOString())).toEqual([
      '2026-03-12T16:00:00.000Z',
      '2026-03-14T16:00:00.000Z',
    ])
    const hours = form({ kind: 'hours', day: thursday, from: '13:00', to: '15:00' })
    const some = await leaveNow(db, await askLeave(member, hours))
    expect(+some.endsAt - +some.startsAt).toBe(2 * 3_600_000)
  })

  test('once, however often it is sent; not twice for one time; not for what is over', async () => {
    const { member } = await scene()
    const sent = form()
    const id = await askLeave(member, sent)
    expect(await askLeave(member, sent)).toBe(id)
    await expect(askLeave(member, form())).rejects.toMatchObject({ code: 'leaveTwice' })
    await expect(askLeave(member, form({ day: '2026-03-09' }))).rejects.toMatchObject({
      code: 'leaveOver',
    })
    expect(await ownLeaves(member)).toHaveLength(1)
  })

  test('by a dispatcher for a member or for a whole crew; not by somebody at the desk', async () => {
    const { db, crew, member, dispatcher } = await scene()
    const id = await askLeaveFor(dispatcher, { ...form(), who: { staffId: member.actor.id } })
    expect(await leaveNow(db, id)).toMatchObject({ crewId: crew.id, staffId: member.actor.id })
    const all = await askLeaveFor(dispatcher, { ...form(), who: { crewId: crew.id } })
    expect(await leaveNow(db, all)).toMatchObject({ crewId: crew.id, staffId: null })
    const desk = contextOf(db, await aColleague(db, 'desk'))
    await expect(askLeaveFor(desk, { ...form(), who: { crewId: crew.id } })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('DS-3 asked 36 hours ahead', () => {
  // It is Tuesday, ten o'clock: 36 hours later it is Wednesday, ten in the evening.
  test.each([
    ['exactly 36 hours is in time', '22:00', 36, false],
    ['a minute less is late', '21:59', 35, true],
  ])('%s', async (_, from, ahead, late) => {
    const { db, member, dispatcher, manager } = await scene()
    const hours = { kind: 'hours', day: '2026-03-11', from, to: '23:00' }
    const id = await askLeave(member, form(hours))
    const { leave, may } = await readLeave(dispatcher, id)
    expect([leave.hoursAhead, leave.late, may.decide]).toEqual([ahead, late, !late])
    const byDispatcher = approveLeave(dispatcher, id, approval)
    if (!late) await byDispatcher
    else {
      await expect(byDispatcher).rejects.toMatchObject({
        code: 'leaveLate',
        values: { hours: 35, needed: 36 },
      })
      await expect(refuseLeave(dispatcher, id, '不行')).rejects.toMatchObject({ code: 'leaveLate' })
      await approveLeave(manager, id, approval)
    }
    expect(await leaveNow(db, id)).toMatchObject({ status: 'approved', decidedAt: tuesdayMorning })
  })

  test('the general manager decides late leave too; the desk and the crew decide none', async () => {
    const { db, member } = await scene()
    const id = await askLeave(member, form({ day: '2026-03-11' }))
    const as = async (role: 'desk' | 'general_manager') => contextOf(db, await aColleague(db, role))
    await expect(approveLeave(await as('desk'), id, approval)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(approveLeave(member, id, approval)).rejects.toMatchObject({ kind: 'forbidden' })
    await approveLeave(await as('general_manager'), id, approval)
    expect((await leaveNow(db, id)).status).toBe('approved')
  })
})

test.each([
  ['2026-03-10T02:00:00Z', '2026-03-12'],
  ['2026-03-10T04:00:00Z', '2026-03-12'],
  ['2026-03-10T04:00:01Z', '2026-03-13'],
])('DS-3 at %s the first whole day in time is %s', (now, day) => {
  expect(firstDayInTime(new Date(now), 36)).toBe(day)
})

describe('DS-3 taking a crew off names the visits that must move and moves none', () => {
  test('they are listed before, kept only by whoever has seen them, marked and left where they are', async () => {
    const { db, crew, area, member, dispatcher } = await scene()
    const on = await aVisitOf(db, crew.id, friday, '10:30')
    const before = await aVisitOf(db, crew.id, thursday, '10:30')
    const id = await askLeave(member, form())
    const { strands } = await readLeave(dispatcher, id)
    expect(strands.map((visit) => visit.id)).toEqual([on.id])
    expect((await minutesOf(db, area.id, friday)).some((minutes) => minutes > 0)).toBe(true)

    await expect(approveLeave(dispatcher, id, approval)).rejects.toMatchObject({
      code: 'visitsWouldStrand',
      values: { n: 1 },
      visits: [{ id: on.id }],
    })
    expect([(await leaveNow(db, id)).status, (await visitNow(db, on.id)).stranded]).toEqual([
      'asked',
      false,
    ])

    await approveLeave(dispatcher, id, { words: '好', agreed: strandsStamp(strands) })
    const now = await visitNow(db, on.id)
    expect(now).toMatchObject({
      stranded: true,
      status: 'confirmed',
      crewId: crew.id,
      plannedStart: on.plannedStart,
      windowStart: on.windowStart,
    })
    expect((await visitNow(db, before.id)).stranded).toBe(false)
    expect(await minutesOf(db, area.id, friday)).toEqual([0, 0, 0, 0, 0])
    expect((await readLeave(dispatcher, id)).strands.map((visit) => visit.id)).toEqual([on.id])
    expect((await auditOf(db, `leave:${id}`)).map(({ action }) => action)).toEqual([
      'leave_approved',
    ])
  })

  test('a visit that came meanwhile is shown before it is stranded', async () => {
    const { db, crew, member, dispatcher } = await scene()
    await aVisitOf(db, crew.id, friday, '10:30')
    const id = await askLeave(member, form())
    const seen = strandsStamp((await readLeave(dispatcher, id)).strands)
    await aVisitOf(db, crew.id, friday, '15:30')
    await expect(approveLeave(dispatcher, id, { words: '', agreed: seen })).rejects.toMatchObject({
      values: { n: 2 },
    })
  })

  test('leave over part of a day strands what lies in it and leaves the rest', async () => {
    const { db, crew, area, member, dispatcher } = await scene()
    const morning = await aVisitOf(db, crew.id, friday, '08:30')
    const noon = await aVisitOf(db, crew.id, friday, '13:30')
    const hours = { kind: 'hours', day: friday, from: '14:00', to: '16:00' }
    const id = await askLeave(member, form(hours))
    const { strands } = await readLeave(dispatcher, id)
    expect(strands.map((visit) => visit.id)).toEqual([noon.id])
    await approveLeave(dispatcher, id, { words: '', agreed: strandsStamp(strands) })
    expect((await visitNow(db, morning.id)).stranded).toBe(false)
    const [, late, after] = await minutesOf(db, area.id, friday)
    expect([late! > 0, after]).toEqual([true, 0])
  })

  test('taken back, the crew is on duty again and nothing is stranded', async () => {
    const { db, crew, area, member, dispatcher } = await scene()
    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const id = await askLeave(member, form())
    await aFewDaysOfWindows(db)
    const capacity = await minutesOf(db, area.id, friday)
    const { strands } = await readLeave(dispatcher, id)
    await approveLeave(dispatcher, id, { words: '', agreed: strandsStamp(strands) })
    expect(await minutesOf(db, area.id, friday)).not.toEqual(capacity)
    await withdrawLeave(member, id)
    await withdrawLeave(member, id)
    expect((await visitNow(db, visit.id)).stranded).toBe(false)
    expect(await minutesOf(db, area.id, friday)).toEqual(capacity)
  })
})

describe('DS-3 one of two members away', () => {
  test('leaves the crew on duty while enough of them remain', async () => {
    const { db, crew, member, people, dispatcher } = await scene({ members: 2, membersNeeded: 1 })
    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const first = await askLeave(member, form())
    expect((await readLeave(dispatcher, first)).strands).toEqual([])
    await approveLeave(dispatcher, first, approval)
    expect((await visitNow(db, visit.id)).stranded).toBe(false)

    const hours = { kind: 'hours', day: friday, from: '10:00', to: '12:00' }
    const second = await askLeave(contextOf(db, people[1]!), form(hours))
    const { strands } = await readLeave(dispatcher, second)
    expect(strands.map(({ id }) => id)).toEqual([visit.id])
  })

  test('takes it off when it needs both', async () => {
    const { db, crew, member, dispatcher } = await scene({ members: 2, membersNeeded: 2 })
    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const id = await askLeave(member, form())
    expect((await readLeave(dispatcher, id)).strands.map((one) => one.id)).toEqual([visit.id])
  })
})

describe('DS-3 a decision', () => {
  test('is made once, of several at the same time, and nobody gets through', async () => {
    const { db, member, dispatcher, manager } = await scene()
    const id = await askLeave(member, form())
    const tries = await Promise.allSettled([
      approveLeave(dispatcher, id, approval),
      refuseLeave(manager, id, '那天人手不够'),
      approveLeave(manager, id, approval),
      refuseLeave(dispatcher, id, '那天人手不够'),
    ])
    const lost = tries.filter((one) => one.status === 'rejected')
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'leaveNotInState' })
    expect(await auditOf(db, `leave:${id}`)).toHaveLength(1)
  })

  test('two members of a crew of two that needs one: the second approval shows what it strands', async () => {
    const { db, crew, people, dispatcher, manager } = await scene({ members: 2, membersNeeded: 1 })
    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const ids = await Promise.all(people.map((one) => askLeave(contextOf(db, one), form())))
    const tries = await Promise.allSettled([
      approveLeave(dispatcher, ids[0]!, approval),
      approveLeave(manager, ids[1]!, approval),
    ])
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await visitNow(db, visit.id)).stranded).toBe(false)
  })

  test('is read by whoever asked, in the words it was given; a refusal leaves the windows as they were', async () => {
    const { db, area, member, dispatcher } = await scene()
    const capacity = await minutesOf(db, area.id, friday)
    const id = await askLeave(member, form())
    expect((await leavesToDecide(dispatcher)).map(({ leave }) => leave.id)).toContain(id)
    await refuseLeave(dispatcher, id, '那天人手不够')
    expect((await ownLeaves(member))[0]).toMatchObject({
      status: 'refused',
      decision: '那天人手不够',
      decider: dispatcher.actor.name,
    })
    expect(await minutesOf(db, area.id, friday)).toEqual(capacity)
    await expect(withdrawLeave(member, id)).rejects.toMatchObject({ code: 'leaveNotInState' })
  })

  test('taking leave back is the asker’s: a dispatcher refuses it with words, or takes back what they asked for', async () => {
    const { db, crew, member, dispatcher } = await scene()
    const other = contextOf(db, await aColleague(db, 'dispatcher'))
    const own = await askLeave(member, form())
    await expect(withdrawLeave(dispatcher, own)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await readLeave(dispatcher, own)).may).toEqual({ decide: true, withdraw: false })
    await approveLeave(dispatcher, own, approval)
    await expect(withdrawLeave(dispatcher, own)).rejects.toMatchObject({ kind: 'forbidden' })
    await withdrawLeave(member, own)

    const called = await askLeaveFor(dispatcher, { ...form(), who: { staffId: member.actor.id } })
    await expect(withdrawLeave(other, called)).rejects.toMatchObject({ kind: 'forbidden' })
    await withdrawLeave(dispatcher, called)
    const whole = await askLeaveFor(dispatcher, { ...form(), who: { crewId: crew.id } })
    await withdrawLeave(other, whole)
    expect(await leaveNow(db, whole)).toMatchObject({ status: 'withdrawn' })
  })

  test('waits where it can be given: late leave counts for the managers alone', async () => {
    const { db, member, dispatcher, manager } = await scene()
    const desk = contextOf(db, await aColleague(db, 'desk'))
    const waiting = async () => [
      await countLeavesToDecide(dispatcher),
      await countLeavesToDecide(manager),
      await countLeavesToDecide(desk),
    ]
    const [inTime, all] = (await waiting()) as [number, number, null]
    await askLeave(member, form({ day: '2026-03-11' }))
    expect(await waiting()).toEqual([inTime, all + 1, null])
    const id = await askLeave(member, form())
    expect(await waiting()).toEqual([inTime + 1, all + 2, null])
    await refuseLeave(dispatcher, id, '那天人手不够')
    expect(await waiting()).toEqual([inTime, all + 1, null])
  })

  test('is news to whoever asked, for two days and until the leave is over', async () => {
    const { db, member, dispatcher } = await scene()
    const id = await askLeave(member, form())
    expect(await leaveAnswered(member)).toEqual([])
    await refuseLeave(dispatcher, id, '那天人手不够')
    expect(await leaveAnswered(member)).toMatchObject([{ id, status: 'refused' }])
    expect(await leaveAnswered(dispatcher)).toEqual([])
    const later = (hours: number) =>
      contextOf(db, member.actor, { now: new Date(+tuesdayMorning + hours * 3_600_000) })
    expect(await leaveAnswered(later(47))).toHaveLength(1)
    expect(await leaveAnswered(later(48))).toEqual([])
  })

  test('Q-12 the leave of another crew is a missing one', async () => {
    const { member } = await scene()
    const other = await scene()
    const id = await askLeave(member, form())
    await expect(withdrawLeave(other.member, id)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(readLeave(other.member, id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
