import { describe, expect, test } from 'vitest'
import { shiftExceptions } from '#db/schema/crews.ts'
import {
  countStranded,
  moveStranded,
  rehomeVisit,
  rehomeVisits,
  strandedVisits,
} from '#app/domain/bookings/index.server.ts'
import { visitNow, mailsOf, eventsOf } from '../visits/scene.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aBookedVisit, aCrewOf, as, aSupply, day, offOnWednesday, on, windowOf } from './supply.ts'

const database = testDatabase()
const dispatcher = async () => as(database.db, await aColleague(database.db, 'dispatcher'))

/** A crew with one visit, taken off shift, and another crew of the area. */
async function aStrandedVisit(crewCount = 2) {
  const { db } = database
  const { area, crews } = await aSupply(db, crewCount)
  const visit = await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
  await offOnWednesday(db, crews[0]!.id)
  return { area, crews, visit: await visitNow(db, visit.id) }
}

describe('visits that must move', () => {
  test('DS-3 are listed with why, who else could go and where else there is room; none moves', async () => {
    const { db } = database
    const { crews, visit } = await aStrandedVisit()
    expect(visit).toMatchObject({ stranded: true, crewId: crews[0]!.id, status: 'confirmed' })
    const ctx = await dispatcher()
    expect(await countStranded(ctx)).toBeGreaterThan(0)
    const { visits } = await strandedVisits(ctx)
    const found = visits.find(({ id }) => id === visit.id)!
    expect(found.why).toEqual({ why: 'leave', name: null })
    expect(found.others.map(({ crew, start }) => [crew.id, start])).toEqual([
      [crews[1]!.id, on('08:30')],
    ])
    expect(found.nearest.map(({ start }) => start)).toEqual(['10:30', '13:30', '15:30'].map(on))
    expect(await visitNow(db, visit.id)).toEqual(visit)
  })

  test('DS-3 an exception of the crew’s shift is told apart from leave', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db)
    const visit = await aBookedVisit(db, { areaId: area.id, crewId: crews[0]!.id })
    await db.insert(shiftExceptions).values({ crewId: crews[0]!.id, day, createdAt: on('00:00') })
    await offOnWednesday(db, crews[1]!.id)
    const { visits } = await strandedVisits(await dispatcher())
    const found = visits.find(({ id }) => id === visit.id)!
    expect(found).toMatchObject({ why: { why: 'exception' }, others: [] })
  })

  test('DS-3 one keeps its window on another crew', async () => {
    const { db } = database
    const { crews, visit } = await aStrandedVisit()
    const form = { visit: visit.id, version: visit.version, crewId: crews[1]!.id }
    expect(await rehomeVisit(await dispatcher(), form)).toMatchObject({
      crewZh: crews[1]!.nameZh,
      plannedStart: on('08:30'),
      refusal: null,
    })
    expect(await visitNow(db, visit.id)).toMatchObject({
      stranded: false,
      crewId: crews[1]!.id,
      windowId: visit.windowId,
      windowStart: visit.windowStart,
    })
    await expect(rehomeVisit(await dispatcher(), form)).rejects.toMatchObject({
      code: 'visitChanged',
    })
  })

  test('DS-3 one moves to another window, and its customer is told why', async () => {
    const { db } = database
    const { area, crews, visit } = await aStrandedVisit()
    const window = await windowOf(db, area.id, 'repair', '13:30')
    const form = {
      visit: visit.id,
      version: visit.version,
      window: window.id,
      reason: '师傅请假',
    }
    await moveStranded(await dispatcher(), form)
    expect(await visitNow(db, visit.id)).toMatchObject({
      stranded: false,
      windowId: window.id,
      windowStart: on('13:30'),
      crewId: crews[1]!.id,
    })
    const mails = await mailsOf(db, visit.ticketId)
    expect(mails.map(({ template }) => template)).toContain('visit-moved')
    const events = await eventsOf(db, visit.ticketId)
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'visit_moved',
        data: expect.objectContaining({ reason: '师傅请假' }) as unknown,
      }),
    )
    await expect(moveStranded(await dispatcher(), form)).rejects.toMatchObject({
      code: 'visitChanged',
    })
  })

  test('one goes nowhere when the window went meanwhile, or is another area’s', async () => {
    const { db } = database
    const { area, crews, visit } = await aStrandedVisit(1)
    const other = await aSupply(db)
    const form = { visit: visit.id, version: visit.version, reason: '师傅请假' }
    for (const where of [area, other.area]) {
      const window = await windowOf(db, where.id, 'repair', '13:30')
      await expect(
        moveStranded(await dispatcher(), { ...form, window: window.id }),
      ).rejects.toMatchObject({ code: 'windowGone' })
    }
    expect(await visitNow(db, visit.id)).toMatchObject({ stranded: true, crewId: crews[0]!.id })
  })

  test('DS-3 together: each that can keeps its window, the others are named with why', async () => {
    const { db } = database
    const { area, crews, visit } = await aStrandedVisit(1)
    const second = await aCrewOf(db, area.id)
    const alone = await aStrandedVisit(1)
    const stale = await aStrandedVisit()
    const seen = [visit, alone.visit, { id: stale.visit.id, version: stale.visit.version - 1 }]
    const done = await rehomeVisits(await dispatcher(), seen)
    expect(done.map(({ id, refusal }) => [id, refusal?.code ?? null])).toEqual([
      [visit.id, null],
      [alone.visit.id, 'noCrewFree'],
      [stale.visit.id, 'visitChanged'],
    ])
    expect(await visitNow(db, visit.id)).toMatchObject({ crewId: second.id, stranded: false })
    expect(await visitNow(db, alone.visit.id)).toEqual(alone.visit)
    expect(await visitNow(db, stale.visit.id)).toEqual(stale.visit)
    expect(crews).toHaveLength(1)
  })

  test('BK-2 together onto one crew: the second only as far as its time goes', async () => {
    const { db } = database
    const { area, crews } = await aSupply(db, 2)
    const [one, two] = crews as [(typeof crews)[0], (typeof crews)[0]]
    const times = { plannedStart: on('09:30'), plannedEnd: on('10:30') }
    const visits = [
      await aBookedVisit(db, { areaId: area.id, crewId: one.id }),
      await aBookedVisit(db, { areaId: area.id, crewId: one.id, ...times }),
    ]
    await aBookedVisit(db, { areaId: area.id, crewId: two.id, ...times })
    await offOnWednesday(db, one.id)
    const seen = await Promise.all(visits.map(({ id }) => visitNow(db, id)))
    const done = await rehomeVisits(await dispatcher(), seen)
    expect(done.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'noCrewFree'])
    expect(await visitNow(db, visits[0]!.id)).toMatchObject({
      crewId: two.id,
      plannedStart: on('08:30'),
    })
    expect(await visitNow(db, visits[1]!.id)).toEqual(seen[1])
  })

  test.each(['desk', 'general_manager', 'crew'] as const)('%s may not move them', async (role) => {
    const ctx = as(database.db, await aColleague(database.db, role))
    const denied = { kind: 'forbidden' }
    await expect(rehomeVisit(ctx, { visit: 1, version: 1, crewId: 1 })).rejects.toMatchObject(
      denied,
    )
    await expect(
      moveStranded(ctx, { visit: 1, version: 1, window: 1, reason: 'x' }),
    ).rejects.toMatchObject(denied)
    await expect(rehomeVisits(ctx, [])).rejects.toMatchObject(denied)
  })
})
