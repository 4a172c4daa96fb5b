import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import enConsole from '#app/i18n/en/console.ts'
import en from '#app/i18n/en/customers.ts'
import enSettings from '#app/i18n/en/settings.ts'
import zhConsole from '#app/i18n/zh-CN/console.ts'
import zh from '#app/i18n/zh-CN/customers.ts'
import zhRefusals from '#app/i18n/zh-CN/refusals.ts'
import zhSettings from '#app/i18n/zh-CN/settings.ts'
import { type Locale, locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite({ env: { RESEND_API_KEY: undefined } })
const browser = useBrowser()
const words = {
  'zh-CN': { ...zh, console: zhConsole, settings: zhSettings },
  en: { ...en, console: enConsole, settings: enSettings },
}

const as = async (account: string, options: Partial<PageOptions> = {}) => {
  const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
  if (options.javaScript === false) allowTrouble(page, /request csp|status of (409|422)/)
  return page
}

let made = 0
/** Somebody who became known so many days ago. */
async function somebody(days: number) {
  const n = (made += 1)
  const [name, phone] = [
    `客户${String.fromCodePoint(0x5e00 + 30 * n)}${n}`,
    `+8613902${100_000 + n}`,
  ]
  const [row] = await site.database.ask(
    (sql) => sql<{ id: number }[]>`
      insert into customers (phone, name, address, locale, created_at)
      values (${phone}, ${name}, '上海市徐汇区漕溪路 1 号', 'zh-CN', now() - make_interval(days => ${days}))
      returning id`,
  )
  return { id: row!.id, name, phone, path: `/console/customers/${row!.id}` }
}

const gradeOf = (page: Page, grade: string) =>
  page.locator(`main input[name=grade][value="${grade}"]`)
const save = (page: Page) => page.locator('main form[method=post] .btn-go').click()
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const wide = async (page: Page) => expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)

describe.each<Locale>([...locales])('CU-1 regular contact, in %s', (locale) => {
  test('graded, due, found by way of Today, contacted, and no longer due', async () => {
    const t = words[locale]
    // Longer ago than any of the demo.
    const customer = await somebody(900)
    const page = await as('desk', { locale })
    await page.goto(customer.path)
    await alive(page)
    await page.locator('.side a[href$="/grade"]').click()
    await page.waitForURL(/\/grade$/)
    await expectNoAxeViolations(page)
    await gradeOf(page, 'A').check({ force: true })
    await page.getByRole('button', { name: t.grade.submit }).click()
    await page.waitForURL(new RegExp(`${customer.path}$`))
    const due = page.locator('.side', {
      hasText: t.contact.dueSince.replace('{{date}}', '').trim(),
    })
    await due.waitFor()
    await expectNoAxeViolations(page)

    await page.goto('/console')
    await alive(page)
    await page.locator('main a[href="/console/customers?due=yes"]').click()
    await page.waitForURL(/due=yes/)
    await expectNoAxeViolations(page)
    await page.locator('main select[name=grade]').selectOption('A')
    await page.getByRole('button', { name: t.console.list.apply, exact: true }).click()
    await page.waitForURL(/grade=A/)
    await page.getByRole('link', { name: customer.name }).click()
    await page.locator('main h1', { hasText: customer.name }).waitFor()

    allowTrouble(page, /status of 422/)
    await page.getByRole('link', { name: t.contact.did }).click()
    await page.waitForURL(/\/contacted$/)
    await page.getByRole('button', { name: t.contact.submit }).click()
    await page.locator('#contacted-body-error').waitFor()
    await expectNoAxeViolations(page)
    await page.locator('#contacted-body').fill('柜子都好，问了保养')
    await page.getByRole('button', { name: t.contact.submit }).click()
    await page.waitForURL(new RegExp(`${customer.path}$`))
    await page.locator('.side', { hasText: '柜子都好，问了保养' }).waitFor()
    expect(await due.count()).toBe(0)
    await page.goto(`/console/customers?due=yes&q=${customer.phone.slice(-6)}`)
    await page.getByText(t.list.emptyTitle).waitFor()
  })
})

