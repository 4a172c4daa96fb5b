import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

let items = 0

/** An item a crew took from one of the homes of the demo, with all a visit can have beside it. */
const anItem = (facts: { backOn: string | null; purpose?: 'repair' | 'exchange' }) =>
  site.database.ask(async (sql) => {
    const n = (items += 1)
    const key = `e2e-receipt-number-${n}`
    const [visit] = await sql<{ id: number; ticket: number; staff: string }[]>`
      select v.id, v.ticket_id as ticket, s.id as staff from visits v
      join staff s on s.crew_id = v.crew_id where v.status = 'finished' order by v.id offset ${n} limit 1`
    const [receipt] = await sql<{ number: string }[]>`
      insert into custody_receipts (key, visit_id, ticket_id, purpose, item, condition, back_on, taken_at, taken_by,
        handed_by)
      values (${key}, ${visit!.id}, ${visit!.ticket}, ${facts.purpose ?? 'repair'}, ${`柜门 ${n}`}, '磕掉一角',
        ${facts.backOn}, now() - interval '5 days', ${visit!.staff}, '林晓岚')
      returning number`
    await sql`insert into attachments (ticket_id, visit_id, about, stage, content_type, bytes, width, height, sha256,
        original_name, created_at)
      select ${visit!.ticket}, ${visit!.id}, ${key}, 'custody', content_type, bytes, width, height, sha256, 'a.jpg',
        now() from attachments where stage = 'before' limit 1`
    await sql`insert into visit_damages (key, visit_id, what, at, by)
      values (${`e2e-damage-${n}`}, ${visit!.id}, '地板有划痕', now(), ${visit!.staff})`
    await sql`insert into visit_extras (key, visit_id, what, minutes, price, proposed_at, proposed_by, decision,
        decided_at, decided_by, via)
      values (${`e2e-extra-${n}`}, ${visit!.id}, '加一层隔板', 20, 12050, now(), ${visit!.staff}, 'accepted', now(),
        '林晓岚', 'link')`
    return { number: receipt!.number, visit: visit!.id, item: `柜门 ${n}` }
  })

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, `${account}@demo.test`, options)

test('VS-4 what is overdue is in sight; its return is recorded at the desk, and the paper reclaimed', async () => {
  const late = await anItem({ backOn: '2020-01-06' })
  const open = await anItem({ backOn: null })
  const page = await as('desk')
  await page.goto('/console')
  await page.locator('nav a[href="/console/custody"] .bad').waitFor()
  await page.click('nav a[href="/console/custody"]')
  await page.locator('main', { hasText: open.item }).waitFor()
  await page.locator('.queues a[href*="overdue"]').click()
  await page.waitForURL(/list=overdue/)
  const rows = page.locator('main tbody tr', { hasText: late.number })
  await expect.poll(() => rows.count()).toBe(1)
  await rows.locator('th a').click()
  await page.waitForURL(new RegExp(late.number))
  await page.locator('main h1', { hasText: late.number }).waitFor()

  allowTrouble(page, /status of 422/)
  await page.fill('[name=receivedBy]', '林父')
  await page.locator('label', { has: page.locator('[name=reclaimed][value=no]') }).click()
  await page.locator('main .btn-go').click()
  const because = page.locator('[name=because][aria-invalid=true]')
  await because.fill('找不到了')
  await page.locator('main .btn-go').click()
  await page.locator('main dd', { hasText: '没收回：找不到了' }).waitFor()
  expect(await page.locator('main form').count()).toBe(0)

  await page.goto('/console/custody?list=overdue')
  await page.locator('main tbody tr').first().waitFor()
  expect(await rows.count()).toBe(0)
  await page.fill('[name=number]', late.number.toLowerCase())
  await page.press('[name=number]', 'Enter')
  await page.waitForURL(`**/console/custody/${late.number}`)
})

test('VS-4 without a script an item is given back all the same, and nothing typed is lost', async () => {
  const { number } = await anItem({ backOn: null })
  const page = await as('warehouse', { javaScript: false })
  allowTrouble(page, /status of 422|request csp/)
  await page.goto(`/console/custody/${number}`)
  await page.fill('[name=because]', '还在找')
  await page.locator('main .btn-go').click()
  expect(await page.inputValue('[name=because]')).toBe('还在找')
  await page.fill('[name=receivedBy]', '林父')
  await page.locator('label', { has: page.locator('[name=reclaimed][value=yes]') }).click()
  await page.locator('main .btn-go').click()
  await page.locator('main dd', { hasText: '已收回' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/console/custody/${number}`)
})

test.each(locales)('Q-29 the pages of custody in %s, on a phone and on a desk', async (locale) => {
  const { number, visit } = await anItem({ backOn: '2020-01-06' })
  for (const viewport of ['phone', 'desk'] as const) {
    const page = await as('manager', { locale, viewport })
    for (const path of [
      '/console/custody?list=all',
      '/console/custody?number=C1',
      `/console/custody/${number}`,
      `/console/visits/${visit}`,
    ]) {
      await page.goto(path)
      await page.locator('main').waitFor()
      expect([path, await page.evaluate(overflow)]).toEqual([path, 0])
      await expectNoAxeViolations(page)
    }
    await page.context().close()
  }
})
