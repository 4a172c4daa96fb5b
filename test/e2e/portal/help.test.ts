import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    search: '抽屉 卡住',
    question: '抽屉卡住了怎么办？',
    product: '六斗柜',
    description: '最下面的抽屉卡住了，拉不出来。',
    yes: '解决了',
    missing: '少了螺丝',
    nothing: '会飞的地毯降不下来',
    topics: '按哪方面看',
    withWords: '带着这几个字去报修',
    report: '没有，去报修',
    goOn: '没有，接着写报修',
    counted: '# / 1000',
    thanks: '太好了',
    ended: '报修没有提交',
  },
  en: {
    search: 'stuck drawers',
    question: 'What can I do about a stuck drawer?',
    product: 'Chest of drawers',
    description: 'The bottom drawer is stuck and does not come out.',
    yes: 'Yes, it did',
    missing: 'Screws or parts are missing',
    nothing: 'The flying carpet hovers endlessly',
    topics: 'By what it is about',
    withWords: 'Report it with these words',
    report: 'No, report the problem',
    goOn: 'No, go on with my report',
    counted: '# of 1000',
    thanks: 'Good to hear',
    ended: 'was not sent',
  },
} satisfies Record<Locale, Record<string, string>>

const solved = (slug: string) =>
  site.database.ask(async (sql) => {
    const [row] = await sql<{ solved: number }[]>`select solved from articles where slug = ${slug}`
    return row!.solved
  })
const sees = (page: Page, words: string) => page.locator('main', { hasText: words }).waitFor()
const goOn = (page: Page) => page.locator('form[data-step] .button--primary').click()

async function toProblem(page: Page, locale: Locale) {
  await page.goto('/report')
  await page.fill('#product', said[locale].product)
  await goOn(page)
  await page.waitForURL(/step=problem/)
}

describe.each(['zh-CN', 'en'] as const)('KB-1 the answers, %s', (locale) => {
  const words = said[locale]

  test('one is found, read and said to have helped; a browser counts once', async () => {
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await page.goto('/help')
    await page.fill('#q', words.search)
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await sees(page, words.question)
    await expectNoAxeViolations(page)
    await page.locator('.answers details[open] a').click()
    await page.waitForURL('**/help/stuck-drawer')
    expect(await page.locator('h1').innerText()).toBe(words.question)
    await expectNoAxeViolations(page)
    const before = await solved('stuck-drawer')
    await page.locator('main .button--primary').click()
    await sees(page, words.thanks)
    await expectNoAxeViolations(page)
    expect(await solved('stuck-drawer')).toBe(before + 1)
    await page.goto('/help/stuck-drawer')
    expect(await page.locator('main .button--primary').count()).toBe(0)
    const link = await openPage(browser, { locale, baseUrl: site.url })
    await link.goto('/help/stuck-drawer')
    expect(await link.locator('main .button--primary').innerText()).toContain(words.yes)
  })

  test('what is chosen narrows the list at once; what finds nothing leads on with the words typed', async () => {
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await page.goto('/help')
    await page.waitForLoadState('networkidle')
    await page.focus('#about')
    await page.selectOption('#about', 'missing')
    await page.waitForURL(/about=missing/)
    await sees(page, words.missing)
    expect(await page.locator('.answers details').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('about')).toBe('missing')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('about')
    await page.goto(`/help?q=${encodeURIComponent(words.nothing)}`)
    await sees(page, words.topics)
    await expectNoAxeViolations(page)
    await page.locator('main .button', { hasText: words.withWords }).click()
    await page.waitForURL(/\/report\?/)
    await page.fill('#product', words.product)
    await goOn(page)
    await page.waitForURL(/step=problem/)
    expect(await page.inputValue('#description')).toBe(words.nothing)
  })

  test('one that did not help is known to the report and to the desk, its kind chosen', async () => {
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await page.goto('/help/missing-parts')
    await page.locator('main .button', { hasText: words.report }).click()
    await page.waitForURL(/tried=missing-parts/)
    await page.fill('#product', words.product)
    await goOn(page)
    await page.waitForURL(/step=problem/)
    expect(await page.isChecked('input[name="category"][value="missing"]')).toBe(true)
    await page.fill('#description', words.description)
    await page.goto('/help')
    await page.goBack()
    await page.locator('.suggested details', { hasText: words.question }).waitFor()
    await sees(page, words.counted.replace('#', String(words.description.length)))
    await goOn(page)
    await page.waitForURL(/step=where/)
    const draft = new URL(page.url()).searchParams.get('draft') ?? ''
    await page.goto(`/help/stuck-drawer?draft=${draft}`)
    await page.locator('main a.button', { hasText: words.goOn }).click()
    await page.waitForURL(/tried=stuck-drawer/)
    await goOn(page)
    await page.waitForURL(/step=where/)
    const tried = await site.database.ask(async (sql) => {
      const rows = await sql<{ tried: string }[]>`
        select answers ->> 'tried' as tried from report_drafts
        where answers ->> 'tried' is not null order by id desc limit 1`
      return rows[0]?.tried
    })
    expect(tried).toBe('missing-parts stuck-drawer')
  })

  test('while a problem is described one stands under it; it ends the report, which may go on', async () => {
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await toProblem(page, locale)
    await page.check('input[name="category"][value="door"]')
    await page.fill('#description', words.description)
    const suggestion = page.locator('.suggested details', { hasText: words.question })
    await suggestion.locator('summary').click()
    await expectNoAxeViolations(page)
    await suggestion.locator('a').click()
    await page.waitForURL(/\/help\/stuck-drawer\?draft=/)
    const before = await solved('stuck-drawer')
    await page.locator('main .button--primary').click()
    await sees(page, words.ended)
    expect(await solved('stuck-drawer')).toBe(before + 1)
    const back = page.locator('main [data-ended] a')
    const address = await back.getAttribute('href')
    await page.goto('/report')
    await page.waitForLoadState('networkidle')
    expect(await page.locator('[data-begun]').isHidden()).toBe(true)
    await page.goto(address ?? '')
    expect(await page.inputValue('#description')).toBe(words.description)
  })
})

