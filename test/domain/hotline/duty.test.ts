import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cellsIn, dutyForm, hoursField } from '#app/domain/hotline/duty-form.ts'
import { uncovered } from '#app/domain/hotline/cover.ts'
import {
  changeDuty,
  copyLastWeek,
  dutySubject,
  readDutyWeek,
  readHotline,
} from '#app/domain/hotline/index.server.ts'
import { addDays } from '#app/platform/time.server.ts'
import { auditLog, staff } from '#db/schema/accounts.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'

const database = testDatabase()
const manager = async (now?: Date) =>
  contextOf(database.db, await aColleague(database.db, 'aftersales_manager'), { now })

let weeks = 0
/** A Monday that no other test plans. */
const aWeek = () => addDays('2026-04-06', 14 * weeks++)

async function plan(
  week: string,
  shifts: { day: string; staffId: string; from: string; to: string }[],
) {
  const ctx = await manager()
  const { seen } = await readDutyWeek(ctx, week)
  await changeDuty(ctx, { week, seen, shifts })
  return ctx
}

describe('the hotline’s roster', () => {
  test('is planned by the week; who changed whose hours is kept; twice is once', async () => {
    const week = aWeek()
    const clerk = await aColleague(database.db, 'desk')
    const shifts = [
      { day: week, staffId: clerk.id, from: '08:30', to: '12:00' },
      { day: week, staffId: clerk.id, from: '13:00', to: '22:00' },
    ]
    const ctx = await plan(week, shifts)
    await changeDuty(ctx, { week, seen: 'whatever', shifts })
    const view = await readDutyWeek(ctx, week)
    expect(view.shifts.map(({ name, from, to }) => [name, from, to])).toEqual([
      [clerk.name, '08:30', '12:00'],
      [clerk.name, '13:00', '22:00'],
    ])
    expect(view.days[0]!.uncovered).toEqual([{ from: '12:00', to: '13:00' }])
    expect(view.days[1]!.uncovered).toEqual([{ from: '08:30', to: '22:00' }])
    const entries = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, dutySubject(week)))
      .orderBy(desc(auditLog.id))
    expect(entries.map(({ action }) => action)).toEqual(['duty_changed'])
    expect(JSON.parse(entries[0]!.data ?? '')).toEqual({
      [`${week} ${clerk.name}`]: [null, '08:30–12:00, 13:00–22:00'],
    })
  })

  test('Q-6 of two who plan one week at once the later is told', async () => {
    const week = aWeek()
    const ctx = await manager()
    const [one, two] = [
      await aColleague(database.db, 'desk'),
      await aColleague(database.db, 'caller'),
    ]
    const { seen } = await readDutyWeek(ctx, week)
    const shift = (staffId: string) => [{ day: week, staffId, from: '09:00', to: '18:00' }]
    const tries = await Promise.allSettled(
      [one, two].map(({ id }) => changeDuty(ctx, { week, seen, shifts: shift(id) })),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = tries.find((tried) => tried.status === 'rejected')
    expect((refused as PromiseRejectedResult).reason).toMatchObject({ code: 'dutyChanged' })
    expect((await readDutyWeek(ctx, week)).shifts.length).toBe(1)
  })

  test('takes whoever may speak with customers and works here, in this week', async () => {
    const week = aWeek()
    const warehouse = await aColleague(database.db, 'warehouse')
    const clerk = await aColleague(database.db, 'desk')
    const shift = { day: week, from: '09:00', to: '18:00' }
    await expect(plan(week, [{ ...shift, staffId: warehouse.id }])).rejects.toMatchObject({
      code: 'dutyNotPossible',
    })
    const elsewhere = [{ ...shift, day: addDays(week, 7), staffId: clerk.id }]
    await expect(plan(week, elsewhere)).rejects.toMatchObject({ code: 'dutyNotPossible' })
    await expect(plan(addDays(week, 1), [])).rejects.toMatchObject({ code: 'dutyNotAWeek' })
    await plan(week, [{ ...shift, staffId: clerk.id }])
    await database.db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, clerk.id))
    const ctx = await manager()
    const view = await readDutyWeek(ctx, week)
    expect(view.colleagues.map(({ id }) => id)).toContain(clerk.id)
    const same = [{ ...shift, staffId: clerk.id }]
    const more = [...same, { ...shift, day: addDays(week, 1), staffId: clerk.id }]
    await changeDuty(ctx, { week, seen: view.seen, shifts: same })
    await expect(changeDuty(ctx, { week, seen: view.seen, shifts: more })).rejects.toMatchObject({
      code: 'dutyNotPossible',
    })
  })

  test('is not the desk’s to plan, and everybody’s to read', async () => {
    const week = aWeek()
    const desk = contextOf(database.db, await aColleague(database.db, 'desk'))
    const { seen } = await readDutyWeek(desk, week)
    const nothing = { week, seen, shifts: [] }
    await expect(changeDuty(desk, nothing)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(copyLastWeek(desk, { week })).rejects.toMatchObject({ kind: 'forbidden' })
    const crew = contextOf(database.db, await aColleague(database.db, 'crew'))
    await expect(readDutyWeek(crew, week)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('last week comes once more into an empty week, for those who still work here', async () => {
    const week = aWeek()
    const [stays, leaves] = [
      await aColleague(database.db, 'desk'),
      await aColleague(database.db, 'desk'),
    ]
    const ctx = await plan(week, [
      { day: addDays(week, 2), staffId: stays.id, from: '09:00', to: '15:00' },
      { day: addDays(week, 2), staffId: leaves.id, from: '15:00', to: '22:00' },
    ])
    await database.db.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, leaves.id))
    const next = addDays(week, 7)
    expect((await readDutyWeek(ctx, next)).canCopy).toBe(true)
    await copyLastWeek(ctx, { week: next })
    await copyLastWeek(ctx, { week: next })
    const copied = await readDutyWeek(ctx, next)
    expect(copied.shifts).toMatchObject([{ day: addDays(next, 2), staffId: stays.id }])
    expect(copied.canCopy).toBe(false)
    const shifts = [{ day: next, staffId: stays.id, from: '09:00', to: '10:00' }]
    await changeDuty(ctx, { week: next, seen: copied.seen, shifts })
    await expect(copyLastWeek(ctx, { week: next })).rejects.toMatchObject({ code: 'dutyWeekTaken' })
    const later = addDays(week, 21)
    await expect(copyLastWeek(ctx, { week: later })).rejects.toMatchObject({
      code: 'dutyWeekEmpty',
    })
  })
})

