import { beforeEach, describe, expect, test } from 'vitest'
import { settings } from '#db/schema/settings.ts'
import type { PlanMode } from '#db/vocabulary/planning.ts'
import { startOf } from '#app/domain/planning/initial.ts'
import { readDay } from '#app/domain/planning/read-day.server.ts'
import { contextOf, tuesdayMorning } from '#test/factories/context.ts'
import { aLeave } from '#test/factories/crews.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aCrew, areaAt, at, clearDay, day, planned, ticketIn, waiting } from './scene.ts'

const database = testDatabase()
beforeEach(() => clearDay(database.db))

const minute = (time: string) => (at(time).getTime() - at('00:00').getTime()) / 60_000

async function problem(mode: PlanMode = 'fill', now: Date = tuesdayMorning) {
  const ctx = contextOf(database.db, { kind: 'job' }, { now })
  const read = await readDay(ctx, { day, mode })
  const { problem, initial } = startOf(read.day)
  return {
    ...problem,
    initial,
    stopOf: (visit: { id: number }) => {
      const i = problem.stops.findIndex((stop) => stop.visit.id === visit.id)
      return { ...problem.stops[i]!, ...problem.problem.stops[i]!, i }
    },
    crewsOf(visit: { id: number }) {
      return this.stopOf(visit).vehicles!.map((vehicle) => problem.crews[vehicle]!.id)
    },
    reasonOf: (visit: { id: number }) =>
      problem.left.find((one) => one.visit.id === visit.id)?.reason,
  }
}

