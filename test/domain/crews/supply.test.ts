import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { windows } from '#db/schema/bookings.ts'
import { crews, shifts } from '#db/schema/crews.ts'
import { addCrew, changeCrew, readCrewFacts } from '#app/domain/crews/change-crew.server.ts'
import { makeException, removeException } from '#app/domain/crews/change-exceptions.server.ts'
import { addHoliday, removeHoliday } from '#app/domain/crews/change-holidays.server.ts'
import { changeShifts, readPattern } from '#app/domain/crews/change-shifts.server.ts'
import { CrewForm } from '#app/domain/crews/crew-form.ts'
import { exceptionForm } from '#app/domain/crews/exception-form.ts'
import { readCrews, workingTime } from '#app/domain/crews/index.server.ts'
import { readRoster } from '#app/domain/crews/read-roster.server.ts'
import { hoursField, weekdays } from '#app/domain/crews/rotation.ts'
import { ShiftsForm } from '#app/domain/crews/shifts-form.ts'
import { strandsStamp, WouldStrand } from '#app/domain/crews/stranded-visits.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { spanOfDay, timeOf } from '#app/platform/time.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { only } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aServingCrew, auditOf, aVisitOf, minutesOf, visitNow } from './scene.ts'

const database = testDatabase()
const friday = '2026-03-13'

async function scene() {
  const { db } = database
  const { crew, area } = await aServingCrew(db, {})
  const as = async (role: 'dispatcher' | 'aftersales_manager' | 'desk') =>
    contextOf(db, await aColleague(db, role))
  return {
    db,
    crew,
    area,
    dispatcher: await as('dispatcher'),
    manager: await as('aftersales_manager'),
    desk: await as('desk'),
  }
}

/** The pattern's form with the same hours on every day of each week. */
const pattern = (weeks: string[], facts: Record<string, unknown> = {}) =>
  ShiftsForm.parse({
    rotationWeeks: String(weeks.length),
    rotationFrom: '2026-03-09',
    ...Object.fromEntries(
      weeks.flatMap((hours, i) => weekdays.map((day) => [hoursField(i + 1, day), hours])),
    ),
    ...facts,
  })

const hoursOn = async (db: typeof database.db, crewId: number, day: string) => {
  const [crew] = await readCrews(contextOf(db, { kind: 'job' }), spanOfDay(day), [crewId])
  return workingTime(crew!, day).map(({ start, end }) => `${timeOf(start)}-${timeOf(end)}`)
}

/** The stamp of what a refused change names. */
async function namedBy(change: Promise<unknown>) {
  const error = await change.then(
    () => null,
    (e: unknown) => e,
  )
  if (!(error instanceof WouldStrand)) throw new Error(`Nothing was named: ${String(error)}`)
  return { ids: error.visits.map(({ id }) => id), agreed: strandsStamp(error.visits) }
}

test('a past day is refused at its field, whatever else is wrong', () => {
  const { error } = exceptionForm('2026-03-10').safeParse({ day: '2026-03-09', kind: 'never' })
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['day', 'refusals:dayPast'],
    ['kind', 'validation:choose'],
  ])
})

test('weeks that were chosen and not applied are not saved past them', () => {
  const typed = { rotationWeeks: '1', rotationFrom: '2026-03-09' }
  expect(ShiftsForm.safeParse({ ...typed, weeks: '1' }).success).toBe(true)
  expect(ShiftsForm.safeParse({ ...typed, weeks: '2' }).error?.issues).toMatchObject([
    { path: ['weeks'], message: 'validation:weeksNotApplied' },
  ])
})

