import { describe, expect, test } from 'vitest'
import { cancelVisit, confirmVisit } from '#app/domain/visits/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, eventsOf, mailsOf, ticketNow, visitNow } from './scene.ts'

const database = testDatabase()
const dispatcher = async () => asActor(database.db, await aColleague(database.db, 'dispatcher'))
const form = { reason: '顾客出差', version: 1 }

describe('cancelling a visit', () => {
  test('frees the crew, gives the ticket back to the desk and tells the customer', async () => {
    const visit = await aConfirmedVisit(database.db)
    const ctx = await dispatcher()
    await cancelVisit(ctx, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'cancelled',
      cancelReason: '顾客出差',
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'triaged' })
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([
      expect.objectContaining({ template: 'visit-cancelled' }),
    ])
    const other = await aVisit(database.db)
    await confirmVisit(ctx, other.id, { crewId: visit.crewId!, start: '14:00', version: 1 })
  })

  test('with another visit to come the ticket stays scheduled', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aVisit(database.db, { ticketId: visit.ticketId })
    await cancelVisit(await dispatcher(), visit.id, form)
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'scheduled' })
  })

  test('one that nobody was told of is no news to the customer', async () => {
    const visit = await aVisit(database.db)
    await cancelVisit(await dispatcher(), visit.id, form)
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([])
    const [event] = await eventsOf(database.db, visit.ticketId)
    expect(event).toMatchObject({ kind: 'visit_cancelled', data: { told: false } })
  })

  test.each([
    ['working', 'visitNotInState'],
    ['finished', 'visitNotInState'],
    ['cancelled', 'visitCancelled'],
  ] as const)('%s it is refused', async (status, code) => {
    const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
    await expect(cancelVisit(await dispatcher(), visit.id, form)).rejects.toMatchObject({ code })
  })

  test('BK-3 the desk may, without a dispatcher', async () => {
    const visit = await aVisit(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, 'desk'))
    await cancelVisit(ctx, visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({ status: 'cancelled' })
  })

  test.each(['caller', 'crew'] as const)('%s may not', async (role) => {
    const visit = await aVisit(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(cancelVisit(ctx, visit.id, form)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