describe('a day as a problem', () => {
  test('DS-1 only crews at work with the skill that go to the area may come; one without areas goes anywhere', async () => {
    const [near, far] = [
      await areaAt(database.db, 31.2, 121.4),
      await areaAt(database.db, 31.3, 121.5),
    ]
    const goes = await aCrew(database.db, { areas: [near] })
    await aCrew(database.db, { areas: [far] })
    await aCrew(database.db, { areas: [near], skills: ['survey'] })
    await aCrew(database.db, { areas: [near], active: false })
    const anywhere = await aCrew(database.db)
    const visit = await waiting(database.db, { ticketId: (await ticketIn(database.db, near)).id })
    expect((await problem()).crewsOf(visit)).toEqual([goes.id, anywhere.id])
  })

  test('BK-7 work begins and ends between rest hours; what is too long for that runs through them', async () => {
    await aCrew(database.db)
    const short = await waiting(database.db, { from: '11:30', to: '14:00', durationMinutes: 45 })
    const long = await waiting(database.db, { from: '08:00', to: '10:00', durationMinutes: 420 })
    const { problem: made, stopOf } = await problem()
    expect(made.vehicles[0]).toMatchObject({
      shifts: [
        { from: minute('08:00'), to: minute('12:00') },
        { from: minute('13:30'), to: minute('18:00') },
      ],
      whole: [{ from: minute('08:00'), to: minute('18:00') }],
    })
    expect([stopOf(short).throughRests, stopOf(long).throughRests]).toEqual([false, true])
    await database.db
      .insert(settings)
      .values({ key: 'restHours', value: [], updatedAt: tuesdayMorning })
    expect((await problem()).problem.vehicles[0]!.shifts).toHaveLength(1)
    await database.db.delete(settings)
  })

  test('DS-3 leave is no working time', async () => {
    const crew = await aCrew(database.db)
    await aLeave(database.db, {
      crewId: crew.id,
      status: 'approved',
      startsAt: at('08:00'),
      endsAt: at('15:00'),
    })
    const morning = await waiting(database.db)
    const made = await problem()
    expect(made.problem.vehicles[0]!.shifts).toEqual([
      { from: minute('15:00'), to: minute('18:00') },
    ])
    expect(made.reasonOf(morning)).toBe('noShift')
  })

  test('a visit without a crew begins within its window, never late; one with a crew may be late', async () => {
    const crew = await aCrew(database.db)
    const free = await waiting(database.db, { from: '10:00', to: '11:30' })
    const has = await planned(database.db, crew, { from: '14:00', to: '15:30' })
    const { stopOf } = await problem('replan')
    expect(stopOf(free)).toMatchObject({
      kind: 'free',
      ready: minute('10:00'),
      due: minute('11:25'),
      latest: minute('11:25'),
    })
    const movable = stopOf(has)
    expect(movable).toMatchObject({ kind: 'movable', due: minute('15:25'), kept: true })
    expect(movable.latest).toBeGreaterThan(minute('23:00'))
  })

  test('planning the unassigned leaves the others where they are; planning anew leaves what is held or begun', async () => {
    const facts = { from: '14:00', to: '16:00' }
    const [crew, other] = [await aCrew(database.db), await aCrew(database.db)]
    const movable = await planned(database.db, crew, facts)
    const pinned = await planned(database.db, other, { ...facts, pinned: true })
    const called = await planned(database.db, await aCrew(database.db), {
      ...facts,
      calledAheadAt: at('13:00'),
    })
    const begun = await planned(database.db, await aCrew(database.db), {
      ...facts,
      status: 'on_the_way',
      setOutAt: at('12:50'),
    })
    const fill = await problem('fill')
    for (const visit of [movable, pinned, called, begun]) {
      expect(fill.stopOf(visit)).toMatchObject({
        kind: 'fixed',
        pinned: { start: minute('14:00') },
      })
    }
    const anew = await problem('replan', at('13:10'))
    expect([movable, pinned, called, begun].map((visit) => anew.stopOf(visit).kind)).toEqual([
      'movable',
      'fixed',
      'fixed',
      'fixed',
    ])
    expect((await problem('replan', at('13:40'))).stopOf(movable).kind).toBe('fixed')
  })

  test('nothing new begins before now, nor before somebody could look at it', async () => {
    await aCrew(database.db)
    const visit = await waiting(database.db, { from: '10:00', to: '12:00' })
    const over = await waiting(database.db, { from: '08:00', to: '10:00' })
    const { stopOf, reasonOf } = await problem('fill', at('10:32'))
    expect(stopOf(visit).ready).toBe(minute('10:42'))
    expect(reasonOf(over)).toBe('windowOver')
  })

  test('a crew that is late today is free later, and its next visit may go to another', async () => {
    const crew = await aCrew(database.db)
    const late = await planned(database.db, crew, {
      from: '08:00',
      to: '10:00',
      status: 'working',
      startedAt: at('10:30'),
    })
    const next = await planned(database.db, crew, { from: '10:00', to: '12:00' })
    const { stopOf } = await problem('replan', at('10:40'))
    expect(stopOf(late)).toMatchObject({
      kind: 'fixed',
      service: minute('11:30') - minute('08:00'),
    })
    expect(stopOf(next)).toMatchObject({ kind: 'movable', expected: { from: minute('11:45') } })
  })

  test('a linked visit comes after its first, and isn’t planned without it', async () => {
    await aCrew(database.db)
    const first = await waiting(database.db, { from: '08:00', to: '10:00' })
    const second = await waiting(database.db, {
      from: '10:00',
      to: '12:00',
      afterVisitId: first.id,
    })
    const lost = await waiting(database.db, { from: '08:00', to: '09:00', skill: 'survey' })
    const after = await waiting(database.db, { from: '10:00', to: '12:00', afterVisitId: lost.id })
    const { stopOf, reasonOf } = await problem()
    expect(stopOf(second).after).toBe(stopOf(first).i)
    expect([reasonOf(lost), reasonOf(after)]).toEqual(['noSkill', 'firstUnplaced'])
  })

  test('what can’t be planned says why', async () => {
    const area = await areaAt(database.db, 31.2, 121.4)
    await aCrew(database.db, { areas: [area], skills: ['repair'] })
    const elsewhere = await ticketIn(database.db, await areaAt(database.db, 31.4, 121.4))
    const closed = await aTicket(database.db, { status: 'closed' })
    const visits = {
      noSkill: await waiting(database.db, { skill: 'delivery' }),
      noArea: await waiting(database.db, { ticketId: elsewhere.id }),
      noShift: await waiting(database.db, { from: '18:30', to: '19:30' }),
      ticketNotReady: await waiting(database.db, { ticketId: closed.id }),
    }
    const { reasonOf } = await problem()
    for (const [reason, visit] of Object.entries(visits)) expect(reasonOf(visit)).toBe(reason)
  })

  test('visits back to back are possible as they stand, however long the way is said to be', async () => {
    const [here, there] = [
      await areaAt(database.db, 31.2, 121.4),
      await areaAt(database.db, 31.6, 121.9),
    ]
    const crew = await aCrew(database.db, { areas: [here, there] })
    const a = await planned(database.db, crew, {
      from: '10:00',
      to: '11:00',
      ticketId: (await ticketIn(database.db, here)).id,
    })
    const b = await planned(database.db, crew, {
      from: '11:00',
      to: '12:00',
      ticketId: (await ticketIn(database.db, there)).id,
    })
    const { initial, stopOf } = await problem('replan')
    expect(initial).toEqual([[stopOf(a).i, stopOf(b).i]])
  })
})
