import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { services, windows } from '#db/schema/bookings.ts'
import { crewAreas, crews, holidays, leaves, shiftExceptions, shifts } from '#db/schema/crews.ts'
import { settings } from '#db/schema/settings.ts'
import { visits } from '#db/schema/visits.ts'
import {
  bookableSpan,
  cutOffOf,
  listWindows,
  makeWindows,
  makeWindowsOf,
} from '#app/domain/windows/index.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aCrew } from '#test/factories/crews.ts'
import { aColleague } from '#test/factories/staff.ts'
import { anArea } from '#test/factories/stores.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { testDatabase } from '#test/setup/database.ts'

// Read once, by whoever asks first.
vi.hoisted(() => (process.env.COMPANY_ZONE = 'America/New_York'))

const database = testDatabase()
const db = () => database.db
/** Friday, 6 March 2026, nine in New York; clocks go forward on Sunday night, 8 March. */
const now = new Date('2026-03-06T14:00:00Z')
const ctx = (at = now) => contextOf(db(), { kind: 'job' }, { now: at })
const make = (...days: string[]) => inTransaction(ctx(), (tx) => makeWindowsOf(tx, days))

beforeEach(async () => {
  await db().delete(visits)
  await db().delete(windows)
  await db().update(crews).set({ active: false })
  await db().delete(crewAreas)
  await db().delete(holidays)
  await db().delete(settings)
})

/** A survey crew at work all day, every day, in an area of its own; its service is offered at these hours. */
async function surveyors(hours: { from: string; to: string }[]) {
  const area = await anArea(db())
  const crew = await aCrew(db(), { skills: ['survey'], areas: [area] })
  await db().delete(shifts).where(eq(shifts.crewId, crew.id))
  const week = [1, 2, 3, 4, 5, 6, 7]
  await db()
    .insert(shifts)
    .values(
      week.map((weekday) => ({ crewId: crew.id, weekday, startsAt: '00:00', endsAt: '24:00' })),
    )
  await db().update(services).set({ hours }).where(eq(services.key, 'survey'))
  return { area, crew }
}

const madeFor = (areaId: number) =>
  db()
    .select()
    .from(windows)
    .where(and(eq(windows.areaId, areaId), eq(windows.service, 'survey')))
    .orderBy(windows.startsAt)

const usual = [
  { from: '08:30', to: '10:30' },
  { from: '13:30', to: '15:30' },
]

