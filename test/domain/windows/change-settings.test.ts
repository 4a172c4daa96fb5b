import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { windows } from '#db/schema/bookings.ts'
import { settings } from '#db/schema/settings.ts'
import { visits } from '#db/schema/visits.ts'
import { BookingRulesForm, CategoriesForm } from '#app/domain/windows/booking-settings-form.ts'
import {
  changeBookableCategories,
  changeBookingRules,
  readBookingRules,
} from '#app/domain/windows/change-booking-settings.server.ts'
import { changeService, readService } from '#app/domain/windows/change-service.server.ts'
import { ServiceForm } from '#app/domain/windows/service-form.ts'
import { hoursText } from '#app/platform/day-hours.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { dayOf, timeOf } from '#app/platform/time.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { aColleague } from '#test/factories/staff.ts'
import { testDatabase } from '#test/setup/database.ts'
import { aServingCrew, aVisitOf } from '../crews/scene.ts'

const database = testDatabase()
const friday = '2026-03-13'

async function scene() {
  const { db } = database
  const { crew, area } = await aServingCrew(db, {})
  const as = async (role: 'aftersales_manager' | 'desk' | 'dispatcher') =>
    contextOf(db, await aColleague(db, role))
  const manager = await as('aftersales_manager')
  const rules = await readBookingRules(manager)
  const standing = {
    ...Object.fromEntries(
      Object.entries(rules).map(([key, value]) => [key, `${value as string | number}`]),
    ),
    heldShare: String(Math.round(rules.heldShare * 100)),
    restHours: hoursText(rules.restHours),
    seen: stampOf(rules),
  }
  const repair = await readService(manager, 'repair')
  const service = {
    durationMinutes: repair.durationMinutes,
    travelMinutes: String(repair.travelMinutes),
    hours: hoursText(repair.hours),
    online: 'yes',
    seen: stampOf(repair),
  }
  return { db, crew, area, manager, desk: await as('desk'), standing, service }
}

const repairHours = async (db: typeof database.db, areaId: number, day: string) =>
  (await db.select().from(windows).where(eq(windows.areaId, areaId)).orderBy(windows.startsAt))
    .filter((row) => row.day === day && row.service === 'repair')
    .map(({ startsAt, endsAt }) => `${timeOf(startsAt)}-${timeOf(endsAt)}`)

describe('BK-1 a service', () => {
  test('offered at other hours has its empty windows made anew; what is booked keeps its own', async () => {
    const { db, crew, area, manager, service } = await scene()
    const booked = (await db.select().from(windows).where(eq(windows.areaId, area.id))).find(
      ({ day, startsAt }) => day === friday && timeOf(startsAt) === '08:30',
    )!
    const visit = await aVisitOf(db, crew.id, friday, '08:30')
    await db.update(visits).set({ windowId: booked.id }).where(eq(visits.id, visit.id))
    const hours = '09:00–11:00, 14:00–16:00'
    await changeService(manager, 'repair', ServiceForm.parse({ ...service, hours }))
    expect(await repairHours(db, area.id, friday)).toEqual([
      '08:30-10:30',
      '09:00-11:00',
      '14:00-16:00',
    ])
    expect(await repairHours(db, area.id, '2026-03-14')).toEqual(['09:00-11:00', '14:00-16:00'])
    const seen = stampOf(await readService(manager, 'repair'))
    await changeService(manager, 'repair', ServiceForm.parse({ ...service, seen }))
  })

  test('BK-7 is not offered in rest hours, for no time, at overlapping hours or at none', async () => {
    const { manager, service } = await scene()
    const form = (facts: object) => ServiceForm.parse({ ...service, ...facts })
    await expect(
      changeService(manager, 'repair', form({ hours: '11:00–12:30' })),
    ).rejects.toMatchObject({
      code: 'hoursTouchRest',
      values: { hours: '11:00–12:30', rest: '12:00–13:30' },
    })
    for (const duration of [0, -5, 721, '']) {
      expect(() => form({ durationMinutes: duration })).toThrow('validation:duration')
    }
    expect(() => form({ travelMinutes: '' })).toThrow('validation:travel')
    expect(() => form({ hours: '' })).toThrow('validation:hoursNone')
    expect(() => form({ hours: '09:00–11:00, 10:00–12:00' })).toThrow('validation:hoursOverlap')
    expect(form({ hours: '10:00–12:00, 13:30–15:00' }).hours).toHaveLength(2)
  })

  test('Q-6 changed by a colleague meanwhile it is shown, not overwritten; the desk changes none', async () => {
    const { manager, desk, service } = await scene()
    const form = ServiceForm.parse({ ...service, durationMinutes: 75 })
    await expect(changeService(desk, 'repair', form)).rejects.toMatchObject({ kind: 'forbidden' })
    await changeService(manager, 'repair', form)
    await expect(
      changeService(manager, 'repair', ServiceForm.parse({ ...service, durationMinutes: 45 })),
    ).rejects.toMatchObject({ code: 'supplyChanged' })
  })
})

