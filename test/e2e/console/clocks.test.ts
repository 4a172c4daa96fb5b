import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const asManager = (options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, 'manager@demo.test', options)
const save = (page: Page) => page.locator('main form[method=post] button.btn-go').click()

/** An assessed repair whose first clock is due in some seconds, in as few of them as its page needs to open. */
async function dueIn(seconds: number): Promise<string> {
  const [row] = await site.database.ask(
    (sql) => sql<{ number: string }[]>`
      with soon as (
        select c.ticket_id, c.kind from ticket_clocks c join tickets t on t.id = c.ticket_id
        where c.due_at > now() + interval '10 min' and c.kind = t.next_due_clock
        order by random() limit 1),
      clock as (
        update ticket_clocks c set due_at = now() + ${seconds} * interval '1 s', escalated_at = null
        from soon where c.ticket_id = soon.ticket_id and c.kind = soon.kind
        returning c.ticket_id, c.due_at)
      update tickets t set next_due_at = clock.due_at from clock where t.id = clock.ticket_id
      returning t.number`,
  )
  return row!.number
}

describe.each<Locale>(['zh-CN', 'en'])('hours and targets, in %s', (locale) => {
  test.each(['desk', 'phone'] as const)(
    'both pages are whole at the size of a %s',
    async (viewport) => {
      const page = await asManager({ locale, viewport })
      for (const path of ['/console/admin/hours', '/console/admin/targets']) {
        await page.goto(path)
        await expectNoAxeViolations(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([path, overflow]).toEqual([path, 0])
      }
    },
  )
})

test.each([true, false])('IN-4: other targets are saved, with script %s', async (javaScript) => {
  const page = await asManager({ locale: 'en', javaScript })
  allowTrouble(page, javaScript ? /status of 422/ : /request csp|status of 422/)
  await page.goto('/console/admin/targets')
  const hours = page.getByLabel('On site (hours)').first()
  const before = Number(await hours.inputValue())
  await hours.fill('0')
  await save(page)
  await page.getByText('Enter a whole number').waitFor()
  await hours.fill(String(before + 1))
  await save(page)
  await page.waitForURL(/targets\?saved/)
  await page.locator('main [role=status]').waitFor()
  expect(await page.getByLabel('On site (hours)').first().inputValue()).toBe(String(before + 1))
  expect(await page.locator('.change-line').first().innerText()).toContain(
    `on site ${before + 1} h`,
  )
})

test('IN-2: on a day without service the portal says so, and the clocks wait', async () => {
  const page = await asManager({ locale: 'en' })
  await page.goto('/console/admin/hours')
  const today = await page.evaluate(() =>
    new Date().toLocaleDateString('en', { weekday: 'long', timeZone: 'Asia/Shanghai' }),
  )
  await page.getByLabel(today, { exact: true }).fill('')
  await save(page)
  await page.waitForURL(/hours\?saved/)
  await page.locator('main [role=status]').waitFor()
  const guest = await openPage(browser, { locale: 'en', viewport: 'phone', baseUrl: site.url })
  await guest.goto('/')
  expect(await guest.locator('main').innerText()).toContain('Nobody is there just now')
  await page.goto('/console/admin/hours')
  await page.getByLabel(today, { exact: true }).fill('00:00–24:00')
  await save(page)
  await page.waitForURL(/hours\?saved/)
  await guest.reload()
  expect(await guest.locator('main').innerText()).not.toContain('Nobody is there just now')
})

test('IN-4: the time left turns by itself, and the managers are told within a minute, once', async () => {
  const page = await asManager({ locale: 'en' })
  const number = await dueIn(15)
  await page.goto(`/console/tickets/${number}`)
  await alive(page)
  await page.locator('dl.clocks .clock.over').first().waitFor({ timeout: 40_000 })
  const told = await site.resend.waitForMail(
    ({ to, text }) => to.includes('manager@demo.test') && (text ?? '').includes(number),
    { timeout: 90_000 },
  )
  expect(told.subject).toContain('Overdue')
  await page.reload()
  expect(await page.locator('main').innerText()).toContain('Overdue, told to the manager')
  await page.goto('/console/tickets?queue=overdue')
  await alive(page)
  await expectNoAxeViolations(page)
  expect(await page.locator('.q .clock.over').filter({ hasText: 'over' }).count()).toBeGreaterThan(
    0,
  )
}, 180_000)
