import { drizzle } from 'drizzle-orm/postgres-js'
import { describe, expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'
import { confirmVisit } from '#app/domain/visits/index.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, mailsOf, ticketNow, visitNow } from './scene.ts'

const database = testDatabase()
const dispatcher = async () => asActor(database.db, await aColleague(database.db, 'dispatcher'))

describe('confirming a visit', () => {
  test('plans the crew’s earliest time, schedules the ticket and tells the customer', async () => {
    const crew = await aCrew(database.db)
    const visit = await aVisit(database.db)
    await confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 1 })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'confirmed',
      crewId: crew.id,
      plannedStart: at('14:00'),
      plannedEnd: at('15:00'),
      version: 2,
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'scheduled' })
    expect((await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)).toEqual([
      'visit_confirmed',
    ])
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({ template: 'visit-confirmed', status: 'queued' }),
    ])
  })

  test('BK-4 without an email the message stands in the log, and the visit is confirmed all the same', async () => {
    const ticket = await aTicket(database.db, { status: 'triaged', email: null })
    const visit = await aVisit(database.db, { ticketId: ticket.id })
    const crew = await aCrew(database.db)
    await confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 1 })
    expect(await mailsOf(database.db, ticket.id)).toEqual([
      expect.objectContaining({ template: 'visit-confirmed', channel: 'log' }),
    ])
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'confirmed' })
  })

  test('BK-2 a crew that is taken is refused, naming when; a time that only touches is not', async () => {
    const crew = await aCrew(database.db)
    await aConfirmedVisit(database.db, { crewId: crew.id })
    const visit = await aVisit(database.db)
    const ctx = await dispatcher()
    await expect(
      confirmVisit(ctx, visit.id, { crewId: crew.id, start: '14:30', version: 1 }),
    ).rejects.toMatchObject({
      code: 'crewTaken',
      values: expect.objectContaining({ from: '14:00', to: '15:00' }) as unknown,
    })
    await confirmVisit(ctx, visit.id, { crewId: crew.id, start: '15:00', version: 1 })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ plannedStart: at('15:00') })
  })

  test('without a start the first gap in the window is taken', async () => {
    const crew = await aCrew(database.db)
    await aConfirmedVisit(database.db, { crewId: crew.id })
    const visit = await aVisit(database.db)
    await confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 1 })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ plannedStart: at('15:00') })
  })

  test.each([
    ['crewLacksSkill', { skills: ['survey' as const] }, 60],
    ['crewInactive', { active: false }, 60],
    ['crewOffShift', {}, 300],
  ])('%s: the crew must be able to come', async (code, facts, durationMinutes) => {
    const crew = await aCrew(database.db, facts)
    const visit = await aVisit(database.db, { durationMinutes })
    await expect(
      confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 1 }),
    ).rejects.toMatchObject({ kind: 'conflict', code })
  })

  test('a start outside the window is refused', async () => {
    const visit = await aVisit(database.db)
    const crew = await aCrew(database.db)
    await expect(
      confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, start: '16:00', version: 1 }),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'startOutsideWindow' })
  })

  test('Q-6 a form filled from an older version is refused', async () => {
    const visit = await aVisit(database.db, { version: 4 })
    const crew = await aCrew(database.db)
    await expect(
      confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 3 }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'visitChanged' })
  })

  test.each(['finished', 'cancelled', 'working'] as const)('%s is too late', async (status) => {
    const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
    await expect(
      confirmVisit(await dispatcher(), visit.id, { crewId: visit.crewId!, version: 1 }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'visitNotInState' })
  })

  test.each(['desk', 'crew', 'caller', 'general_manager'] as const)('%s may not', async (role) => {
    const visit = await aVisit(database.db)
    const crew = await aCrew(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(
      confirmVisit(ctx, visit.id, { crewId: crew.id, version: 1 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('Q-3 of dispatchers who want one crew at once one wins, the others see why', async () => {
    const rivals = 12
    const crew = await aCrew(database.db)
    const colleague = await aColleague(database.db, 'dispatcher')
    const visits = await Promise.all(Array.from({ length: rivals }, () => aVisit(database.db)))
    const pools = visits.map(() => drizzle(database.connect({ max: 1 }), { schema }))
    const results = await Promise.allSettled(
      visits.map((visit, i) =>
        confirmVisit(asActor(pools[i]!, colleague), visit.id, {
          crewId: crew.id,
          start: '14:15',
          version: 1,
        }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      expect(result.reason).toMatchObject({
        kind: 'conflict',
        code: 'crewTaken',
        values: expect.objectContaining({ from: '14:15', to: '15:15' }) as unknown,
      })
    }
  })

  test('BK-2 what slips past every check the database refuses, and that is said as well', async () => {
    const crew = await aCrew(database.db)
    const visit = await aVisit(database.db)
    await aConfirmedVisit(database.db, { crewId: crew.id })
    // A plan longer than any visit lies outside what the check looks at.
    const sql = database.connect({ max: 1 })
    await sql`update visits set planned_start = ${at('00:30').toISOString()}
      where crew_id = ${crew.id}`
    await expect(
      confirmVisit(await dispatcher(), visit.id, { crewId: crew.id, version: 1 }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'crewTaken' })
  })
})
