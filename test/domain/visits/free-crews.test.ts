import { describe, expect, test } from 'vitest'
import { crews } from '#db/schema/crews.ts'
import { freeCrews } from '#app/domain/visits/index.server.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at } from './scene.ts'

const database = testDatabase()
const dispatcher = async (now?: Date) =>
  asActor(database.db, await aColleague(database.db, 'dispatcher'), now)

const nobody = { customerId: 0, areaId: null, address: '', lat: null, lng: null }

async function alone() {
  await database.db.update(crews).set({ active: false })
}

describe('DS-1 the crews for a visit', () => {
  test('who is free comes with the start, the load and the reasons, the best first', async () => {
    await alone()
    const area = await anArea(database.db, { nameZh: '徐汇区', nameEn: 'Xuhui' })
    const plain = await aCrew(database.db)
    const near = await aCrew(database.db, { homeAreaId: area.id })
    const known = await aCrew(database.db)
    const ticket = await aTicket(database.db, { status: 'triaged', areaId: area.id })
    await aConfirmedVisit(database.db, {
      ticketId: ticket.id,
      crewId: known.id,
      status: 'finished',
      workDone: 'x',
      arrivedAt: at('09:00', -30),
      plannedStart: at('09:00', -30),
      plannedEnd: at('10:00', -30),
    })
    await aConfirmedVisit(database.db, { crewId: near.id })
    const visit = await aVisit(database.db, { ticketId: ticket.id })
    const { free, busy } = await freeCrews(await dispatcher(), visit, ticket)
    expect(free).toEqual([
      expect.objectContaining({ start: at('14:00'), lastTime: true, atHome: false }),
      expect.objectContaining({
        // The way from its other visit is unknown: a quarter of an hour is left for it.
        start: at('15:15'),
        way: 15,
        lastTime: false,
        atHome: true,
        load: { visits: 1, minutes: 60 },
      }),
      expect.objectContaining({ start: at('14:00'), load: { visits: 0, minutes: 0 } }),
    ])
    expect(free.map(({ crew }) => crew.id)).toEqual([known.id, near.id, plain.id])
    expect(busy).toEqual([])
  })

  test('who isn’t says why; a crew no longer in use is not named', async () => {
    await alone()
    const unskilled = await aCrew(database.db, { skills: ['survey'] })
    const taken = await aCrew(database.db)
    await aConfirmedVisit(database.db, { crewId: taken.id, plannedEnd: at('17:30') })
    const visit = await aVisit(database.db)
    const ctx = await dispatcher()
    const { free, busy } = await freeCrews(ctx, visit, nobody)
    expect(free).toEqual([])
    expect(busy.map(({ crew, why, taken: span }) => [crew.id, why, span?.start])).toEqual([
      [taken.id, 'busy', at('14:00')],
      [unskilled.id, 'skill', undefined],
    ])
    const sunday = { ...visit, windowStart: at('14:00', 5), windowEnd: at('16:00', 5) }
    const onSunday = await freeCrews(ctx, sunday, nobody)
    expect(onSunday.busy.find(({ crew }) => crew.id === taken.id)?.why).toBe('off_shift')
  })

  test('a window that has begun offers what is left of it, one that is over nothing', async () => {
    await alone()
    await aCrew(database.db)
    const visit = await aVisit(database.db)
    const late = await freeCrews(await dispatcher(at('14:32')), visit, nobody)
    expect(late.free.map(({ start }) => start)).toEqual([at('14:35')])
    const over = await freeCrews(await dispatcher(at('16:00')), visit, nobody)
    expect(over.busy.map(({ why }) => why)).toEqual(['window_over'])
  })

  test('the desk may not look', async () => {
    const ctx = asActor(database.db, await aColleague(database.db, 'desk'))
    const visit = await aVisit(database.db)
    await expect(freeCrews(ctx, visit, nobody)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
