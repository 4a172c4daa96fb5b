import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { visitPauses } from '#db/schema/work.ts'
import { dayOfDispatch } from '#app/domain/visits/index.server.ts'
import { finishVisit, pauseWork, resumeWork } from '#app/domain/work/index.server.ts'
import { PauseWorkForm } from '#app/domain/work/pause-work-form.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'
import { asActor, at, eventsOf } from '#test/domain/visits/scene.ts'

const database = testDatabase()
const form = { reason: 'parts', note: '等铰链' } as const

async function atWork() {
  const visit = await aConfirmedVisit(database.db, {
    ...{ status: 'working', arrivedAt: at('14:00'), startedAt: at('14:05') },
  })
  const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
  return { visit, as: (time: string) => asActor(database.db, technician, at(time)) }
}
const pausesOf = (visitId: number) =>
  database.db
    .select({
      reason: visitPauses.reason,
      note: visitPauses.note,
      pausedAt: visitPauses.pausedAt,
      resumedAt: visitPauses.resumedAt,
    })
    .from(visitPauses)
    .where(eq(visitPauses.visitId, visitId))
    .orderBy(visitPauses.id)
const kindsOf = async (visit: { ticketId: number }) =>
  (await eventsOf(database.db, visit.ticketId)).map(({ kind }) => kind)

describe('VS-2 work that rests', () => {
  test('keeps why and for how long, in the history too, and may rest again', async () => {
    const { visit, as } = await atWork()
    await pauseWork(as('14:20'), visit.id, form)
    await resumeWork(as('14:50'), visit.id)
    await pauseWork(as('15:00'), visit.id, { reason: 'rest', note: '' })
    expect(await pausesOf(visit.id)).toEqual([
      { ...form, pausedAt: at('14:20'), resumedAt: at('14:50') },
      { reason: 'rest', note: '', pausedAt: at('15:00'), resumedAt: null },
    ])
    expect(await eventsOf(database.db, visit.ticketId)).toMatchObject([
      { kind: 'work_paused', data: form },
      { kind: 'work_resumed', data: {} },
      { kind: 'work_paused' },
    ])
  })

  test('twice, or from two members at once, is once; and so is going on', async () => {
    const { visit, as } = await atWork()
    await Promise.all([1, 2, 3].map(() => pauseWork(as('14:20'), visit.id, form)))
    await Promise.all([1, 2, 3].map(() => resumeWork(as('14:50'), visit.id)))
    await resumeWork(as('14:55'), visit.id)
    expect(await pausesOf(visit.id)).toHaveLength(1)
    expect(await kindsOf(visit)).toEqual(['work_paused', 'work_resumed'])
  })

  test('finished out of a pause, the pause ends with it', async () => {
    const { visit, as } = await atWork()
    await pauseWork(as('14:20'), visit.id, form)
    await finishVisit(as('15:00'), visit.id, {
      ...{ workDone: '换了铰链', outcome: 'done', needed: '', reasons: new Map<number, string>() },
    })
    expect(await pausesOf(visit.id)).toMatchObject([{ resumedAt: at('15:00') }])
    expect(await kindsOf(visit)).toEqual(
      expect.arrayContaining(['work_paused', 'work_resumed', 'work_finished']),
    )
  })

  test('DS-2 the board sees it rest, and its end move', async () => {
    const { visit, as } = await atWork()
    await pauseWork(as('14:20'), visit.id, form)
    const dispatcher = await aColleague(database.db, 'dispatcher')
    const day = await dayOfDispatch(asActor(database.db, dispatcher, at('14:50')), '2026-03-10')
    const stop = day.onShift.flatMap(({ stops }) => stops).find((one) => one.visit.id === visit.id)
    expect(stop).toMatchObject({
      visit: { rests: [[at('14:20'), null]], expectedAt: null },
      forecast: { delay: 'over', end: at('15:35'), minutes: 30 },
    })
  })

  test.each([
    ['arrived', 'pauseWhileWorking'],
    ['finished', 'visitFinished'],
    ['cancelled', 'visitCancelled'],
  ] as const)('%s it can’t', async (status, code) => {
    const visit = await aConfirmedVisit(database.db, { status, workDone: 'x' })
    const technician = await aColleague(database.db, 'crew', { crewId: visit.crewId })
    const ctx = asActor(database.db, technician, at('14:20'))
    await expect(pauseWork(ctx, visit.id, form)).rejects.toMatchObject({ code })
    await expect(resumeWork(ctx, visit.id)).rejects.toMatchObject({ code })
  })

  test('another reason needs a word', () => {
    expect(PauseWorkForm.safeParse({ reason: 'other', note: '' }).success).toBe(false)
    expect(PauseWorkForm.safeParse({ reason: 'other', note: '停电' }).success).toBe(true)
  })

  test('Q-12 it is its own crew’s alone', async () => {
    const { visit } = await atWork()
    const other = asActor(database.db, await aColleague(database.db, 'crew'), at('14:20'))
    await expect(pauseWork(other, visit.id, form)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(resumeWork(other, visit.id)).rejects.toMatchObject({ kind: 'not_found' })
    const desk = asActor(database.db, await aColleague(database.db, 'desk'), at('14:20'))
    await expect(pauseWork(desk, visit.id, form)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
