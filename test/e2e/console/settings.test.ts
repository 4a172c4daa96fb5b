import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite({ env: { RESEND_API_KEY: undefined } })
const browser = useBrowser()

async function asAdmin(options: Partial<PageOptions> = {}) {
  const page = await colleagueAt(site, browser, 'admin@demo.test', options)
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 422/)
  return page
}
const save = (page: Page) => page.locator('main form[method=post] .btn-go').click()
const saved = (page: Page) => page.locator('main [role=status]').waitFor()

async function firstOf(query: 'store' | 'check'): Promise<number> {
  const [row] = await site.database.ask((sql) =>
    query === 'store'
      ? sql<{ id: number }[]>`select id from stores order by id limit 1`
      : sql<{ id: number }[]>`
          select id from checklist_items where skill = 'repair' and unit is not null limit 1`,
  )
  return row!.id
}

describe.each<Locale>(['zh-CN', 'en'])('the settings, in %s', (locale) => {
  test.each(['desk', 'phone'] as const)(
    'every page is whole at the size of a %s',
    async (viewport) => {
      const page = await asAdmin({ locale, viewport })
      const paths = [
        '/console/admin',
        '/console/admin/company',
        '/console/admin/stores',
        '/console/admin/stores/new',
        `/console/admin/stores/${await firstOf('store')}`,
        '/console/admin/categories',
        '/console/admin/categories/new',
        '/console/admin/categories/door',
        '/console/admin/checklists',
        '/console/admin/checklists/repair',
        '/console/admin/checklists/repair/new',
        `/console/admin/checklists/repair/${await firstOf('check')}`,
        '/console/returns/settings',
        '/console/returns/settings/costs',
        '/console/returns/terms',
        '/console/returns/terms/new',
        '/console/returns/terms/1',
        '/console/admin/roles',
        '/console/admin/roles?role=desk',
        '/console/admin/audit?kind=sign_in&from=2020-01-01',
      ]
      for (const path of paths) {
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

describe('a problem category', () => {
  test('IN-1 that was added is offered on the portal, and in a call; once retired, nowhere', async () => {
    const page = await asAdmin({ locale: 'en' })
    await page.goto('/console/admin/categories')
    await page.getByRole('link', { name: 'Add a category' }).click()
    await page.getByLabel('Chinese name').fill('灯不亮')
    await page.getByLabel('English name').fill('A light is out')
    await save(page)
    await page.waitForURL(/categories\?saved/)
    await saved(page)

    const guest = await openPage(browser, { locale: 'zh-CN', viewport: 'phone', baseUrl: site.url })
    const onThePortal = async () => {
      await guest.goto('/report')
      await guest.fill('#product', '玻璃柜')
      await guest.locator('form[data-step] .button--primary').click()
      await guest.waitForURL(/step=problem/)
      return (await guest.locator('#category').innerText()).includes('灯不亮')
    }
    expect(await onThePortal()).toBe(true)

    const clerk = await colleagueAt(site, browser, 'desk@demo.test', { locale: 'en' })
    const inACall = async () => {
      await clerk.goto('/console/tickets/new')
      await alive(clerk)
      return clerk.locator('select[name=category] option').allInnerTexts()
    }
    expect(await inACall()).toContain('A light is out')

    await page.goto('/console/admin/categories')
    await page.getByRole('link', { name: '灯不亮' }).click()
    await page.getByLabel('Offered for new tickets').uncheck()
    await save(page)
    await page.waitForURL(/categories\?saved/)
    expect(await onThePortal()).toBe(false)
    expect(await inACall()).not.toContain('A light is out')
  })
})

describe('a store', () => {
  test('that closed takes nothing new, says so where its past is read, and opens again', async () => {
    const page = await asAdmin({ locale: 'en' })
    const id = await firstOf('store')
    const change = async (closes: boolean) => {
      await page.goto(`/console/admin/stores/${id}`)
      await alive(page)
      await page.getByLabel('Address', { exact: true }).fill('Suya Road 318')
      await page.getByLabel('This store is closed').setChecked(closes)
      await save(page)
      await page.waitForURL(/stores\?saved/)
    }
    await change(true)
    const row = page.locator('tr', { has: page.locator(`a[href="/console/admin/stores/${id}"]`) })
    expect(await row.innerText()).toMatch(/Suya Road 318[^]*Closed on/)
    const name = await row.getByRole('link').innerText()
    await expectNoAxeViolations(page)

    const clerk = await colleagueAt(site, browser, 'desk@demo.test', { locale: 'en' })
    const offered = async (path: string) => {
      await clerk.goto(path)
      await alive(clerk)
      return clerk.locator('select[name=store] option').allInnerTexts()
    }
    expect((await offered('/console/orders/new')).join()).not.toContain(name)
    expect(await offered('/console/orders?queue=all')).toContain(`${name} (closed)`)
    await clerk.goto(`/console/orders?queue=all&store=${id}`)
    await clerk.locator('tbody a').first().click()
    await clerk.getByText(`${name} (closed)`).first().waitFor()

    const guide = await colleagueAt(site, browser, 'store1@demo.test', { locale: 'en' })
    await guide.goto('/console/orders/new')
    await guide.getByText('This store is closed and takes nothing new.').waitFor()
    await guide.goto('/console/tickets/new')
    await guide.getByText('This store is closed and takes nothing new.').waitFor()
    await expectNoAxeViolations(guide)

    await change(false)
    expect(await offered('/console/orders/new')).toContain(name)
  })
})

describe('the company', () => {
  test('Q-6 of two administrators the later is shown what changed and keeps what was typed', async () => {
    const [first, second] = [await asAdmin({ locale: 'en' }), await asAdmin({ locale: 'en' })]
    for (const page of [first, second]) {
      await page.goto('/console/admin/company')
      await alive(page)
    }
    await first.locator('[name=hotline]').fill('400-820-7777')
    await save(first)
    await saved(first)
    await second.getByLabel('English name').fill('Muhe Living')
    allowTrouble(second, /status of 409/)
    await save(second)
    await second.getByRole('alert').waitFor()
    expect(await second.getByLabel('English name').inputValue()).toBe('Muhe Living')
    await second.getByText('400-820-7777').first().waitFor()
    expect(await second.locator('[name=hotline]').inputValue()).toBe('400-820-7777')
    await save(second)
    await saved(second)
    const guest = await openPage(browser, { locale: 'en', viewport: 'phone', baseUrl: site.url })
    await guest.goto('/')
    expect(await guest.locator('body').innerText()).toContain('400-820-7777')
  })
})

describe('without script', () => {
  test('a store is opened and a checklist line moved by plain posts; the index says who did it', async () => {
    const page = await asAdmin({ locale: 'en', javaScript: false })
    await page.goto('/console/admin/stores/new')
    await save(page)
    expect(await page.locator('main').innerText()).toContain('Please fill this in')
    await page.getByLabel('Code').fill('bj')
    await page.getByLabel('Chinese name').fill('北京店')
    await page.getByLabel('English name').fill('Beijing')
    await page.getByLabel('City (Chinese)').fill('北京')
    await page.getByLabel('City (English)').fill('Beijing')
    await save(page)
    await page.waitForURL(/stores\?saved/)
    expect(await page.locator('tbody').innerText()).toContain('BJ')

    const check = await firstOf('check')
    await page.goto(`/console/admin/checklists/repair/${check}`)
    await page.locator('select[name=place]').selectOption('1')
    await save(page)
    await page.waitForURL(/repair\?saved/)
    expect(await page.locator('tbody tr a').first().getAttribute('href')).toBe(
      `/console/admin/checklists/repair/${check}`,
    )
    await page.goto('/console/admin')
    for (const name of ['Stores', 'Checklists']) {
      const row = page.locator('tr', { has: page.getByRole('link', { name, exact: true }) })
      expect(await row.innerText()).not.toContain('Never changed')
    }
  })

  test('the audit log is narrowed by its form and by the thing one follows', async () => {
    const page = await asAdmin({ locale: 'en', javaScript: false })
    await page.goto('/console/admin/stores/new')
    await page.getByLabel('Code').fill('tj')
    for (const label of ['Chinese name', 'English name', 'City (Chinese)', 'City (English)'])
      await page.getByLabel(label).fill('Tianjin')
    await save(page)
    await page.waitForURL(/stores\?saved/)
    await page.goto('/console/admin/audit')
    await page.locator('select[name=kind]').selectOption('store')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.waitForURL(/kind=store/)
    await page.getByRole('link', { name: 'Store Tianjin' }).first().click()
    await page.waitForURL(/subject=store/)
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.locator('input[name=from]').fill('2099-01-01')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.waitForURL(/from=2099-01-01/)
    expect(await page.locator('tbody tr').count()).toBe(0)
  })
})

describe('a setting two colleagues change at once', () => {
  test('Q-6: what was left alone takes the new value; what both changed says what stands now', async () => {
    const [one, two] = [await asAdmin(), await asAdmin()]
    for (const page of [one, two]) {
      await page.goto('/console/admin/company')
      await alive(page)
    }
    await one.locator('[name=hotline]').fill('400-222-2222')
    await one.getByLabel('英文名称').fill('Their Home')
    await save(one)
    await saved(one)
    allowTrouble(two, /status of 409/)
    await two.getByLabel('英文名称').fill('Our Home')
    await save(two)
    await two.getByText('同事刚改成了“Their Home”').waitFor()
    expect(await two.locator('[name=hotline]').inputValue()).toBe('400-222-2222')
    expect(await two.getByLabel('英文名称').inputValue()).toBe('Our Home')
    await save(two)
    await saved(two)
    expect(await two.locator('main .error').count()).toBe(0)
    const [row] = await site.database.ask(
      (sql) => sql`select value from settings where key = 'company'`,
    )
    expect(row!.value).toMatchObject({ nameEn: 'Our Home', hotline: '400-222-2222' })
  })

  test('what was wrong is no longer said once it is put right, nor after it was saved', async () => {
    const page = await asAdmin({ locale: 'en' })
    await page.goto('/console/admin/company')
    await alive(page)
    allowTrouble(page, /status of 422/)
    const hotline = page.locator('[name=hotline]')
    await hotline.fill('none')
    await save(page)
    await page.locator('#company-hotline-error').waitFor()
    await hotline.fill('400-333-3333')
    await page.locator('#company-hotline-error').waitFor({ state: 'detached' })
    await save(page)
    await saved(page)
    expect(await page.locator('main .error').count()).toBe(0)
  })
})
