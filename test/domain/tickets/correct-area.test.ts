import { expect, test } from 'vitest'
import { correctArea } from '#app/domain/tickets/correct-area.server.ts'
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
  const form = { area: area.id, version: 1 }
  for (let n = 0; n < 2; n++) await correctArea(await as('desk'), ticket.number, form)
  expect(await ticketNow(database.db, ticket.id)).toMatchObject({ areaId: area.id, version: 2 })
  expect(await eventsOf(database.db, ticket.id)).toMatchObject([
    { kind: 'facts_changed', data: { area: [null, area.nameZh] } },
  ])
})

test('Q-6 not from an older version, not an area there isn’t, not by a caller', async () => {
  const area = await anArea(database.db)
  const ticket = await aTicket(database.db, { version: 2 })
  const desk = await as('desk')
  const correct = (ctx: typeof desk, facts: { area?: number; version?: number }) =>
    correctArea(ctx, ticket.number, { area: area.id, version: 2, ...facts })
  await expect(correct(desk, { version: 1 })).rejects.toMatchObject({ code: 'ticketChanged' })
  await expect(correct(desk, { area: 999_999 })).rejects.toMatchObject({ code: 'areaUnknown' })
  await expect(correct(await as('caller'), {})).rejects.toMatchObject({ kind: 'forbidden' })
})
