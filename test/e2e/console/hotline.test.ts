import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const as = async (account: string, options: Partial<PageOptions> = {}) => {
  const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 409/)
  return page
}
const sees = (page: Page, words: string) => page.locator('main', { hasText: words }).waitFor()
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** Far from what the demo has planned; a Monday. */
const week = '2098-12-29'
const roster = (monday: string) => `/console/hotline/roster?week=${monday}`

test('IN-2: who is still to be called stands on the hotline, with the time left', async () => {
  const number = await site.database.ask(async (sql) => {
    const [row] = await sql<{ number: string }[]>`
      select t.number from tickets t join ticket_clocks c on c.ticket_id = t.id and c.kind = 'first_contact'
      where c.running_since is not null order by c.due_at limit 1`
    return row!.number
  })
  for (const locale of ['zh-CN', 'en'] as const) {
    const page = await as('desk', { locale })
    await page.goto('/console/hotline')
    await page.locator(`main th a[href="/console/tickets/${number}"]`).waitFor()
    await expectNoAxeViolations(page)
  }
  const phone = await as('caller', { viewport: 'phone' })
  await phone.goto('/console/hotline')
  expect(await phone.evaluate(overflow)).toBe(0)
})

test('the roster of a week is typed, corrected, kept, copied and printed', async () => {
  const page = await as('manager')
  await page.goto(roster(week))
  await alive(page)
  const first = page.locator('.duty tbody tr').first()
  const name = await first.locator('th').innerText()
  await first.locator('textarea').nth(0).fill('8:30-15:00')
  await first.locator('textarea').nth(1).fill('18-9')
  allowTrouble(page, /status of (409|422)/)
  await page.locator('form .btn-go').click()
  await page.locator('.duty .error').waitFor()
  expect(await first.locator('textarea').nth(0).inputValue()).toBe('8:30-15:00')
  await first.locator('textarea').nth(1).fill('')
  await page.locator('form .btn-go').click()
  await sees(page, '值班表已保存')
  expect(await first.locator('textarea').nth(0).inputValue()).toBe('08:30–15:00')
  await sees(page, '15:00–22:00')
  await sees(page, '谁改了什么')
  await expectNoAxeViolations(page)

  // What was typed and isn't kept yet isn't lost by a wrong key.
  await first.locator('textarea').nth(2).fill('9点到12点半')
  const questions: string[] = []
  page.once('dialog', (dialog) => {
    questions.push(dialog.message())
    void dialog.dismiss()
  })
  await page.getByRole('link', { name: '下一周' }).click()
  await expect.poll(() => questions.length).toBe(1)
  expect(await first.locator('textarea').nth(2).inputValue()).toBe('9点到12点半')
  await page.locator('form .btn-go').click()
  await sees(page, '09:00–12:30')

  await page.locator('a', { hasText: '打印' }).click()
  await page.waitForURL(/\/roster\/paper/)
  await sees(page, name)

  await page.goto(roster('2099-01-05'))
  await page.getByRole('button', { name: '照搬上一周' }).click()
  await sees(page, '值班表已保存')
  const copied = await page
    .locator('.duty tbody tr')
    .first()
    .locator('textarea')
    .first()
    .inputValue()
  expect(copied).toBe('08:30–15:00')

  const reader = await as('desk', { locale: 'en', viewport: 'phone' })
  await reader.goto(roster(week))
  await sees(reader, '08:30–15:00')
  expect(await reader.locator('.duty textarea').count()).toBe(0)
  expect(await reader.evaluate(overflow)).toBe(0)
  await expectNoAxeViolations(reader)
})

test('without scripts a week is kept; Q-6 one that a colleague changed meanwhile is shown first', async () => {
  const monday = '2097-12-30'
  const plain = await as('manager', { javaScript: false })
  await plain.goto(roster(monday))
  const other = await as('admin')
  await other.goto(roster(monday))
  await alive(other)
  const cell = (page: Page, row: number) =>
    page.locator('.duty tbody tr').nth(row).locator('textarea').first()
  await cell(other, 0).fill('09:00-12:00')
  await other.locator('form .btn-go').click()
  await sees(other, '值班表已保存')
  await cell(plain, 1).fill('12:00-18:00')
  await plain.locator('form .btn-go').click()
  await sees(plain, '刚才有同事改过这一周的值班')
  expect(await cell(plain, 1).inputValue()).toBe('12:00-18:00')
  await sees(plain, '09:00–12:00')
  await plain.locator('form .btn-go').click()
  await sees(plain, '值班表已保存')
})