test('CU-1: with other days between contacts the customers are due by them', async () => {
  const customer = await somebody(10)
  const page = await as('manager')
  await page.goto(`${customer.path}/grade`)
  await alive(page)
  await gradeOf(page, 'B').check({ force: true })
  await page.getByRole('button', { name: zh.grade.submit }).click()
  await page.waitForURL(new RegExp(`${customer.path}$`))
  await page.goto('/console/admin')
  await alive(page)
  await page.getByRole('link', { name: zhSettings.item.contact }).click()
  await page.waitForURL(/admin\/contact$/)
  await expectNoAxeViolations(page)
  await wide(page)
  await page.locator('input[name=daysB]').fill('7')
  await save(page)
  await page.locator('main [role=status]').waitFor()
  await page.locator('main', { hasText: '90 天' }).waitFor()
  await expect
    .poll(
      async () =>
        (
          await site.database.ask(
            (sql) => sql<{ due: boolean }[]>`
              select contact_due <= current_date as due from customers where id = ${customer.id}`,
          )
        )[0]!.due,
      { timeout: 20_000 },
    )
    .toBe(true)
})

test('CU-1, Q-6: a name put right by two colleagues; a number that is another’s leads to merging', async () => {
  const [customer, other] = [await somebody(10), await somebody(10)]
  const page = await as('desk')
  await page.goto(customer.path)
  await alive(page)
  await page.locator('.side a[href$="/details"]').click()
  await page.waitForURL(/\/details$/)
  await expectNoAxeViolations(page)
  await site.database.ask(
    (sql) =>
      sql`update customers set address = '苏州市姑苏区平江路 9 号' where id = ${customer.id}`,
  )
  allowTrouble(page, /status of 409/)
  await page.locator('#details-name').fill('欧阳询')
  await page.getByRole('button', { name: zh.details.submit }).click()
  await page.waitForFunction(() =>
    document.querySelector<HTMLInputElement>('#details-address')?.value.endsWith('9 号'),
  )
  expect(await page.locator('#details-name').inputValue()).toBe('欧阳询')
  await page.locator('#details-phone').fill(other.phone.slice(3))
  await page.getByRole('button', { name: zh.details.submit }).click()
  await page.getByText(zhRefusals.customerPhoneTaken).waitFor()
  await page.getByRole('link', { name: zh.details.mergeInstead }).click()
  await page.waitForURL(/\/merge\?phone=/)
  await page.locator('main', { hasText: other.name }).waitFor()
  await page.goBack()
  await alive(page)
  await page.locator('#details-name').fill('欧阳询')
  await page.locator('#details-phone').fill('13912349876')
  await page.getByRole('button', { name: zh.details.submit }).click()
  await page.locator('main h1', { hasText: '欧阳询' }).waitFor()
  // On record is what was changed, and none of it.
  const log = await as('admin')
  await log.goto(`/console/admin/audit?subject=customer:${customer.id}`)
  const text = await log.locator('main table').innerText()
  expect(text).toContain('姓名')
  const [kept] = await site.database.ask(
    (sql) => sql`select count(*)::int as count from audit_log
      where subject = ${`customer:${customer.id}`} and data::text like '%欧阳询%'`,
  )
  expect(kept).toEqual({ count: 0 })
})

test('CU-1: without scripts, on a phone: graded, contacted, put right', async () => {
  const customer = await somebody(300)
  const page = await as('desk', { javaScript: false, viewport: 'phone' })
  await page.goto(`${customer.path}/grade`)
  await wide(page)
  await gradeOf(page, 'C').check({ force: true })
  await page.getByRole('button', { name: zh.grade.submit }).click()
  expect(await page.locator('.side').innerText()).toContain('该联系了')
  await page.goto('/console/customers?due=yes')
  await wide(page)
  await page.goto(`${customer.path}/contacted`)
  await wide(page)
  await page.locator('#contacted-body').fill('一切都好')
  await page.getByRole('button', { name: zh.contact.submit }).click()
  expect(await page.locator('.side').innerText()).toContain('一切都好')
  expect(await page.locator('.side').innerText()).not.toContain('该联系了')
  await page.goto(`${customer.path}/details`)
  await wide(page)
  await page.locator('#details-locale').selectOption('en')
  await page.getByRole('button', { name: zh.details.submit }).click()
  expect(new URL(page.url()).pathname).toBe(customer.path)
})
