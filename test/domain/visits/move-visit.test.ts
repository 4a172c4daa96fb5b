import { describe, expect, test } from 'vitest'
import { moveVisit } from '#app/domain/visits/index.server.ts'
import { MoveVisitForm } from '#app/domain/visits/move-visit-form.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit, aVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf, mailsOf, visitNow } from './scene.ts'

const database = testDatabase()
const dispatcher = async () => asActor(database.db, await aColleague(database.db, 'dispatcher'))
const desk = async () => asActor(database.db, await aColleague(database.db, 'desk'))
const form: MoveVisitForm = {
  day: '2026-03-12',
  from: '09:00',
  to: '11:00',
  reason: '配件明天才到',
  version: 1,
}

describe('moving a visit', () => {
  test('keeps the crew, tells the customer both times and the history from and to', async () => {
    const visit = await aConfirmedVisit(database.db)
    await moveVisit(await dispatcher(), visit.id, form)
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'confirmed',
      crewId: visit.crewId,
      windowStart: at('09:00', 2),
      plannedStart: at('09:00', 2),
      plannedEnd: at('10:00', 2),
    })
    const [event] = await eventsOf(database.db, visit.ticketId)
    expect(event).toMatchObject({
      kind: 'visit_moved',
      data: {
        start: [at('14:00').toISOString(), at('09:00', 2).toISOString()],
        reason: '配件明天才到',
      },
    })
    const [mail] = await mailsOf(database.db, visit.ticketId)
    expect(mail).toMatchObject({
      template: 'visit-moved',
      params: { oldStart: at('14:00').toISOString(), start: at('09:00', 2).toISOString() },
    })
  })

  test('BK-2 a crew that is taken then keeps the visit where it is', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aConfirmedVisit(database.db, {
      crewId: visit.crewId,
      windowStart: at('09:00', 2),
      windowEnd: at('11:00', 2),
      plannedStart: at('09:00', 2),
      plannedEnd: at('12:00', 2),
    })
    await expect(moveVisit(await dispatcher(), visit.id, form)).rejects.toMatchObject({
      code: 'crewTaken',
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      windowStart: at('14:00'),
      version: 1,
    })
  })

  test('into a part of its own old time is no clash with itself', async () => {
    const visit = await aConfirmedVisit(database.db)
    await moveVisit(await dispatcher(), visit.id, {
      ...form,
      day: '2026-03-10',
      from: '14:30',
      to: '16:00',
    })
    expect(await visitNow(database.db, visit.id)).toMatchObject({ plannedStart: at('14:30') })
  })

  test('may leave the crew open', async () => {
    const visit = await aConfirmedVisit(database.db)
    await moveVisit(await dispatcher(), visit.id, { ...form, crewId: null })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'proposed',
      crewId: null,
      plannedStart: null,
    })
    expect(await mailsOf(database.db, visit.ticketId)).toHaveLength(1)
  })

  test('one that nobody was told of moves without a mail and without a public event', async () => {
    const visit = await aVisit(database.db)
    await moveVisit(await dispatcher(), visit.id, form)
    expect(await mailsOf(database.db, visit.ticketId)).toEqual([])
    expect((await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)).toEqual([
      'visit_proposed',
    ])
  })

  test.each([
    ['on_the_way', 'visitUnderWay'],
    ['working', 'visitUnderWay'],
    ['finished', 'visitUnderWay'],
    ['cancelled', 'visitCancelled'],
  ] as const)('%s it is refused', async (status, code) => {
    const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
    await expect(moveVisit(await dispatcher(), visit.id, form)).rejects.toMatchObject({ code })
  })

  test('Q-6 from an older version it is refused', async () => {
    const visit = await aVisit(database.db, { version: 2 })
    await expect(moveVisit(await dispatcher(), visit.id, form)).rejects.toMatchObject({
      code: 'visitChanged',
    })
  })

  test('BK-3 the desk moves it, with its crew when that is free then', async () => {
    const visit = await aConfirmedVisit(database.db)
    expect(await moveVisit(await desk(), visit.id, form)).toEqual({ crewLost: false })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'confirmed',
      crewId: visit.crewId,
      plannedStart: at('09:00', 2),
    })
  })

  test('BK-3 the desk moves it though its crew is taken then: it waits for a crew again', async () => {
    const visit = await aConfirmedVisit(database.db)
    await aConfirmedVisit(database.db, {
      crewId: visit.crewId,
      windowStart: at('09:00', 2),
      windowEnd: at('11:00', 2),
      plannedStart: at('09:00', 2),
      plannedEnd: at('12:00', 2),
    })
    expect(await moveVisit(await desk(), visit.id, form)).toEqual({ crewLost: true })
    expect(await visitNow(database.db, visit.id)).toMatchObject({
      status: 'proposed',
      crewId: null,
      plannedStart: null,
      windowStart: at('09:00', 2),
    })
  })

  test('the desk may not choose the crew', async () => {
    const visit = await aConfirmedVisit(database.db)
    for (const choice of [{ crewId: visit.crewId }, { crewId: null }, { start: '09:00' }]) {
      await expect(moveVisit(await desk(), visit.id, { ...form, ...choice })).rejects.toMatchObject(
        {
          kind: 'forbidden',
        },
      )
    }
  })

  test('a window shorter than half an hour is not taken', () => {
    const { version } = form
    const sent = {
      day: form.day,
      from: '09:00',
      to: '09:29',
      reason: '晚点',
      version: `${version}`,
    }
    expect(MoveVisitForm.safeParse(sent).error?.issues).toMatchObject([
      { path: ['to'], message: 'validation:windowShort' },
    ])
    expect(MoveVisitForm.safeParse({ ...sent, to: '09:30' }).success).toBe(true)
  })

  test.each(['caller', 'crew'] as const)('%s may not', async (role) => {
    const visit = await aVisit(database.db)
    const ctx = asActor(database.db, await aColleague(database.db, role))
    await expect(moveVisit(ctx, visit.id, form)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