test('the hotline says who answers now and who is next', async () => {
  const week = '2026-03-09'
  const [now, later] = [
    await aColleague(database.db, 'desk'),
    await aColleague(database.db, 'caller'),
  ]
  await plan(week, [
    { day: '2026-03-10', staffId: now.id, from: '08:30', to: '15:00' },
    { day: '2026-03-10', staffId: later.id, from: '15:00', to: '22:00' },
  ])
  const ten = await readHotline(await manager())
  expect(ten.staffed).toBe(true)
  expect(ten.onDuty.map(({ name }) => name)).toEqual([now.name])
  expect(ten.next.map(({ name }) => name)).toEqual([later.name])
  const night = await readHotline(await manager(new Date('2026-03-10T15:00:00Z')))
  expect(night).toMatchObject({ staffed: false, onDuty: [], next: [] })
  expect(night.opens?.toISOString()).toBe('2026-03-11T00:30:00.000Z')
})

test('what nobody covers is what is left of the hours', () => {
  const day = [{ from: '08:30', to: '22:00' }]
  expect(uncovered(day, [])).toEqual(day)
  expect(uncovered(day, [{ from: '08:00', to: '24:00' }])).toEqual([])
  expect(
    uncovered(day, [
      { from: '15:00', to: '18:00' },
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '15:00' },
    ]),
  ).toEqual([
    { from: '08:30', to: '09:00' },
    { from: '18:00', to: '22:00' },
  ])
  expect(uncovered([], [{ from: '08:00', to: '12:00' }])).toEqual([])
})

test('a week is typed as a line of hours a cell; what is no cell is left out', () => {
  const staffId = '11111111-1111-4111-8111-111111111111'
  const cell = hoursField(3, staffId)
  const typed = { week: '2026-03-09', seen: 'x', [cell]: '8:30-12:00，13:00-18:00', role: 'admin' }
  const { week, seen, ...cells } = dutyForm(Object.keys(typed)).parse(typed)
  expect([week, seen]).toEqual(['2026-03-09', 'x'])
  expect(cellsIn(cells)).toEqual([
    {
      weekday: 3,
      staffId,
      hours: [
        { from: '08:30', to: '12:00' },
        { from: '13:00', to: '18:00' },
      ],
    },
  ])
  const wrong = dutyForm(Object.keys(typed)).safeParse({ ...typed, [cell]: '18-9' })
  expect(wrong.error?.issues[0]?.path).toEqual([cell])
})
