import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

const pages = ['/', '/report', '/track', '/help', '/help?q=抽屉', '/privacy'] as const

describe.each(['zh-CN', 'en'] as const)('the portal’s pages, %s', (locale) => {
  test.each(pages)('%s is whole', async (path) => {
    const page = await openPage(browser, { locale, baseUrl: site.url })
    await page.goto(path)
    expect(await page.getAttribute('html', 'lang')).toBe(locale)
    expect(await page.locator('h1').count()).toBe(1)
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wider).toBe(false)
    await expectNoAxeViolations(page)
  })
})

test('the language switch works without a script and is kept', async () => {
  const page = await openPage(browser, { javaScript: false, baseUrl: site.url })
  await page.goto('/help?q=door')
  await page.locator('.site-header form button').click()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/help?q=door')
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.goto('/')
  expect(await page.getAttribute('html', 'lang')).toBe('en')
})

test('Q-24: an address that is nobody’s says so, and no more', async () => {
  const page = await openPage(browser, { baseUrl: site.url })
  allowTrouble(page, /404/)
  for (const path of ['/nowhere', '/track/made-up', '/rate/made-up', '/report/sent/made-up']) {
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    expect(await page.locator('h1').textContent()).toBe('没有找到这个页面')
    expect(await page.textContent('main')).not.toMatch(/notFound|Error|made-up/)
  }
  await expectNoAxeViolations(page)
})

test.each(['zh-CN', 'en'] satisfies Locale[])(
  'Q-28: no page of the portal loads React, %s',
  async (locale) => {
    const page = await openPage(browser, { locale, baseUrl: site.url })
    const scripts: string[] = []
    page.on('response', async (response) => {
      if (/\.js(\?|$)/.test(response.url())) scripts.push(await response.text())
    })
    await page.goto('/report')
    await page.waitForLoadState('networkidle')
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((text) => /hydrateRoot|react\.element/.test(text))).toEqual([])
  },
)
