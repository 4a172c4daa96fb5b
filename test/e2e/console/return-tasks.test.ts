import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { photo } from '#test/setup/photos.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

let cases = 0

/** An exchange that was decided on a ticket of the demo: goods, the delivery that waits for them, the original. */
const anExchange = () =>
  site.database.ask(async (sql) => {
    const n = (cases += 1)
    const [ticket] = await sql<{ id: number }[]>`
      select t.id from tickets t join windows w on w.area_id = t.area_id and w.service = 'delivery'
      where t.status in ('triaged', 'scheduled') and w.starts_at > now() + interval '3 days'
        and not exists (select 1 from return_cases c where c.ticket_id = t.id)
      group by t.id having count(*) > 3 order by t.id limit 1`
    const [one] = await sql<{ id: number; number: string }[]>`
      insert into return_cases (ticket_id, product, reason, wish, words, asked_at, due_at)
      values (${ticket!.id}, ${`听雨餐桌 ${n}`}, 'defect', 'exchange', '桌面裂了', now(), now() + interval '1 day')
      returning id, number`
    const [decision] = await sql<{ id: number }[]>`
      insert into return_decisions (case_id, seq, remedy, why, told, terms, costs, total, currency, plan, needs, at, by)
      select ${one!.id}, 1, 'exchange', '裂缝贯穿', '给您换一张', '[]',
        '{"goods":0,"residual":0,"freight":0,"labour":0,"refund":0,"charged":0}', 0, 'CNY', '{}', 'desk', now(), id
      from staff limit 1 returning id`
    await sql`
      update return_cases set status = 'acting', decision_id = ${decision!.id} where id = ${one!.id}`
    const add = async (kind: string, after: number | null) => {
      const isVisit = kind === 'delivery'
      const [row] = await sql<{ id: number }[]>`
        insert into return_consequences (case_id, decision_id, kind, what, after_id, made_at, promised_on, skill, collects)
        values (${one!.id}, ${decision!.id}, ${kind}, ${`听雨餐桌 ${n}`}, ${after}, now(),
          ${kind === 'goods' ? sql`current_date + 1` : null}, ${isVisit ? 'delivery' : null}, ${isVisit})
        returning id`
      return row!.id
    }
    const goods = await add('goods', null)
    const delivery = await add('delivery', goods)
    const original = await add('original', delivery)
    return { number: one!.number, goods, delivery, original, product: `听雨餐桌 ${n}` }
  })

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, `${account}@demo.test`, options)
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

test('RX-4 the warehouse says when goods come, that they are there, and inspects what comes back', async () => {
  const made = await anExchange()
  const page = await as('warehouse')
  await page.goto('/console/returns/tasks')
  const row = page.locator('main tbody tr', { hasText: made.number })
  await row.locator('th a').click()
  const todo = page.locator('.todo')
  await todo.getByRole('link', { name: '改到货日' }).click()
  await page.fill('[name=promisedOn]', inDays(2))
  allowTrouble(page, /status of 422/)
  await page.locator('#promise .btn-go').click()
  await page.locator('[name=reason][aria-invalid=true]').fill('工厂推迟发货')
  await page.locator('#promise .btn-go').click()
  await page.waitForURL(`**/console/returns/${made.number}`)
  await todo.getByRole('link', { name: '确认到货' }).click()
  await page.fill('[name=note]', '二号库 B-12')
  await page.locator('#readiness .btn-go').click()
  await todo.locator('li', { hasText: '二号库 B-12' }).getByText('已办', { exact: true }).waitFor()

  await page.goto('/console/returns/tasks?list=originals')
  await row.getByRole('link', { name: '收到旧货' }).click()
  await page.locator('#receipt .btn-go').click()
  await page.locator('#receipt [role=alert]').waitFor()
  await page.fill('[name=because]', '顾客自己送来')
  await page.locator('#receipt .btn-go').click()
  await page.waitForURL(`**/console/returns/${made.number}`)
  await todo.getByRole('link', { name: '验货' }).click()
  await page.fill('[name=condition]', '台面裂一道')
  await page.locator('label', { has: page.locator('[name=fate][value=factory]') }).click()
  await page.setInputFiles('[name=photos]', await photo('table.jpg'))
  await page.locator('#inspection .btn-go').click()
  await todo.locator('li', { hasText: '退回工厂：台面裂一道' }).waitFor()
  await page.goto('/console/returns/tasks')
  await page.locator('main h1').waitFor()
  expect(await row.count()).toBe(0)
})

test('RX-4 the desk books the visit a decision asked for', async () => {
  const made = await anExchange()
  const page = await as('desk')
  await page.goto(`/console/returns/${made.number}`)
  await page.locator('.todo').getByRole('link', { name: '约上门' }).click()
  await page.selectOption('[name=window]', { index: 3 })
  await page.locator('#booking .btn-go').click()
  await page.waitForURL(`**/console/returns/${made.number}`)
  await page.locator('.todo a[href^="/console/visits/"]').waitFor()
  expect(await page.locator('.todo').getByRole('link', { name: '约上门' }).count()).toBe(0)
})

test.each(locales)('RX-4 the warehouse’s lists and forms are fit to read in %s', async (locale) => {
  const made = await anExchange()
  const page = await as('warehouse', { locale, viewport: 'phone' })
  const { number, goods, original } = made
  for (const path of [
    '/tasks',
    '/tasks?list=originals&step=receive',
    `/${number}/consequences/${goods}/promise`,
    `/${number}/consequences/${original}/receipt`,
    `/${number}/consequences/${original}/inspection`,
  ]) {
    await page.goto(`/console/returns${path}`)
    await page.locator('main').waitFor()
    await expectNoAxeViolations(page)
    expect(await page.evaluate(overflow)).toBe(0)
  }
})
