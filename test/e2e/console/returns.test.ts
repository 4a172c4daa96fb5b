import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, `${account}@demo.test`, options)

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** What was asked for on an open ticket, about goods of an order that were delivered two months ago. */
const aCase = (status: 'asked' | 'appealed' = 'asked') =>
  site.database.ask(async (sql) => {
    const [one] = await sql<{ id: number; number: string }[]>`
      insert into return_cases (ticket_id, order_id, order_line_id, product_id, product, reason, wish, words, delivered_on,
        asked_at, due_at)
      select t.id, l.order_id, l.id, l.product_id, '听雨餐桌', 'defect', 'refund', '桌面自己裂了，能退就退。',
        current_date - 67, now() - interval '6 minutes', now() + interval '1 day'
      from tickets t cross join (select * from order_lines order by id limit 1) l
      where t.status in ('new', 'triaged') and t.merged_into_id is null and t.locale = 'zh-CN'
        and exists (select 1 from windows w where w.area_id = t.area_id and w.service = 'delivery'
          and w.capacity_minutes > 0 and w.closed_at is null and w.starts_at > now())
        and not exists (select 1 from return_cases c where c.ticket_id = t.id)
      order by t.id limit 1 returning id, number`
    if (status === 'appealed') {
      await sql`update return_cases set status = 'appealed', level = 'manager', appealed_at = now(),
        appeal_words = '我不想换，只想退。' where id = ${one!.id}`
    }
    return one!
  })

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function adjust(page: Page, goods: string) {
  await page.locator('.deciding details > summary').click()
  await page.fill('[name=goods]', goods)
}