describe('BK-1 weekly shifts', () => {
  test('rotate: each week of the cycle has its own hours, several spans a day', async () => {
    const { db, crew, dispatcher, area } = await scene()
    const seen = stampOf(await readPattern(dispatcher, crew.id))
    const weeks = ['08:00–12:00, 13:30–18:00', '11:00-20:00', '']
    await changeShifts(dispatcher, crew.id, pattern(weeks, { seen }))
    expect(await hoursOn(db, crew.id, '2026-03-10')).toEqual(['08:00-12:00', '13:30-18:00'])
    expect(await hoursOn(db, crew.id, '2026-03-17')).toEqual(['11:00-20:00'])
    expect(await hoursOn(db, crew.id, '2026-03-24')).toEqual([])
    expect(await hoursOn(db, crew.id, '2026-03-31')).toEqual(['08:00-12:00', '13:30-18:00'])
    expect(await hoursOn(db, crew.id, '2026-03-03')).toEqual([])
    const minutes = await minutesOf(db, area.id, friday)
    expect(minutes.map((left) => left > 0)).toEqual([true, true, true, true, false])
    expect(await auditOf(db, `crew:${crew.id}`)).toMatchObject([
      { action: 'shifts_changed', by: dispatcher.actor.id },
    ])
  })

  test.each([
    ['25:00–26:00', 'validation:hoursOutside'],
    ['08:00–24:30', 'validation:hoursOutside'],
    ['22:00–06:00', 'validation:hoursOrder'],
    ['08:00–08:00', 'validation:hoursOrder'],
    ['08:00–12:00, 11:59–13:00', 'validation:hoursOverlap'],
    ['eight to four', 'validation:hours'],
  ])('refuses %s', (hours, message) => {
    expect(() => pattern([hours])).toThrow(message)
  })

  test('takes the whole day, and hours that touch', () => {
    const { hours } = pattern(['00:00至8:00；08:00~24:00']).pattern
    expect(hours[0]!.hours).toEqual([
      { from: '00:00', to: '08:00' },
      { from: '08:00', to: '24:00' },
    ])
  })

  test('the database refuses a shift of no length, one that ends before it begins, and a week 9', async () => {
    const { db, crew } = await scene()
    const shift = { crewId: crew.id, weekday: 7, startsAt: '08:00', endsAt: '12:00' }
    const refusedRows = [
      { ...shift, endsAt: '08:00' },
      { ...shift, startsAt: '22:00', endsAt: '06:00' },
      { ...shift, week: 9 },
      { ...shift, weekday: 8 },
    ]
    for (const row of refusedRows) await expect(db.insert(shifts).values(row)).rejects.toThrow()
    await expect(
      db.update(crews).set({ rotationFrom: '2026-03-10' }).where(eq(crews.id, crew.id)),
    ).rejects.toThrow()
  })

  test('Q-6 a colleague’s change is not overwritten; others may not change them', async () => {
    const { crew, dispatcher, manager, desk } = await scene()
    const seen = stampOf(await readPattern(dispatcher, crew.id))
    await changeShifts(manager, crew.id, pattern(['09:00–17:00'], { seen }))
    await expect(
      changeShifts(dispatcher, crew.id, pattern(['10:00–16:00'], { seen })),
    ).rejects.toMatchObject({ code: 'supplyChanged' })
    await expect(
      changeShifts(desk, crew.id, pattern(['10:00–16:00'], { seen })),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('DS-3 name the visits they strand before anything is kept, beyond the windows too', async () => {
    const { db, crew, dispatcher } = await scene()
    const soon = await aVisitOf(db, crew.id, friday, '15:30')
    const later = await aVisitOf(db, crew.id, '2026-05-15', '15:30')
    await aVisitOf(db, crew.id, friday, '08:30')
    const seen = stampOf(await readPattern(dispatcher, crew.id))
    const mornings = { seen, strands: '' }
    const change = (agreed: string) =>
      changeShifts(dispatcher, crew.id, pattern(['08:00–12:00'], { ...mornings, strands: agreed }))
    const { ids, agreed } = await namedBy(change(''))
    expect(ids).toEqual([soon.id, later.id])
    expect(stampOf(await readPattern(dispatcher, crew.id))).toBe(seen)
    await change(agreed)
    for (const { id, plannedStart } of [soon, later]) {
      expect(await visitNow(db, id)).toMatchObject({ stranded: true, plannedStart })
    }
  })
})

describe('BK-1 one day that differs', () => {
  const exception = (facts: Record<string, unknown>) =>
    exceptionForm('2026-01-01').parse({ day: friday, kind: 'off', note: '培训', ...facts })

  test('is off or has other hours, shows on the roster, and its removal restores the pattern', async () => {
    const { db, crew, area, dispatcher } = await scene()
    const before = await minutesOf(db, area.id, friday)
    await makeException(dispatcher, crew.id, exception({ kind: 'hours', hours: '13:00–20:00' }))
    expect(await hoursOn(db, crew.id, friday)).toEqual(['13:00-20:00'])
    const minutes = await minutesOf(db, area.id, friday)
    expect(minutes.map((left) => left > 0)).toEqual([false, false, true, true, true])
    const { crews: rows } = await readRoster(dispatcher, { from: friday, days: 1 })
    expect(rows.find(({ id }) => id === crew.id)!.days[0]).toMatchObject({
      mark: 'late',
      exception: '培训',
    })
    await expect(makeException(dispatcher, crew.id, exception({}))).rejects.toMatchObject({
      code: 'exceptionThere',
    })
    await removeException(dispatcher, crew.id, friday, { agreed: undefined })
    expect(await minutesOf(db, area.id, friday)).toEqual(before)
  })

  test('DS-3 names what it strands; a day that is over can’t be changed', async () => {
    const { db, crew, dispatcher } = await scene()
    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const { ids, agreed } = await namedBy(makeException(dispatcher, crew.id, exception({})))
    expect(ids).toEqual([visit.id])
    await makeException(dispatcher, crew.id, exception({ strands: agreed }))
    expect((await visitNow(db, visit.id)).stranded).toBe(true)
    const past = exception({ day: '2026-03-09' })
    await expect(makeException(dispatcher, crew.id, past)).rejects.toMatchObject({
      code: 'dayPast',
    })
  })
})

test('BK-7 a company holiday takes every crew off but those with hours of their own, and gives the day back', async () => {
  const { db, crew, area, manager, dispatcher } = await scene()
  const holiday = { day: '2026-03-14', nameZh: '店庆', nameEn: 'Anniversary', strands: '' }
  const before = await minutesOf(db, area.id, holiday.day)
  await expect(addHoliday(dispatcher, holiday)).rejects.toMatchObject({ kind: 'forbidden' })
  await addHoliday(manager, holiday)
  expect(await minutesOf(db, area.id, holiday.day)).toEqual([0, 0, 0, 0, 0])
  await expect(addHoliday(manager, holiday)).rejects.toMatchObject({ code: 'holidayThere' })
  const works = exceptionForm('2026-03-10').parse({
    day: holiday.day,
    kind: 'hours',
    hours: '08:00–12:00',
  })
  await makeException(dispatcher, crew.id, works)
  expect((await minutesOf(db, area.id, holiday.day))[0]).toBeGreaterThan(0)
  await removeException(dispatcher, crew.id, holiday.day, { agreed: undefined })
  await removeHoliday(manager, holiday.day)
  expect(await minutesOf(db, area.id, holiday.day)).toEqual(before)
})

describe('BK-1 a crew', () => {
  const form = (areaId: number, facts: Record<string, unknown> = {}) =>
    CrewForm.parse({
      nameZh: '新组',
      nameEn: 'New crew',
      skills: ['repair'],
      homeAreaId: String(areaId),
      membersNeeded: '1',
      active: 'yes',
      ...facts,
    })

  test('that goes to another area has windows there; one no longer in use strands its visits', async () => {
    const { db, crew, area, manager } = await scene()
    const there = await anArea(db)
    const seen = async () => stampOf(await readCrewFacts(manager, crew.id))
    await changeCrew(manager, crew.id, form(area.id, { areaIds: [there.id], seen: await seen() }))
    expect((await minutesOf(db, there.id, friday)).some((left) => left > 0)).toBe(true)

    const visit = await aVisitOf(db, crew.id, friday, '10:30')
    const idle = { active: undefined, seen: await seen() }
    const { ids, agreed } = await namedBy(changeCrew(manager, crew.id, form(area.id, idle)))
    expect(ids).toEqual([visit.id])
    await changeCrew(manager, crew.id, form(area.id, { ...idle, strands: agreed }))
    expect((await visitNow(db, visit.id)).stranded).toBe(true)
    expect(await minutesOf(db, there.id, friday)).toEqual([0, 0, 0, 0, 0])
  })

  test('is added with its home area among those it goes to; not by a dispatcher', async () => {
    const { db, area, manager, dispatcher } = await scene()
    await expect(addCrew(dispatcher, form(area.id))).rejects.toMatchObject({ kind: 'forbidden' })
    const id = await addCrew(manager, form(area.id))
    expect(await readCrewFacts(manager, id)).toMatchObject({ areaIds: [area.id], active: true })
    const made = await db.select().from(windows).where(eq(windows.areaId, area.id))
    expect(made.length).toBeGreaterThan(0)
    expect(only(await db.select().from(crews).where(eq(crews.id, id))).rotationWeeks).toBe(1)
  })
})
