import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { formatter } from '#app/i18n/format.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import type { ConsequenceKind, ConsequenceStatus } from '#db/vocabulary/returns.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { openPage, type PageOptions, type useBrowser } from '#test/setup/browser.ts'
import type { Site } from '#test/setup/site.ts'
import { colleagueAt } from '../console/colleague.ts'

/** Where a story plays, and in which language everybody in it reads. */
export interface Scene {
  site: Site
  browser: ReturnType<typeof useBrowser>
  locale: Locale
}

export interface Homeowner {
  name: string
  phone: string
  address: string
  email: string
  order: string
}

export const wordsIn = ({ locale }: Scene) => (locale === 'en' ? en : zh)

export const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

/** What stands before the first value in a sentence. */
export const beginning = (text: string) => text.split('{{')[0]!

export const atHome = ({ site, browser, locale }: Scene) =>
  openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })

export const colleague = (scene: Scene, account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(scene.site, scene.browser, account.includes('@') ? account : `${account}@demo.test`, {
    locale: scene.locale,
    ...options,
  })

/** The page is fit to be used by anybody, and no wider than its screen. */
export async function isFit(page: Page) {
  await expectNoAxeViolations(page)
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect([page.url(), await page.evaluate(over)]).toEqual([page.url(), 0])
}

export const see = (within: Page | Locator, text: string) =>
  within.getByText(text).first().waitFor()

export const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).first().click()

/** A civil day of the company, so many days from today. */
export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

/** As everybody in the story reads a day. */
export const dayAsRead = ({ locale }: Scene, day: string) =>
  formatter(locale, 'Asia/Shanghai', new Date()).day(`${day}T12:00:00Z`)

/** The order of a wardrobe in cartons that came to its home so many days ago. */
export const aDeliveredOrder = (
  { site, locale }: Scene,
  { daysAgo, email }: { daysAgo: number; email: string },
): Promise<Homeowner> =>
  site.database.ask(async (sql) => {
    const [order] = await sql<Omit<Homeowner, 'email'>[]>`
      update orders set delivered_on = current_date - ${daysAgo}::int,
        phone = coalesce(nullif(orders.phone, ''), c.phone)
      from customers c where c.id = orders.customer_id and orders.id = (
        select o.id from orders o join order_lines l on l.order_id = o.id
        join products p on p.id = l.product_id
        where p.model = 'YS-W320' and o.status <> 'cancelled' and o.customer_id is not null
        order by exists (select 1 from tickets t where t.order_id = o.id), o.id offset ${locale === 'en' ? 1 : 0} limit 1)
      returning orders.number as "order", orders.phone, orders.name, orders.address`
    return { ...order!, email }
  })

/** What a case page says is to be done, and how far each is. */
export async function expectToDo(
  page: Page,
  scene: Scene,
  wanted: Partial<Record<ConsequenceKind, ConsequenceStatus>>,
) {
  const { kind, step } = wordsIn(scene).returns
  const rows = page.locator('.todo > li')
  const said = async () =>
    Promise.all(
      (await rows.all()).map(
        async (row) =>
          `${await row.locator('> span').first().innerText()}: ${await row.locator('.st').innerText()}`,
      ),
    )
  const expected = Object.entries(wanted).map(
    ([one, status]) => `${kind[one as ConsequenceKind]}: ${step[status]}`,
  )
  await expect.poll(said).toEqual(expected)
}

/** The row of one thing to be done. */
export const toDo = (page: Page, scene: Scene, kind: ConsequenceKind) =>
  page.locator('.todo > li', {
    has: page.locator('> span:first-child', { hasText: wordsIn(scene).returns.kind[kind] }),
  })

/** Opens the page of one’s matter by the link of a mail. */
export async function followMail(page: Page, { site }: Scene, email: string) {
  const mail = await site.resend.waitForMail((one) => one.to.includes(email))
  await page.goto(/\/track\/[\w-]{32}/.exec(mail.text!)![0])
  await isFit(page)
}