describe('BK-1 windows are made from the supply', () => {
  test('for every day of the horizon, once', async () => {
    const { area } = await surveyors(usual)
    await db().insert(settings).values({ key: 'bookingDays', value: 4, updatedAt: now })
    await makeWindows(ctx())
    const made = await madeFor(area.id)
    expect(made).toHaveLength(10)
    expect(made.map(({ capacityMinutes }) => capacityMinutes)).toEqual(made.map(() => 60))
    await makeWindows(ctx())
    expect(await madeFor(area.id)).toEqual(made)
    const offered = await listWindows(ctx(), { service: 'survey', areaId: area.id })
    expect(offered.map(({ day }) => day)[0]).toBe('2026-03-07')
    expect(offered.at(-1)!.day).toBe('2026-03-10')
  })

  test('none where no crew goes', async () => {
    await surveyors(usual)
    const elsewhere = await anArea(db())
    await make('2026-03-09')
    expect(await madeFor(elsewhere.id)).toEqual([])
  })

  test('when clocks change the hours on the wall stay, and an hour that is skipped is not offered', async () => {
    const { area } = await surveyors([
      { from: '01:30', to: '03:30' },
      { from: '02:00', to: '03:00' },
      { from: '08:30', to: '10:30' },
    ])
    await make('2026-03-08')
    const made = await madeFor(area.id)
    expect(
      made.map(({ startsAt, endsAt }) => [startsAt.toISOString(), endsAt.toISOString()]),
    ).toEqual([
      ['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z'],
      ['2026-03-08T12:30:00.000Z', '2026-03-08T14:30:00.000Z'],
    ])
    expect(made.map(({ capacityMinutes }) => capacityMinutes)).toEqual([60, 60])
  })

  test('BK-7 hours that touch meals or the night are not offered', async () => {
    const { area } = await surveyors([
      { from: '10:30', to: '12:00' },
      { from: '11:00', to: '13:00' },
      { from: '18:00', to: '20:00' },
      { from: '19:00', to: '21:00' },
    ])
    await make('2026-03-09')
    expect((await madeFor(area.id)).map(({ startsAt }) => startsAt.getUTCHours() - 4)).toEqual([
      10, 18,
    ])
  })

  test('a holiday, an exception and leave take them away, in part where only a part is gone', async () => {
    const { area, crew } = await surveyors(usual)
    await db().insert(holidays).values({ day: '2026-03-09', nameZh: '节日', nameEn: 'Holiday' })
    await db().insert(shiftExceptions).values({
      crewId: crew.id,
      day: '2026-03-10',
      startsAt: '13:00',
      endsAt: '17:00',
      createdAt: now,
    })
    const colleague = await aColleague(db(), 'crew', { crewId: crew.id })
    await db()
      .insert(leaves)
      .values({
        crewId: crew.id,
        staffId: colleague.id,
        // 14:00 to 15:00 in New York: an hour less in the middle of a window leaves no hour of work.
        startsAt: new Date('2026-03-11T18:00:00Z'),
        endsAt: new Date('2026-03-11T19:00:00Z'),
        reason: '看病',
        status: 'approved',
        askedBy: colleague.id,
        askedAt: now,
        decidedBy: colleague.id,
        decidedAt: now,
      })
    await make('2026-03-09', '2026-03-10', '2026-03-11')
    const made = await madeFor(area.id)
    expect(made.map(({ capacityMinutes }) => capacityMinutes)).toEqual([0, 0, 0, 60, 60, 0])
  })

  test('hours no longer offered go, unless somebody booked or closed them', async () => {
    const { area, crew } = await surveyors(usual)
    await make('2026-03-09', '2026-03-10')
    const [booked, , closed] = await madeFor(area.id)
    await aConfirmedVisit(db(), {
      crewId: crew.id,
      windowId: booked!.id,
      skill: 'survey',
      plannedStart: booked!.startsAt,
      plannedEnd: new Date(+booked!.startsAt + 3_600_000),
    })
    const dispatcher = await aColleague(db(), 'dispatcher')
    await db()
      .update(windows)
      .set({ closedAt: now, closedBy: dispatcher.id, closeReason: '盘点' })
      .where(eq(windows.id, closed!.id))
    await db()
      .update(services)
      .set({ hours: [{ from: '09:00', to: '11:00' }] })
      .where(eq(services.key, 'survey'))
    await make('2026-03-09', '2026-03-10')
    const left = await madeFor(area.id)
    expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([booked!.id, closed!.id]))
    expect(left).toHaveLength(4)
    expect(left.find(({ id }) => id === booked!.id)).toMatchObject({
      bookedMinutes: 60,
      bookedVisits: 1,
    })
  })
})

describe('BK-3 what may still be booked and changed', () => {
  const days = { cutOff: '17:30', bookingDays: 30 }
  const at = (time: string) => new Date(`2026-03-06T${time}:00-05:00`)

  test('from tomorrow on; a delivery until its vehicle is loaded the day before', () => {
    expect(bookableSpan('repair', at('23:30'), days)).toMatchObject({
      from: '2026-03-07',
      to: '2026-04-05',
    })
    expect(bookableSpan('delivery', at('17:29'), days).from).toBe('2026-03-07')
    expect(bookableSpan('delivery', at('17:30'), days).from).toBe('2026-03-08')
  })

  test('the cut-off is an hour on the wall, also on the day clocks change', () => {
    expect(cutOffOf('2026-03-07', days)).toEqual(at('17:30'))
    expect(cutOffOf('2026-03-09', days)).toEqual(new Date('2026-03-08T21:30:00Z'))
  })
})
