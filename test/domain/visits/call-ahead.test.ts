import { describe, expect, test } from 'vitest'
import { callAhead, dayOfCrew, moveVisit } from '#app/domain/visits/index.server.ts'
import { isCallDue, isCallOverdue } from '#app/domain/visits/call-ahead.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, visitNow } from './scene.ts'

const database = testDatabase()
const ahead = { callAheadMinutes: 30 }

async function onTheirWay(now = at('13:35')) {
  const visit = await aConfirmedVisit(database.db)
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, technician, ctx: asActor(database.db, technician, now) }
}
const callsOf = async (visit: { ticketId: number }) =>
  (await eventsOf(database.db, visit.ticketId))
    .filter(({ kind }) => kind === 'called_ahead')
    .map(({ data }) => data.outcome)

describe('BK-4 the call ahead', () => {
  test('is due from half an hour before the plan until somebody was reached or the crew is there', async () => {
    const { visit } = await onTheirWay()
    expect(isCallDue(visit, at('13:29'), ahead)).toBe(false)
    expect(isCallDue(visit, at('13:30'), ahead)).toBe(true)
    expect(isCallDue({ ...visit, status: 'on_the_way' }, at('13:50'), ahead)).toBe(true)
    expect(isCallDue({ ...visit, status: 'arrived' }, at('14:01'), ahead)).toBe(false)
    expect(isCallDue({ ...visit, status: 'cancelled' }, at('13:50'), ahead)).toBe(false)
    expect(isCallDue({ ...visit, calledAheadAt: at('13:31') }, at('13:50'), ahead)).toBe(false)
    expect(isCallOverdue(visit, at('13:44'), ahead)).toBe(false)
    expect(isCallOverdue(visit, at('13:45'), ahead)).toBe(true)
  })

  test('is logged once, however often it is sent and by whom', async () => {
    const { visit, technician, ctx } = await onTheirWay()
    const mate = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    const answered = { outcome: 'answered', call: 1 } as const
    await callAhead(ctx, visit.id, answered)
    await Promise.all(
      [ctx, asActor(database.db, mate, at('13:36')), ctx].map((one) =>
        callAhead(one, visit.id, answered),
      ),
    )
    expect(await callsOf(visit)).toEqual(['answered'])
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      calledAheadAt: at('13:35'),
      calledAheadBy: technician.id,
    })
  })

  test('nobody answered is kept as well, and the task stands for another try', async () => {
    const { visit, ctx } = await onTheirWay()
    const missed = { outcome: 'no_answer', call: 1 } as const
    await Promise.all([callAhead(ctx, visit.id, missed), callAhead(ctx, visit.id, missed)])
    expect(await visitNow(database.db, visit.id)).toMatchObject({ calledAheadAt: null })
    const { stops } = await dayOfCrew(ctx, '2026-03-10')
    expect(stops.find(({ id }) => id === visit.id)).toMatchObject({ calls: 1 })
    await callAhead(ctx, visit.id, { outcome: 'no_answer', call: 2 })
    await callAhead(ctx, visit.id, { outcome: 'answered', call: 3 })
    expect(await callsOf(visit)).toEqual(['no_answer', 'no_answer', 'answered'])
  })

  test('answered by a slip of the finger is put right within ten minutes, once', async () => {
    const { visit, technician, ctx } = await onTheirWay()
    await callAhead(ctx, visit.id, { outcome: 'answered', call: 1 })
    const slip = { outcome: 'not_reached', call: 1 } as const
    const later = asActor(database.db, technician, at('13:45'))
    await callAhead(later, visit.id, slip)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ calledAheadAt: at('13:35') })
    await Promise.all([callAhead(ctx, visit.id, slip), callAhead(ctx, visit.id, slip)])
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      calledAheadAt: null,
      calledAheadBy: null,
    })
    expect(await callsOf(visit)).toEqual(['answered', 'no_answer'])
  })

  test('of a visit that moved meanwhile is refused, and the new time is called for anew', async () => {
    const { visit, ctx } = await onTheirWay()
    await callAhead(ctx, visit.id, { outcome: 'answered', call: 1 })
    const dispatcher = await aColleague(database.db, 'dispatcher')
    await moveVisit(asActor(database.db, dispatcher, at('13:40')), visit.id, {
      day: '2026-03-11',
      from: '14:00',
      to: '16:00',
      reason: '顾客改天',
      version: 1,
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      calledAheadAt: null,
      calledAheadBy: null,
    })
    await expect(callAhead(ctx, visit.id, { outcome: 'answered', call: 2 })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'callNotDue',
    })
  })

  test('Q-12 another crew’s visit is a missing one, and the desk may not', async () => {
    const { visit } = await onTheirWay()
    const stranger = await onTheirWay()
    const answered = { outcome: 'answered', call: 1 } as const
    await expect(callAhead(stranger.ctx, visit.id, answered)).rejects.toMatchObject({
      kind: 'not_found',
    })
    const desk = asActor(database.db, await aColleague(database.db, 'desk'))
    await expect(callAhead(desk, visit.id, answered)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('DS-4 from the door, whether anybody answers is logged too, once each', async () => {
    const visit = await aConfirmedVisit(database.db, {
      ...{ status: 'arrived', arrivedAt: at('14:00'), calledAheadAt: at('13:31') },
    })
    const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    const ctx = asActor(database.db, technician, at('14:05'))
    const missed = { outcome: 'no_answer', call: 1 } as const
    await Promise.all([callAhead(ctx, visit.id, missed), callAhead(ctx, visit.id, missed)])
    await callAhead(ctx, visit.id, { outcome: 'answered', call: 2 })
    expect(await callsOf(visit)).toEqual(['no_answer', 'answered'])
    expect(await visitNow(database.db, visit.id)).toMatchObject({ calledAheadAt: at('13:31') })
  })
})
