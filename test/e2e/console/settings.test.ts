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
    await second.locator('[name=hotline]').fill('400-820-7777')
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
