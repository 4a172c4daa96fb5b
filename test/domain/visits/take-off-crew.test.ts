import { describe, expect, test } from 'vitest'
import { confirmVisit, pinVisit, takeOffCrew } from '#app/domain/visits/index.server.ts'
import { promisesOfVisit } from '#app/domain/promises/index.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, mailsOf, visitNow } from './scene.ts'

const database = testDatabase()
const dispatcher = async () => asActor(database.db, await aColleague(database.db, 'dispatcher'))
const templates = async (ticketId: number) =>
  (await mailsOf(database.db, ticketId)).map(({ template, status }) => [template, status])

describe('taking a visit off its crew', () => {
  test('frees the crew, keeps the window, and says so in the history', async () => {
    const visit = await aConfirmedVisit(database.db, { pinned: true })
    const now = await takeOffCrew(await dispatcher(), visit.id, { version: 1 })
    expect(now.version).toBe(2)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'proposed',
      crewId: null,
      plannedStart: null,
      pinned: false,
      windowStart: visit.windowStart,
      version: 2,
    })
    expect(await eventsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({ kind: 'visit_unassigned' }),
    ])
  })

  test('a first crew undone within its grace leaves nothing the customer hears of', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const other = await aCrew(database.db)
    const visit = await aVisit(database.db)
    const given = await confirmVisit(
      ctx,
      visit.id,
      { crewId: crew.id, version: 1 },
      { graceSeconds: 60 },
    )
    expect(await templates(visit.ticketId)).toEqual([['visit-confirmed', 'queued']])
    const off = await takeOffCrew(ctx, visit.id, { version: given.version })
    expect(await templates(visit.ticketId)).toEqual([['visit-confirmed', 'withdrawn']])
    expect(await promisesOfVisit(ctx, visit.id)).toEqual([
      expect.objectContaining({ outcome: 'withdrawn' }),
    ])
    await confirmVisit(ctx, visit.id, { crewId: other.id, version: off.version })
    expect(await templates(visit.ticketId)).toEqual([
      ['visit-confirmed', 'withdrawn'],
      ['visit-confirmed', 'queued'],
    ])
  })

  test('there and back again is no news: the customer was told that crew', async () => {
    const ctx = await dispatcher()
    const crew = await aCrew(database.db)
    const other = await aCrew(database.db)
    const visit = await aVisit(database.db)
    const first = await confirmVisit(ctx, visit.id, { crewId: crew.id, version: 1 })
    await database.connect({ max: 1 })`
      update messages set status = 'sent' where visit_id = ${visit.id}`
    const there = await confirmVisit(
      ctx,
      visit.id,
      { crewId: other.id, version: first.version },
      { graceSeconds: 60 },
    )
    await confirmVisit(
      ctx,
      visit.id,
      { crewId: crew.id, version: there.version },
      { graceSeconds: 60 },
    )
    expect((await templates(visit.ticketId)).map(([, status]) => status).sort()).toEqual([
      'sent',
      'withdrawn',
    ])
    expect(await promisesOfVisit(ctx, visit.id)).toEqual([
      expect.objectContaining({ outcome: 'open', origin: 'confirmed' }),
    ])
  })

  test.each(['on_the_way', 'working', 'finished', 'cancelled', 'proposed'] as const)(
    '%s has nothing to be taken off',
    async (status) => {
      const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
      await expect(takeOffCrew(await dispatcher(), visit.id, { version: 1 })).rejects.toMatchObject(
        { kind: 'conflict', code: 'visitNotInState' },
      )
    },
  )

  test('Q-6 somebody changed it meanwhile', async () => {
    const visit = await aConfirmedVisit(database.db, { version: 3 })
    await expect(takeOffCrew(await dispatcher(), visit.id, { version: 2 })).rejects.toMatchObject({
      code: 'visitChanged',
    })
  })

  test.each(['desk', 'crew', 'caller', 'general_manager'] as const)('%s may not', async (role) => {
    const visit = await aConfirmedVisit(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(takeOffCrew(ctx, visit.id, { version: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(pinVisit(ctx, visit.id, { pinned: 'yes', version: 1 })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('DS-6 pinning a visit', () => {
  test('keeps it where it is until it is let go; twice is once', async () => {
    const ctx = await dispatcher()
    const visit = await aConfirmedVisit(database.db)
    const pinned = await pinVisit(ctx, visit.id, { pinned: 'yes', version: 1 })
    expect(pinned).toMatchObject({ pinned: true, version: 2 })
    expect(await pinVisit(ctx, visit.id, { pinned: 'yes', version: 1 })).toMatchObject({
      version: 2,
    })
    await pinVisit(ctx, visit.id, { pinned: 'no', version: 2 })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ pinned: false, version: 3 })
    expect((await eventsOf(database.db, visit.ticketId)).map(({ data }) => data.pinned)).toEqual([
      [false, true],
      [true, false],
    ])
  })

  test('what has no crew can’t be pinned', async () => {
    const visit = await aVisit(database.db)
    await expect(
      pinVisit(await dispatcher(), visit.id, { pinned: 'yes', version: 1 }),
    ).rejects.toMatchObject({ code: 'visitNotInState' })
  })
})