test('KB-1 without a script the answers are asked for where the problem is described', async () => {
  const page = await openPage(browser, { javaScript: false, baseUrl: site.url })
  await toProblem(page, 'zh-CN')
  await page.fill('#description', said['zh-CN'].description)
  await page.locator('button[name="look"]').click()
  await page.waitForURL(/step=problem.*looked/)
  expect(await page.inputValue('#description')).toBe(said['zh-CN'].description)
  const suggestion = page.locator('.suggested details', { hasText: said['zh-CN'].question })
  await suggestion.locator('summary').click()
  await suggestion.locator('a').click()
  await page.waitForURL(/\/help\/stuck-drawer\?draft=/)
  await page.locator('main .button--primary').click()
  await sees(page, said['zh-CN'].ended)
})

test('KB-1 without a script what is chosen narrows the list by a button', async () => {
  const page = await openPage(browser, { javaScript: false, locale: 'en', baseUrl: site.url })
  await page.goto('/help')
  await page.selectOption('#about', 'missing')
  await page.locator('main .button', { hasText: 'Show these' }).click()
  await page.waitForURL(/about=missing/)
  expect(await page.locator('.answers details').count()).toBe(1)
})

test('Q-12 an answer for colleagues is a missing page, and is suggested to nobody', async () => {
  const page = await openPage(browser, { baseUrl: site.url })
  allowTrouble(page, /404/)
  const response = await page.goto('/help/stain-on-quartz')
  expect(response?.status()).toBe(404)
  const asked = new URLSearchParams({ category: 'surface', description: '石英石台面渗色' })
  const answers = await fetch(`${site.url}/resources/answers?${asked}`)
  expect(await answers.text()).not.toContain('stain-on-quartz')
})

test('Q-23 whatever is asked for, answers are given', async () => {
  for (const hostile of ["' or 1=1 --", '\0', '%', ':* & |', '你'.repeat(300), '\ud800', '{"a"}']) {
    const asked = new URLSearchParams({ category: hostile, description: hostile, product: hostile })
    for (const path of [
      `/resources/answers?${asked}`,
      `/help?q=${encodeURIComponent(hostile.toWellFormed())}&about=${asked}`,
    ]) {
      expect((await fetch(site.url + path)).status, path.slice(0, 60)).toBe(200)
    }
  }
})
