import { expect, test } from 'vitest'
import { correctArea, CorrectAreaForm } from '#app/domain/tickets/correct-area.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, ticketNow } from '../visits/scene.ts'

const database = testDatabase()
const as = async (role: 'desk' | 'caller') =>
  asActor(database.db, await aColleague(database.db, role))

test('BK-1 the desk says where a home is, once, and it shows in the history', async () => {
  const area = await anArea(database.db)
  const ticket = await aTicket(database.db)
  const form = { area: area.id, point: null, version: 1 }
  for (let n = 0; n < 2; n++) await correctArea(await as('desk'), ticket.number, form)
  expect(await ticketNow(database.db, ticket.id)).toMatchObject({ areaId: area.id, version: 2 })
  expect(await eventsOf(database.db, ticket.id)).toMatchObject([
    { kind: 'facts_changed', data: { area: [null, area.nameZh] } },
  ])
})

test('DS-6 its place on the map is kept, changed and taken away with a trace', async () => {
  const area = await anArea(database.db)
  const ticket = await aTicket(database.db, { areaId: area.id })
  const desk = await as('desk')
  const place = (point: string, version: number) =>
    correctArea(
      desk,
      ticket.number,
      CorrectAreaForm.parse({ area: String(area.id), point, version: String(version) }),
    )
  await place('31.2304, 121.4737', 1)
  await place('31.2304，121.4737', 1)
  expect(await ticketNow(database.db, ticket.id)).toMatchObject({ lat: 31.2304, lng: 121.4737 })
  await place('', 2)
  expect(await ticketNow(database.db, ticket.id)).toMatchObject({ lat: null, version: 3 })
  expect(await eventsOf(database.db, ticket.id)).toMatchObject([
    { kind: 'facts_changed', data: { point: [null, '31.2304, 121.4737'] } },
    { kind: 'facts_changed', data: { point: ['31.2304, 121.4737', null] } },
  ])
  expect(() => CorrectAreaForm.parse({ area: '1', point: 'by the river', version: 1 })).toThrow(
    'validation:point',
  )
})

test('Q-6 not from an older version, not an area there isn’t, not by a caller', async () => {
  const area = await anArea(database.db)
  const ticket = await aTicket(database.db, { version: 2 })
  const desk = await as('desk')
  const correct = (ctx: typeof desk, facts: { area?: number; version?: number }) =>
    correctArea(ctx, ticket.number, { area: area.id, point: null, version: 2, ...facts })
  await expect(correct(desk, { version: 1 })).rejects.toMatchObject({ code: 'ticketChanged' })
  await expect(correct(desk, { area: 999_999 })).rejects.toMatchObject({ code: 'areaUnknown' })
  await expect(correct(await as('caller'), {})).rejects.toMatchObject({ kind: 'forbidden' })
})