describe('RX-3 a case is decided from its page', () => {
  test.each([
    ['zh-CN', 'phone'],
    ['en', 'desk'],
  ] as const)('an exchange, %s on a %s', async (locale: Locale, viewport) => {
    const { id, number } = await aCase()
    const at = `/console/returns/${number}`
    const page = await as('desk', { locale, viewport })
    await page.goto('/console/returns')
    await expectNoAxeViolations(page)
    expect(await page.evaluate(overflow)).toBe(0)
    await page.locator(`a[href$="${number}"]`).click()
    await page.waitForURL(`**${at}`)
    await page.locator('[name=remedy][value=exchange]:checked').waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(overflow)).toBe(0)

    await adjust(page, '1,200')
    await page.fill('[name=why]', '一年包换期内，裂缝贯穿，补不住。')
    await page.fill('[name=promisedOn]', inDays(5))
    await page.locator('[name=why]').press('Control+Enter')
    await page.locator('.decided').waitFor()
    expect(new URL(page.url()).pathname).toBe(at)
    const words = locale === 'en' ? 'In force' : '生效'
    await page.locator('.decided .st', { hasText: words }).waitFor()
    expect(await page.locator('.todo > li').count()).toBe(3)
    await expectNoAxeViolations(page)
    expect(await page.evaluate(overflow)).toBe(0)
    const [kept] = await site.database.ask(
      (sql) => sql<{ remedy: string; goods: number; told: string }[]>`
        select remedy, (costs ->> 'goods')::int as goods, told from return_decisions where case_id = ${id}`,
    )
    expect(kept).toMatchObject({ remedy: 'exchange', goods: 120_000 })
    expect(kept?.told.length).toBeGreaterThan(20)
  })

  test.each([
    ['as usual', false],
    ['before its script is there', true],
  ])('VS-5 what was agreed on the phone is booked with it, typed %s', async (_, early) => {
    const { id, number } = await aCase()
    const page = await as('desk')
    let scriptComes = () => {}
    const script = new Promise<void>((resolve) => (scriptComes = resolve))
    if (early) {
      await page.route(/assets.*\.js$/, async (route) => {
        await script
        await route.continue()
      })
    }
    await page.goto(`/console/returns/${number}`, { waitUntil: 'commit' })
    await page.locator('[name=remedy][value=exchange]').check()
    await page.fill('[name=why]', '一年包换期内，裂缝贯穿。')
    await page.fill('[name=promisedOn]', inDays(2))
    if (!early) await alive(page)
    expect(await page.locator('[name=window]').count()).toBe(0)
    await adjust(page, '1,200')
    await page.fill('[name=charged]', '200')
    scriptComes()
    await page.locator('[name=window]').waitFor()
    await page.check('[name=collect][value=before]', { force: true })
    await page.locator('[name=window]').waitFor({ state: 'detached' })
    await page.selectOption('[name=collectWindow]', { index: 1 })
    await page.selectOption('[name=window]', { index: 1 })
    await expect.poll(() => page.inputValue('[name=told]')).toContain('收费 200.00 元')
    await expectNoAxeViolations(page)
    expect(await page.evaluate(overflow)).toBe(0)
    await page.locator('.deciding .btn-go').click()
    await page.locator('.decided').waitFor()
    const visits = await site.database.ask(
      (sql) => sql<{ kind: string; order: boolean }[]>`
        select c.kind, v.after_visit_id is not null as order from return_consequences c join visits v on v.id = c.visit_id
        where c.case_id = ${id} order by c.id`,
    )
    expect([...visits]).toEqual([
      { kind: 'collection', order: false },
      { kind: 'delivery', order: true },
    ])
  })

  test('RX-2 money that goes back waits for the manager, who sees why', async () => {
    const { number } = await aCase()
    const at = `/console/returns/${number}`
    const desk = await as('desk')
    await desk.goto(at)
    await desk.locator('[name=remedy][value=refund]').check()
    const told = await desk.inputValue('[name=told]')
    expect(told).toContain('退')
    expect(await desk.locator('.deciding .btn-go').innerText()).toContain('售后负责人批准')
    await desk.locator('.deciding .btn-go').scrollIntoViewIfNeeded()
    allowTrouble(desk, /status of 422/)
    await desk.locator('.deciding .btn-go').click()
    await desk.locator('#decide-why-error').waitFor()
    expect(await desk.locator('[name=remedy]:checked').getAttribute('value')).toBe('refund')
    expect(await desk.inputValue('[name=told]')).toBe(told)
    await expectNoAxeViolations(desk)
    await desk.fill('[name=why]', '换过一次又裂，顾客要退。')
    await desk.selectOption('[name=method]', 'original')
    await desk.locator('.deciding .btn-go').click()
    await desk.locator('.st', { hasText: '待批准' }).first().waitFor()
    await expectNoAxeViolations(desk)

    const manager = await as('manager')
    await manager.goto('/console/returns')
    await manager.locator(`a[href$="${number}"]`).click()
    await manager.locator('main', { hasText: '换过一次又裂' }).waitFor()
    await expectNoAxeViolations(manager)
    await manager.locator('#approval [name=reason]').fill('同意，照顾客的意思办。')
    await manager.locator('button[value=approve]').click()
    await manager.locator('.decided', { hasText: '同意，照顾客的意思办。' }).waitFor()
    await expectNoAxeViolations(manager)
  })

  test('Q-6 what a colleague changed meanwhile is said, and what was typed is kept', async () => {
    const { id, number } = await aCase('appealed')
    const manager = await as('manager')
    await manager.goto(`/console/returns/${number}`)
    await manager.locator('main', { hasText: '我不想换，只想退。' }).waitFor()
    await expectNoAxeViolations(manager)
    await manager.fill('[name=why]', '顾客坚持，照办。')
    await manager.fill('[name=promisedOn]', inDays(5))
    await site.database.ask(
      (sql) => sql`update return_cases set version = version + 1 where id = ${id}`,
    )
    allowTrouble(manager, /status of 409/)
    await manager.locator('.deciding .btn-go').click()
    await manager.locator('[role=alert]', { hasText: '刚才有同事改过' }).waitFor()
    expect(await manager.inputValue('[name=why]')).toBe('顾客坚持，照办。')
    await manager.locator('.deciding .btn-go').click()
    await manager.locator('.decided').waitFor()
  })

  test('Q-13 a store reads the case, no cost of it', async () => {
    const { id, number } = await aCase()
    await site.database.ask(
      (sql) => sql`
        update tickets set store_id = (select store_id from staff where email = 'sales@demo.test')
        where id = (select ticket_id from return_cases where id = ${id})`,
    )
    const store = await as('sales')
    await store.goto(`/console/returns/${number}`)
    await store.locator('main', { hasText: '桌面自己裂了' }).waitFor()
    expect(await store.locator('[name=remedy]').count()).toBe(0)
    expect(await store.content()).not.toMatch(/公司合计|"limits"|residual/)
  })
})
