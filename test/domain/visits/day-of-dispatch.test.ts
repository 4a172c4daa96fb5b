import { describe, expect, test } from 'vitest'
import { crews } from '#db/schema/crews.ts'
import { visits } from '#db/schema/visits.ts'
import { dayOfCrew, dayOfDispatch } from '#app/domain/visits/index.server.ts'
import { visitOfCrew } from '#app/domain/work/index.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from './scene.ts'

const database = testDatabase()
const today = '2026-03-10'

describe('DS-2 the dispatcher’s day', () => {
  test('has each crew’s visits in order of time, and who is off', async () => {
    const crew = await aCrew(database.db)
    const off = await aCrew(database.db)
    await database.db.update(crews).set({ active: true })
    const late = await aConfirmedVisit(database.db, { crewId: crew.id })
    const early = await aConfirmedVisit(database.db, {
      crewId: crew.id,
      plannedStart: at('08:30'),
      plannedEnd: at('09:30'),
    })
    await aConfirmedVisit(database.db, { crewId: crew.id, status: 'cancelled' })
    await aConfirmedVisit(database.db, {
      crewId: crew.id,
      plannedStart: at('08:30', 1),
      plannedEnd: at('09:30', 1),
    })
    const ctx = asActor(database.db, await aColleague(database.db, 'dispatcher'))
    const day = await dayOfDispatch(ctx, today)
    const row = day.onShift.find((one) => one.crew.id === crew.id)
    expect(row?.stops.map(({ visit }) => visit.id)).toEqual([early.id, late.id])
    expect(row?.working).toEqual([{ start: at('08:00'), end: at('18:00') }])
    const sunday = await dayOfDispatch(ctx, '2026-03-15')
    expect(sunday.offShift.map((one) => one.crew.id)).toContain(off.id)
  })

  test('names the unassigned, those whose window is over first', async () => {
    await database.db.update(visits).set({ status: 'cancelled' })
    const ofToday = await aVisit(database.db)
    const over = await aVisit(database.db, {
      windowStart: at('09:00', -2),
      windowEnd: at('11:00', -2),
    })
    await aVisit(database.db, { windowStart: at('09:00', 1), windowEnd: at('11:00', 1) })
    const ctx = asActor(database.db, await aColleague(database.db, 'desk'))
    const { unassigned } = await dayOfDispatch(ctx, today)
    expect(unassigned.map(({ visit }) => visit.id)).toEqual([over.id, ofToday.id])
  })

  test.each(['crew', 'store_guide', 'warehouse'] as const)('%s may not look', async (role) => {
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(dayOfDispatch(ctx, today)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the crew’s day', () => {
  test('has its own stops only, in order, and what is under way from before; tomorrow’s are counted', async () => {
    const crew = await aCrew(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, 'crew', { crewId: crew.id }))
    const mine = { crewId: crew.id }
    const second = await aConfirmedVisit(database.db, mine)
    const first = await aConfirmedVisit(database.db, {
      ...mine,
      plannedStart: at('08:30'),
      plannedEnd: at('09:30'),
    })
    const overnight = await aConfirmedVisit(database.db, {
      ...mine,
      status: 'working',
      plannedStart: at('20:00', -1),
      plannedEnd: at('21:00', -1),
    })
    await aConfirmedVisit(database.db, {
      ...mine,
      plannedStart: at('10:00', 1),
      plannedEnd: at('11:00', 1),
    })
    const cancelled = { ...mine, status: 'cancelled', cancelledAt: at('08:00') } as const
    await aConfirmedVisit(database.db, cancelled)
    await aConfirmedVisit(database.db, { ...cancelled, noShow: 'crew' })
    const nobodyHome = await aConfirmedVisit(database.db, {
      ...cancelled,
      noShow: 'customer',
      plannedStart: at('07:00'),
      plannedEnd: at('08:00'),
    })
    const other = await aConfirmedVisit(database.db)
    const day = await dayOfCrew(ctx, today)
    expect(day.stops.map(({ id }) => id)).toEqual([
      ...[overnight.id, nobodyHome.id, first.id, second.id],
    ])
    expect(day.tomorrow).toBe(1)
    expect(await visitOfCrew(ctx, second.id)).toMatchObject({ position: 4, stops: 4 })
    await expect(visitOfCrew(ctx, other.id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
