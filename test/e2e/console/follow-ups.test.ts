import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import type { Page } from 'playwright-core'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const calling = (options: Partial<PageOptions> = {}, email = 'caller@demo.test') =>
  colleagueAt(site, browser, email, options)

/** A call that may be made now and about which nothing was said yet. */
const aCall = () =>
  site.database.ask(async (sql) => {
    const [row] = await sql<{ id: string; name: string; visit_id: string }[]>`
      select f.id, t.name, f.visit_id from follow_ups f join tickets t on t.id = f.ticket_id
      where f.kind = 'visit' and f.status = 'due' and f.not_before <= now()
      and not exists (select 1 from follow_up_attempts a where a.follow_up_id = f.id)
      and not exists (select 1 from ratings r where r.visit_id = f.visit_id)
      order by random() limit 1`
    return row!
  })

async function score(page: Page, value: number, except: Record<string, number> = {}) {
  for (const question of ratingQuestions) {
    const given = except[question] ?? value
    await page.check(`[name=${question}][value="${given}"]`, { force: true })
  }
}
const save = (page: Page) => page.locator('.foot .btn-go').click()
const leaves = (page: Page, id: string) =>
  page.waitForURL((url) => !url.pathname.endsWith(`/follow-ups/${id}`))

describe.each<Locale>(['zh-CN', 'en'])('the calling screen, in %s', (locale) => {
  test('FU-2, FU-4: from the queue, a poor answer asks why and opens a complaint, and the next call is shown', async () => {
    const page = await calling({ locale })
    await page.goto('/console/follow-ups')
    await expectNoAxeViolations(page)
    const { id, name, visit_id } = await aCall()
    await page.locator(`.tray a[href$="/${id}"]`).click()
    await page.locator('.script').waitFor()
    expect(await page.locator('.script').innerText()).toContain(name)
    expect(await page.locator('.callto a').getAttribute('href')).toMatch(/^tel:\+/)
    await expectNoAxeViolations(page)
    await score(page, 4)
    expect(await page.locator('.when-poor').isVisible()).toBe(false)
    await page.check('[name=tidiness][value="2"]', { force: true })
    expect(await page.locator('.when-poor').isVisible()).toBe(true)
    await page.fill('[name=reason]', '地上有灰 <b>dust</b>')
    await page.check('[name=recommend][value="8"]', { force: true })
    await save(page)
    await leaves(page, id)
    const rows = await site.database.ask(
      (sql) => sql`select description from tickets where about_visit_id = ${visit_id}`,
    )
    expect(rows).toHaveLength(1)
    await page.goto(`/console/follow-ups/${id}`)
    await expectNoAxeViolations(page)
    expect(await page.locator('main').innerText()).toContain('地上有灰 <b>dust</b>')
  })

  test('on a phone it is whole', async () => {
    const page = await calling({ locale, viewport: 'phone' })
    const { id } = await aCall()
    for (const path of ['/console/follow-ups', `/console/follow-ups/${id}`]) {
      await page.goto(path)
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, overflow]).toEqual([path, 0])
    }
  })
})

describe('a call', () => {
  test('by keyboard alone: five scores and the answers are saved', async () => {
    const page = await calling()
    const { id } = await aCall()
    await page.goto(`/console/follow-ups/${id}`)
    await page.locator('[name=attitude]').first().focus()
    for (let i = 0; i < ratingQuestions.length; i++) {
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Tab')
    }
    await page.locator('.foot .btn-go').focus()
    await page.keyboard.press('Enter')
    await leaves(page, id)
    const [rating] = await site.database.ask(
      (sql) => sql`
        select r.attitude, r.tidiness, r.source from ratings r
        join follow_ups f on f.visit_id = r.visit_id where f.id = ${id}`,
    )
    expect(rating).toEqual({ attitude: 4, tidiness: 4, source: 'call' })
  })

  test('FU-3 without scripts: nobody answers, and it is put off; another time is asked for', async () => {
    const page = await calling({ javaScript: false, viewport: 'phone' })
    allowTrouble(page, /422|request csp/)
    const { id } = await aCall()
    await page.goto(`/console/follow-ups/${id}`)
    await page.locator('input[value=no_answer] ~ button').click()
    expect(new URL(page.url()).pathname).not.toContain(`/${id}`)
    await page.goto('/console/follow-ups')
    expect(await page.locator(`.tray li:has(a[href$="/${id}"]) .clock.held`).count()).toBe(1)

    const other = await aCall()
    await page.goto(`/console/follow-ups/${other.id}`)
    await page.locator('.call-back summary').click()
    await page.fill('#back-day', '2020-01-01')
    await page.fill('#back-time', '10:00')
    await page.locator('.call-back button').click()
    expect(await page.locator('[role=alert]').innerText()).toContain('以后的日期和时间')
    const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    await page.fill('#back-day', later)
    await page.fill('#back-time', '19:15')
    await page.locator('.call-back button').click()
    const [row] = await site.database.ask(
      (sql) => sql<{ at: Date }[]>`select not_before as at from follow_ups where id = ${other.id}`,
    )
    expect(row!.at).toEqual(new Date(`${later}T19:15:00+08:00`))
  })

  test('while it is being saved nothing can be typed; then the next customer’s phone has the focus', async () => {
    const page = await calling()
    const { id, name } = await aCall()
    await page.goto(`/console/follow-ups/${id}`)
    await score(page, 5)
    await page.fill('[name=words]', '只说给这一单')
    await page.route('**/*', async (route) => {
      if (route.request().method() === 'POST') await new Promise((go) => setTimeout(go, 1500))
      await route.continue()
    })
    await save(page)
    await page.getByRole('button', { name: '正在保存…' }).first().waitFor()
    expect(await page.locator('[name=words]').isDisabled()).toBe(true)
    expect(await page.locator('input[value=no_answer] ~ button').isDisabled()).toBe(true)
    await leaves(page, id)
    await page.getByText(`已保存：${name}。下一位：`).waitFor()
    expect(await page.locator('[name=words]').inputValue()).not.toContain('只说给这一单')
    await expect.poll(() => page.locator('.callto a:focus').count()).toBe(1)
  })

  test('of two callers the slower is told that a colleague was quicker', async () => {
    const slow = await calling({ locale: 'en' })
    allowTrouble(slow, /409/)
    const quick = await calling({ locale: 'en' }, 'manager@demo.test')
    const { id } = await aCall()
    for (const page of [slow, quick]) {
      await page.goto(`/console/follow-ups/${id}`)
      await score(page, 5)
    }
    await save(quick)
    await leaves(quick, id)
    await save(slow)
    await slow.locator('[role=alert]').waitFor()
    expect(await slow.locator('[role=alert]').innerText()).toContain('A colleague has just')
    await slow.locator('.col .warn.good', { hasText: 'Called' }).waitFor()
  })
})
