import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { promises } from '#db/schema/promises.ts'
import { settlePromises } from '#app/domain/promises/index.server.ts'
import { tellLate } from '#app/domain/visits/index.server.ts'
import { recordStep } from '#app/domain/work/index.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aPromise } from '#test/factories/promises.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, mailsOf, ticketNow, visitNow } from '#test/domain/visits/scene.ts'

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

describe('BK-4, DS-4 the word that the crew is coming', () => {
  const mailsAbout = async (visit: { ticketId: number }) =>
    (await mailsOf(database.db, visit.ticketId)).map(({ template, status }) => [template, status])

  test('says who, with what and about when, once, and keeps that in the history', async () => {
    const crew = await aCrew(database.db, { vehicle: '沪A·12345' })
    const visit = await aConfirmedVisit(database.db, { crewId: crew.id })
    const technician = await aColleague(database.db, 'crew', { crewId: crew.id, name: '王海涛' })
    const ctx = asActor(database.db, technician, at('13:40'))
    await Promise.all([1, 2].map(() => recordStep(ctx, visit.id, { step: 'set_out' })))
    const mails = await mailsOf(database.db, visit.ticketId)
    expect(mails).toEqual([expect.objectContaining({ template: 'crew-on-the-way' })])
    expect(mails[0]!.params).toMatchObject({
      ...{ crewZh: crew.nameZh, members: ['王海涛'], vehicle: '沪A·12345' },
      expectedAt: at('14:00').toISOString(),
    })
    const [event] = await eventsOf(database.db, visit.ticketId)
    expect(event).toMatchObject({
      kind: 'crew_set_out',
      data: { expectedAt: at('14:00').toISOString() },
    })
  })

  test('is never earlier than what was last said, nor than now', async () => {
    const { visit, technician } = await onTheJob()
    await tellLate(asActor(database.db, technician, at('13:30')), visit.id, {
      ...{ reason: 'traffic', note: '', expected: '15:10' },
    })
    await recordStep(asActor(database.db, technician, at('13:50')), visit.id, { step: 'set_out' })
    const other = await onTheJob()
    const late = asActor(database.db, other.technician, at('15:02'))
    await recordStep(late, other.visit.id, { step: 'set_out' })
    const aboutOf = async ({ ticketId }: { ticketId: number }) =>
      (await mailsOf(database.db, ticketId)).at(-1)!.params.expectedAt
    expect(await aboutOf(visit)).toBe(at('15:10').toISOString())
    expect(await aboutOf(other.visit)).toBe(at('15:05').toISOString())
    expect(await mailsAbout(visit)).toEqual([
      ['visit-late', 'withdrawn'],
      ['crew-on-the-way', 'queued'],
    ])
  })

  test('counts the way from where the crew was last', async () => {
    const visit = await aConfirmedVisit(database.db, {
      ticketId: (await aTicket(database.db, { status: 'scheduled', lat: 31.2, lng: 121.45 })).id,
    })
    await aConfirmedVisit(database.db, {
      ticketId: (await aTicket(database.db, { status: 'resolved', lat: 31.2, lng: 121.6 })).id,
      ...{ crewId: visit.crewId!, status: 'finished', workDone: 'x' },
      ...{ plannedStart: at('12:00'), plannedEnd: at('13:00'), arrivedAt: at('12:00') },
    })
    const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    await recordStep(asActor(database.db, technician, at('13:50')), visit.id, { step: 'set_out' })
    const [mail] = await mailsOf(database.db, visit.ticketId)
    const minutes =
      (new Date(String(mail!.params.expectedAt)).getTime() - at('13:50').getTime()) / 60_000
    expect(minutes % 5).toBe(0)
    // Fourteen kilometres as the crow flies.
    expect(minutes).toBeGreaterThanOrEqual(30)
    expect(minutes).toBeLessThanOrEqual(90)
  })

  test('isn’t sent when it is no news any more, and is taken back by the arrival', async () => {
    const stale = await onTheJob()
    await recordStep(stale.ctx, stale.visit.id, { step: 'set_out' }, { stale: true })
    expect(await mailsAbout(stale.visit)).toEqual([])
    const { visit, ctx, technician } = await onTheJob()
    await recordStep(ctx, visit.id, { step: 'set_out' })
    await recordStep(asActor(database.db, technician, at('13:58')), visit.id, { step: 'arrived' })
    expect(await mailsAbout(visit)).toEqual([['crew-on-the-way', 'withdrawn']])
  })
})

describe('DS-4 an arrival that is heard of only later', () => {
  test.each([
    ['15:50', { outcome: 'kept', breach: null }],
    ['16:20', { outcome: 'broken', breach: 'late' }],
  ] as const)('at %s puts right what was taken for missed', async (arrived, verdict) => {
    const { visit, technician } = await onTheJob()
    await aPromise(database.db, { visit })
    const noon = contextOf(database.db, { kind: 'job' }, { now: at('12:00', 1) })
    const promiseNow = async () =>
      (await database.db.select().from(promises).where(eq(promises.visitId, visit.id)))[0]
    await settlePromises(noon)
    expect(await promiseNow()).toMatchObject({ breach: 'missed', settledAt: at('12:00', 1) })
    await recordStep(asActor(database.db, technician, at('13:40')), visit.id, { step: 'set_out' })
    expect(await promiseNow()).toMatchObject({ breach: 'missed' })
    await recordStep(asActor(database.db, technician, at(arrived)), visit.id, { step: 'arrived' })
    expect(await promiseNow()).toMatchObject({ ...verdict, settledAt: at('12:00', 1) })
  })
})