test('VS-8 a service may ask for three checks; its windows stay', async () => {
  const { db, area, manager, service } = await scene()
  const before = await repairHours(db, area.id, friday)
  await changeService(manager, 'repair', ServiceForm.parse({ ...service, threeChecks: 'yes' }))
  const after = await readService(manager, 'repair')
  expect(after.threeChecks).toBe(true)
  expect(await repairHours(db, area.id, friday)).toEqual(before)
  const seen = stampOf(after)
  await changeService(manager, 'repair', ServiceForm.parse({ ...service, seen }))
  expect((await readService(manager, 'repair')).threeChecks).toBe(false)
})

describe('BK-1 the rules of booking', () => {
  test('more days ahead have windows at once; each change is kept with who made it', async () => {
    const { db, area, manager, standing } = await scene()
    await changeBookingRules(manager, BookingRulesForm.parse({ ...standing, bookingDays: '8' }))
    const days = (await db.select().from(windows).where(eq(windows.areaId, area.id))).map(
      ({ startsAt }) => dayOf(startsAt),
    )
    expect(days.sort().at(-1)).toBe('2026-03-18')
    const [row] = await db.select().from(settings).where(eq(settings.key, 'bookingDays'))
    expect(row).toMatchObject({ value: 8, updatedBy: manager.actor.id })
    await expect(
      changeBookingRules(manager, BookingRulesForm.parse({ ...standing, bookingDays: '9' })),
    ).rejects.toMatchObject({ code: 'supplyChanged' })
  })

  test('BK-7 rest hours may not fall on hours that are offered', async () => {
    const { manager, standing } = await scene()
    const rest = BookingRulesForm.parse({ ...standing, restHours: '10:00–10:30, 12:00–13:30' })
    await expect(changeBookingRules(manager, rest)).rejects.toMatchObject({
      code: 'restTouchesHours',
    })
  })

  test.each([
    ['heldShare', '91'],
    ['bookingDays', '0'],
    ['callAheadMinutes', '1'],
    ['agreeDays', ''],
    ['leaveHours', '721'],
  ])('refuses %s of “%s”', async (rule, value) => {
    const { standing } = await scene()
    expect(() => BookingRulesForm.parse({ ...standing, [rule]: value })).toThrow('validation:')
  })

  test('the desk switches on what may be booked as it is reported, and changes nothing else', async () => {
    const { desk, standing } = await scene()
    const { bookableCategories } = await currentSettings(desk)
    await changeBookableCategories(
      desk,
      CategoriesForm.parse({
        bookableCategories: ['loose', 'door'],
        seen: stampOf(bookableCategories),
      }),
    )
    expect((await currentSettings(desk)).bookableCategories).toEqual(['door', 'loose'])
    await expect(changeBookingRules(desk, BookingRulesForm.parse(standing))).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
