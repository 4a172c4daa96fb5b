import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { tickets } from '#db/schema/tickets.ts'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { photo } from '#test/setup/photos.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { aTrackLink } from './coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()

async function following(
  facts: Partial<typeof tickets.$inferInsert>,
  { locale = 'zh-CN', javaScript = true }: { locale?: 'zh-CN' | 'en'; javaScript?: boolean } = {},
) {
  const ticket = await aTicket(site.database.db, facts)
  const page = await openPage(browser, {
    locale,
    javaScript,
    viewport: 'phone',
    baseUrl: site.url,
  })
  await page.goto(await aTrackLink(site, ticket.id))
  return { ticket, page, say: (locale === 'en' ? en : zh).track }
}

/** A part of the letter. */
const part = (page: Page, id: string) => page.locator(`section:has(> #${id})`)
const headline = (page: Page) => page.locator('h1').innerText()
const oneLine = (text: string) => text.replaceAll('|', '')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('following a ticket, %s (script: %s)', (locale, javaScript) => {
  test('IN-7: what isn’t solved is said with one tap, and the desk is told to call', async () => {
    const { page, say, ticket } = await following(
      { status: 'resolved', solution: '换了滑轨' },
      { locale, javaScript },
    )
    await part(page, 'unsolved').locator('summary').click()
    await part(page, 'unsolved').locator('textarea').fill('抽屉今天又关不严了')
    await press(page, say.unsolved.submit)
    expect(await headline(page)).toBe(oneLine(say.headline.unsolved))
    expect(await part(page, 'unsolved').count()).toBe(0)
    expect(await part(page, 'talk').innerText()).toContain('抽屉今天又关不严了')
    const desk = await openPage(browser, { locale, baseUrl: site.url })
    await signInAs(desk, site, 'desk@demo.test')
    await desk.goto(`/console/tickets/${ticket.number}`)
    const next = (locale === 'en' ? en : zh).tickets.next.unsolved
    await desk.getByText(next.replace('{{name}}', ticket.name)).first().waitFor()
  })

  test('IN-7: a report is withdrawn while nothing is booked, and needed again', async () => {
    const { page, say } = await following({}, { locale, javaScript })
    await part(page, 'withdrawal').locator('summary').click()
    await press(page, say.withdrawal.submit)
    expect(await headline(page)).toBe(oneLine(say.headline.withdrawn))
    await part(page, 'unsolved').locator('summary').click()
    await press(page, say.unsolved.submit)
    expect(await headline(page)).toBe(oneLine(say.headline.unsolved))
  })

  test('IN-9: nobody is asked for in place of nobody', async () => {
    const { page } = await following({}, { locale, javaScript })
    expect(await part(page, 'another').count()).toBe(0)
  })
})

test('a photo goes along with a message, made small before it is sent', async () => {
  const { page } = await following({})
  await page.locator('.composer textarea').fill('还在漏')
  await page.locator('.composer input[type="file"]').setInputFiles(await photo('leak.jpg'))
  await press(page, zh.track.talk.send)
  const mine = page.locator('.msg--mine')
  await mine.getByText('还在漏').waitFor()
  expect(await mine.locator('img').count()).toBe(1)
  await expectNoAxeViolations(page)
})

test('what is put right is no longer called wrong, line by line', async () => {
  const page = await openPage(browser, { viewport: 'phone', baseUrl: site.url })
  allowTrouble(page, /status of 422/)
  await page.goto('/track')
  await press(page, zh.track.find.submit)
  const summary = page.locator('#error-summary')
  // A script gives it the focus, and hears from then on what is put right.
  await page.waitForFunction(() => document.activeElement?.id === 'error-summary')
  await page.locator('input[name="number"]').fill('R100042-7')
  expect(await summary.locator('li').allInnerTexts()).toEqual([zh.validation.phoneMissing])
  expect(await summary.locator('h2').innerText()).toBe('有 1 处要改')
  expect(await page.locator('.field.has-error').count()).toBe(1)
  await page.locator('input[name="phone"]').fill('13800000000')
  expect(await summary.isHidden()).toBe(true)
})

describe('at twice the size a phone needs no sideways scrolling', () => {
  test.each(['zh-CN', 'en'] as const)('%s', async (locale) => {
    const narrow = { width: 195, height: 422 }
    const page = await openPage(browser, { locale, viewport: narrow, baseUrl: site.url })
    const { id } = await aTicket(site.database.db, { status: 'resolved', solution: '换了滑轨' })
    const track = await aTrackLink(site, id)
    for (const path of ['/', '/help', '/report', '/book', '/track', '/privacy', track]) {
      await page.goto(path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, width]).toEqual([path, 195])
    }
  })
})
