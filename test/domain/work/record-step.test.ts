import { describe, expect, test } from 'vitest'
import { recordStep } from '#app/domain/work/index.server.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, ticketNow, visitNow } from '#test/domain/visits/scene.ts'

const database = testDatabase()

async function onTheJob() {
  const visit = await aConfirmedVisit(database.db)
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, technician, ctx: asActor(database.db, technician, at('13:40')) }
}

describe('the crew’s steps', () => {
  test('VS-2 are kept with their times, in the ticket’s history too; work in hand shows on the ticket', async () => {
    const { visit, technician } = await onTheJob()
    for (const [step, time] of [
      ['set_out', '13:40'],
      ['arrived', '14:02'],
      ['started', '14:05'],
    ] as const) {
      await recordStep(asActor(database.db, technician, at(time)), visit.id, { step })
    }
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'working',
      setOutAt: at('13:40'),
      arrivedAt: at('14:02'),
      startedAt: at('14:05'),
    })
    expect(await ticketNow(database.db, visit.ticketId)).toMatchObject({ status: 'in_progress' })
    expect((await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)).toEqual([
      'crew_set_out',
      'crew_arrived',
      'work_started',
    ])
  })

  test('VS-2 the same step twice, or from two members at once, keeps the first time', async () => {
    const { visit, ctx } = await onTheJob()
    const mate = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    await Promise.all(
      [ctx, asActor(database.db, mate, at('13:40')), ctx].map((one) =>
        recordStep(one, visit.id, { step: 'set_out' }),
      ),
    )
    await recordStep(asActor(database.db, mate, at('15:00')), visit.id, { step: 'set_out' })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ setOutAt: at('13:40') })
    expect(await eventsOf(database.db, visit.ticketId)).toHaveLength(1)
  })

  test('out of order they are refused', async () => {
    const { visit, ctx } = await onTheJob()
    await expect(recordStep(ctx, visit.id, { step: 'started' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'stepOutOfOrder',
    })
  })

  test('a cancelled visit takes none', async () => {
    const { visit, technician, ctx } = await onTheJob()
    const other = await aConfirmedVisit(database.db, {
      crewId: technician.crewId,
      status: 'cancelled',
    })
    await expect(recordStep(ctx, other.id, { step: 'set_out' })).rejects.toMatchObject({
      code: 'visitCancelled',
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ setOutAt: null })
  })

  test.each(['triaged', 'paused', 'resolved'] as const)(
    'work starts even though the desk has the ticket %s',
    async (status) => {
      const paused = { pausedUntil: '2026-03-20', pauseReason: '等配件' }
      const ticket = await aTicket(database.db, { status, ...(status === 'paused' ? paused : {}) })
      const visit = await aConfirmedVisit(database.db, { ticketId: ticket.id, status: 'arrived' })
      const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
      await recordStep(asActor(database.db, technician), visit.id, { step: 'started' })
      expect(await ticketNow(database.db, ticket.id)).toMatchObject({
        status: status === 'resolved' ? 'resolved' : 'in_progress',
      })
    },
  )

  test('another crew’s visit is a missing one, and so is one without a crew', async () => {
    const { visit } = await onTheJob()
    const ctx = asActor(database.db, await aColleague(database.db, 'crew'))
    const proposed = await aVisit(database.db)
    for (const { id } of [visit, proposed]) {
      await expect(recordStep(ctx, id, { step: 'set_out' })).rejects.toMatchObject({
        kind: 'not_found',
      })
    }
  })

  test.each(['dispatcher', 'desk', 'aftersales_manager'] as const)('%s may not', async (role) => {
    const { visit } = await onTheJob()
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(recordStep(ctx, visit.id, { step: 'set_out' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
