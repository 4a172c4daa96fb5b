import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aBooking, aDistrict, windowAt } from '#test/factories/districts.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { aTrackLink, comingDays } from './coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()
const days = comingDays()
const words = { 'zh-CN': zh.track.visits, en: en.track.visits }

async function aSurvey() {
  const { db } = site.database
  const area = await aDistrict(db, { days })
  const at = (day: string, from: string) =>
    windowAt(db, { areaId: area.id, service: 'survey', day, from })
  const visit = await aBooking(db, await at(days[1], '08:30'))
  const track = await aTrackLink(site, visit.ticketId)
  const now = async () => {
    const sql = site.database.connect({ max: 1 })
    const [row] = await sql<{ window_id: string; status: string }[]>`
      select window_id, status from visits where id = ${visit.id}`
    return { windowId: Number(row!.window_id), status: row!.status }
  }
  return { at, visit, track, now, page: `${track}/visits/${visit.id}` }
}

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('BK-3 the customer changes a visit, %s (script: %s)', (locale, javaScript) => {
  const say = words[locale]
  const all = locale === 'en' ? en : zh
  const done = (kind: 'visit_moved' | 'visit_cancelled') =>
    all.track.mine[kind].replace('{{service}}', all.book.service.survey)

  test('moves it and cancels it from the private link', async () => {
    const { at, track, now, visit } = await aSurvey()
    const page = await openPage(browser, { locale, javaScript, baseUrl: site.url })
    await page.goto(track)
    if (javaScript) await expectNoAxeViolations(page)
    await page.locator(`a[href$="/visits/${visit.id}/window"]`).click()
    await page.locator('h1', { hasText: say.window.heading }).waitFor()
    if (javaScript) await expectNoAxeViolations(page)
    await page.locator(`a[href*="day=${days[2]}"]`).click()
    const window = await at(days[2], '13:30')
    await page.check(`input[name=window][value="${window.id}"]`)
    await page.getByRole('button', { name: say.window.submit }).click()
    await page.waitForURL(/\?moved/)
    expect(await page.locator('h1').textContent()).toBe(say.moved.heading)
    expect(await page.locator('.facts').textContent()).toContain('08:30–10:30')
    expect(await page.locator('.facts').textContent()).toContain('13:30–15:30')
    if (javaScript) await expectNoAxeViolations(page)
    expect(await now()).toEqual({ windowId: window.id, status: 'confirmed' })

    await page.getByRole('link', { name: say.back }).first().click()
    await page.getByText(done('visit_moved')).waitFor()
    await page.locator(`a[href$="/visits/${visit.id}/cancellation"]`).click()
    await page.locator('h1', { hasText: say.cancellation.heading }).waitFor()
    if (javaScript) await expectNoAxeViolations(page)
    expect(await now()).toMatchObject({ status: 'confirmed' })
    await page.getByRole('button', { name: say.cancellation.submit }).click()
    await page.locator('h1', { hasText: say.cancelled.heading }).waitFor()
    expect(await now()).toMatchObject({ status: 'cancelled' })
    await page.goto(track)
    await page.getByText(done('visit_cancelled')).waitFor()
    expect(await page.locator('a[href*="/visits/"]').count()).toBe(0)
    expect(await page.locator('a[href="/book?service=survey"]').count()).toBe(1)
    if (javaScript) await expectNoAxeViolations(page)
    await page.goto(track.replace('/track/', '/book/sent/'))
    expect(new URL(page.url()).pathname).toBe(track)
  })

  test('loses a race, keeps their own time, and takes the nearest instead', async () => {
    const { at, visit, page: address, now } = await aSurvey()
    const page = await openPage(browser, { locale, javaScript, baseUrl: site.url })
    allowTrouble(page, /409/)
    const wanted = await at(days[2], '10:30')
    await page.goto(`${address}/window?day=${days[2]}`)
    await page.check(`input[name=window][value="${wanted.id}"]`)
    await aBooking(site.database.db, wanted)
    await page.getByRole('button', { name: say.window.submit }).click()
    const notice = page.locator('#error-summary')
    await notice.waitFor()
    expect(await notice.textContent()).toContain('10:30–12:00')
    expect(await page.title()).toContain(locale === 'en' ? 'Error: ' : '错误：')
    expect(await now()).toEqual({ windowId: visit.windowId, status: 'confirmed' })
    expect(await page.locator('input[name=window]').count()).toBe(3)
    if (javaScript) await expectNoAxeViolations(page)
    const nearest = await page.locator('input[name=window]:checked').getAttribute('value')
    await page.getByRole('button', { name: say.window.submit }).click()
    await page.waitForURL(/\?moved/)
    expect(await now()).toEqual({ windowId: Number(nearest), status: 'confirmed' })
  })

  test('after the cut-off is told whom to call, and nothing changes', async () => {
    const { at, visit, page: address, now } = await aSurvey()
    const sql = site.database.connect({ max: 1 })
    await sql`
      update visits set window_start = now() + interval '1 hour', window_end = now() + interval '3 hours'
      where id = ${visit.id}`
    const page = await openPage(browser, { locale, javaScript, baseUrl: site.url })
    for (const child of ['window', 'cancellation']) {
      await page.goto(`${address}/${child}`)
      expect(await page.locator('h1').textContent()).toBe(say.closed.heading)
      expect(await page.locator('main .notice').textContent()).toContain('17:30')
      expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0)
      if (javaScript) await expectNoAxeViolations(page)
    }
    const window = await at(days[2], '13:30')
    for (const [child, body] of [
      ['window', `window=${window.id}`],
      ['cancellation', ''],
    ] as const) {
      const { status } = await fetch(`${site.url}${address}/${child}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body,
      })
      expect(status).toBe(409)
    }
    expect(await now()).toEqual({ windowId: visit.windowId, status: 'confirmed' })
  })
})

async function aDelivery() {
  const { db } = site.database
  const area = await aDistrict(db, { crews: 2, days })
  const at = (service: 'delivery' | 'install', day: string, from: string) =>
    windowAt(db, { areaId: area.id, service, day, from })
  const delivery = await aBooking(db, await at('delivery', days[0], '08:30'))
  const { ticketId } = delivery
  const install = await aBooking(db, await at('install', days[0], '13:30'), {
    ticketId,
    after: delivery,
  })
  const track = await aTrackLink(site, ticketId)
  return { at, delivery, install, track }
}

test('BK-1 with a script no installation can be chosen before its delivery', async () => {
  const { at, delivery, track } = await aDelivery()
  const page = await openPage(browser, { locale: 'zh-CN', javaScript: true, baseUrl: site.url })
  await page.goto(`${track}/visits/${delivery.id}/window?day=${days[2]}`)
  await page.locator('[data-chosen]').waitFor()
  expect(await page.locator('input[name=install]:checked').count()).toBe(0)
  const early = await at('install', days[2], '13:30')
  await page.check(`input[name=install][value="${early.id}"]`)
  const late = await at('delivery', days[2], '13:30')
  await page.check(`input[name=window][value="${late.id}"]`)
  const second = page.locator(`input[name=install][value="${early.id}"]`)
  expect(await second.isDisabled()).toBe(true)
  expect(await page.locator('input[name=install]:checked').count()).toBe(0)
  expect(await page.locator('[data-chosen]').textContent()).toContain('13:30–15:30')
})

test('BK-1 a delivery that moves takes its installation along', async () => {
  const { at, delivery, install, track } = await aDelivery()
  const page = await openPage(browser, { locale: 'zh-CN', javaScript: false, baseUrl: site.url })
  await page.goto(track)
  expect(await page.locator('a[href$="/window"]').count()).toBe(2)
  await page.goto(`${track}/visits/${delivery.id}/window?day=${days[2]}`)
  expect(await page.locator('input[name=install][value=keep]').count()).toBe(0)
  const later = await at('delivery', days[2], '08:30')
  const second = await at('install', days[2], '13:30')
  await page.check(`input[name=window][value="${later.id}"]`)
  expect(await page.locator('input[name=install]:checked').count()).toBe(0)
  allowTrouble(page, /409/)
  await page.getByRole('button', { name: zh.track.visits.window.submit }).click()
  await page.locator('#install-error').waitFor()
  await page.check(`input[name=window][value="${later.id}"]`)
  await page.check(`input[name=install][value="${second.id}"]`)
  await page.getByRole('button', { name: zh.track.visits.window.submit }).click()
  await page.waitForURL(/\?moved/)
  const sql = site.database.connect({ max: 1 })
  const rows = await sql<{ window_id: string }[]>`
    select window_id from visits where id in (${delivery.id}, ${install.id}) order by id`
  expect(rows.map((row) => Number(row.window_id))).toEqual([later.id, second.id])
})
