import { desc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { serviceCalendars } from '#db/schema/clocks.ts'
import { changeHours, hoursSubject, readHours } from '#app/domain/settings/change-hours.server.ts'
import { HoursForm } from '#app/domain/settings/hours-form.ts'
import { translate } from '#app/i18n/translator.server.ts'
import { readWeek, weekText, weekWords } from '#app/platform/week-words.ts'
import { everyDay } from '#app/platform/day-hours.ts'
import { isStaffed, nextStaffed, serviceHours } from '#app/platform/service-hours.server.ts'
import { currentSettings } from '#app/platform/settings.server.ts'
import { stampOf } from '#app/platform/stamp.server.ts'
import { testDatabase } from '#test/setup/database.ts'
import { as, auditOf, forbidden, rolesWithout, stale } from './scene.ts'

const database = testDatabase()
const manager = () => as(database.db, 'aftersales_manager')

const typed = {
  day1: '8:30-12:00，13:30～20:00',
  day2: '08:30–20:00',
  day3: '08:30–20:00',
  day4: '08:30–20:00',
  day5: '08:30–20:00',
  day6: '09:00–18:00',
  day7: '',
  quietFrom: '21:30',
  quietTo: '07:30',
  seen: '',
}
const parsed = (facts: Partial<typeof typed> = {}) => HoursForm.parse({ ...typed, ...facts })

describe('IN-2 the service hours', () => {
  test('are those saved, day by day; who changed what is told, and the clocks’ calendar with it', async () => {
    const ctx = await manager()
    const before = await readHours(ctx)
    const form = parsed({ seen: stampOf(before) })
    await changeHours(ctx, form)
    await changeHours(ctx, form)
    const settings = await currentSettings(ctx)
    expect(settings.serviceHours[1]).toEqual([
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '20:00' },
    ])
    expect(settings.serviceHours[7]).toEqual([])
    expect(settings.quietHours).toEqual({ from: '21:30', to: '07:30' })
    expect(await auditOf(database.db, hoursSubject)).toMatchObject([
      {
        by: ctx.actor.id,
        data: { serviceHours: [weekText(before.serviceHours), weekText(form.serviceHours)] },
      },
    ])
    const kept = await database.db
      .select()
      .from(serviceCalendars)
      .orderBy(desc(serviceCalendars.from))
    expect(kept.map(({ week }) => week)).toEqual([form.serviceHours, before.serviceHours])
    await expect(changeHours(await manager(), parsed({ seen: 'x', day7: '09:00–10:00' })))
      .rejects
      .toMatchObject(stale)
    const service = await serviceHours(ctx)
    const sunday = new Date('2026-03-15T10:00:00+08:00')
    expect(isStaffed(service, sunday)).toBe(false)
    expect(nextStaffed(service, sunday)).toEqual(new Date('2026-03-16T08:30:00+08:00'))
    expect(isStaffed(service, new Date('2026-03-16T12:30:00+08:00'))).toBe(false)
  })

  test.each(rolesWithout('settings:manage'))('are no matter of a %s', async (role) => {
    await expect(changeHours(await as(database.db, role), parsed())).rejects.toMatchObject(
      forbidden,
    )
  })

  test.each([
    [{ day1: '20:00–08:30' }, 'day1', 'validation:hoursOrder'],
    [{ day1: 'all day' }, 'day1', 'validation:hours'],
    [{ quietTo: '' }, 'quietTo', 'validation:time'],
    [{ quietTo: '21:30' }, 'quietTo', 'validation:quietSame'],
    [{ quietTo: '25:00' }, 'quietTo', 'validation:time'],
  ])('that make no sense are refused: %j', (facts, path, message) => {
    const result = HoursForm.safeParse({ ...typed, ...facts })
    expect(result.error?.issues).toMatchObject([{ path: [path], message }])
  })

  test('there are some on at least one day', () => {
    const none = { day1: '', day2: '', day3: '', day4: '', day5: '', day6: '', day7: '' }
    const result = HoursForm.safeParse({ ...typed, ...none })
    expect(result.error?.issues[0]).toMatchObject({ message: 'validation:hoursNone' })
  })

  test('are said in one line, and the log’s line is read again', () => {
    const week = parsed().serviceHours
    expect(weekWords(translate('zh-CN'), week)).toBe(
      '周一 08:30–12:00, 13:30–20:00；周二至周五 08:30–20:00；周六 09:00–18:00',
    )
    expect(weekWords(translate('en'), week)).toBe(
      'Mon 08:30–12:00, 13:30–20:00; Tue–Fri 08:30–20:00; Sat 09:00–18:00',
    )
    expect(weekWords(translate('en'), everyDay({ from: '08:30', to: '22:00' }))).toBe(
      'every day 08:30–22:00',
    )
    expect(readWeek(weekText(week))).toEqual(week)
    expect(readWeek('1 whenever')).toBeNull()
  })
})
