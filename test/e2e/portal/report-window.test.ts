import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aBooking, aDistrict, windowAt } from '#test/factories/districts.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { comingDays } from './coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()
const days = comingDays()

beforeAll(async () => {
  await site.database.connect({ max: 1 })`
    insert into settings (key, value, updated_at) values ('bookableCategories', '["door"]', now())
    on conflict (key) do update set value = excluded.value`
})

const goOn = (page: Page) => page.locator('form[data-step] .button--primary').click()
const stepIs = (page: Page, step: string) => page.waitForURL(new RegExp(`step=${step}(&|$)`))

async function toWhen(page: Page, { area, phone }: { area: string; phone: string }) {
  await page.goto('/report')
  await page.fill('#product', '三门橡木衣柜')
  await goOn(page)
  await stepIs(page, 'problem')
  await page.check('input[name="category"][value="door"]')
  await page.fill('#description', '中间那扇门往下掉')
  await goOn(page)
  await stepIs(page, 'where')
  await page.fill('#address', `${area}湖滨路 88 号`)
  await page.fill('#name', '林晓岚')
  await page.fill('#phone', phone)
  await goOn(page)
  await stepIs(page, 'when')
}

describe.each([
  ['zh-CN', true, '+8613900020001', zh],
  ['en', false, '+8613900020002', en],
] as const)('a report is given a window, %s (script: %s)', (locale, javaScript, phone, words) => {
  test('one that went meanwhile loses nothing, the nearest is booked with the ticket', async () => {
    const { db } = site.database
    const area = await aDistrict(db, { days })
    const window = await windowAt(db, {
      areaId: area.id,
      service: 'repair',
      day: days[1],
      from: '13:30',
    })
    const page = await openPage(browser, { locale, javaScript, baseUrl: site.url })
    allowTrouble(page, /409/)
    await toWhen(page, { area: area.nameZh, phone })
    expect(await page.locator('input[name=window]:checked').getAttribute('value')).toBe('')
    if (javaScript) await expectNoAxeViolations(page)
    await page.check(`input[name=window][value="${window.id}"]`)
    await page.fill('#preferredDays', '先打电话')
    await goOn(page)
    await stepIs(page, 'check')
    expect(await page.locator('.summary').nth(1).textContent()).toContain('13:30–15:30')
    await aBooking(db, window)
    await page.check('#consent')
    await goOn(page)
    const notice = page.locator('#error-summary')
    await notice.waitFor()
    expect(await notice.textContent()).toContain('13:30–15:30')
    expect(await page.locator('h1').textContent()).toBe(words.report.when.heading)
    expect(await page.locator('#preferredDays').inputValue()).toBe('先打电话')
    if (javaScript) await expectNoAxeViolations(page)
    const chosen = await page.locator('input[name=window]:checked').getAttribute('value')
    expect(chosen).toMatch(/^\d+$/)
    await goOn(page)
    await stepIs(page, 'check')
    await page.check('#consent')
    await goOn(page)
    await page.waitForURL(/\/report\/sent\//)
    const rows = await site.database.connect({ max: 1 })<{ window_id: string; status: string }[]>`
      select v.window_id, t.status from visits v join tickets t on t.id = v.ticket_id
      where t.phone = ${phone}`
    expect(rows).toEqual([{ window_id: chosen, status: 'scheduled' }])
  })
})
