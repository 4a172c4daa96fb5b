import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { readWorkbook } from '#app/domain/orders/workbook.server.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()
let made = 0

/** A decided case of a product of its own, with what the factory bears of it when told. */
const aCase = (facts: { product?: string; factory?: number; claim?: boolean } = {}) =>
  site.database.ask(async (sql) => {
    const n = (made += 1)
    const product = facts.product ?? `e2e 餐桌 ${n}`
    const [ticket] = await sql<{ id: number }[]>`
      select t.id from tickets t where not exists (select from return_cases c where c.ticket_id = t.id)
        and t.merged_into_id is null and t.store_id is not null order by t.id desc limit 1`
    const [by] = await sql<{ id: string }[]>`select id from staff where email = 'desk@demo.test'`
    const [one] = await sql<{ id: number; number: string }[]>`
      insert into return_cases (ticket_id, product, reason, wish, words, batch, asked_at, due_at)
      values (${ticket!.id}, ${product}, 'defect', 'exchange', '桌面裂了', 'B-7', now(), now() + interval '1 day')
      returning id, number`
    const costs = { goods: 282000, residual: 0, freight: 0, labour: 0, refund: 0, charged: 0 }
    const [decision] = await sql<{ id: number }[]>`
      insert into return_decisions (case_id, seq, remedy, why, told, terms, costs, total, currency, plan, needs, at, by)
      values (${one!.id}, 1, 'exchange', '=补不住', '给您换一张新的。', '[]', ${sql.json(costs)}, 282000, 'CNY', '{}',
        'desk', now(), ${by!.id}) returning id`
    await sql`insert into return_consequences (case_id, decision_id, kind, what, made_at, promised_on)
      values (${one!.id}, ${decision!.id}, 'goods', ${product}, now(), current_date)`
    await sql`update return_cases set status = 'acting', decision_id = ${decision!.id} where id = ${one!.id}`
    const { factory } = facts
    if (factory) {
      await sql.begin(async (tx) => {
        const [entry] = await tx<{ id: number }[]>`
          insert into answerabilities (case_id, seq, cause, evidence, at, by)
          values (${one!.id}, 1, '含水率超标', '照片', now(), ${by!.id}) returning id`
        await tx`insert into answerability_shares (answerability_id, party, percent)
          select ${entry!.id}, v.party, v.percent from (values ('factory', ${factory}::int),
            ('logistics', 100 - ${factory}::int)) as v (party, percent) where v.percent > 0`
        await tx`update return_cases set answerability_id = ${entry!.id} where id = ${one!.id}`
      })
    }
    return { number: one!.number, product }
  })

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, `${account}@demo.test`, options)

test('RX-6 the page, the CSV, the workbook and the paper have the same rows, filtered alike', async () => {
  const product = `同名餐桌 ${Date.now()}`
  const numbers = [
    (await aCase({ product, factory: 70 })).number,
    (await aCase({ product })).number,
  ]
  await aCase()
  const page = await as('desk')
  await page.goto('/console/returns')
  await page.click('nav a[href="/console/returns/ledger"]')
  await page.waitForURL('**/console/returns/ledger')
  await page.fill('main [name=q]', product)
  await page.press('main [name=q]', 'Enter')
  await page.waitForURL(/q=/)
  const rows = page.locator('main tbody tr')
  await expect.poll(() => rows.count()).toBe(2)
  const shown = await page.locator('main tbody th a').allTextContents()
  expect([...shown].sort()).toEqual([...numbers].sort())

  const { search } = new URL(page.url())
  const download = async (path: string) =>
    (await page.request.get(`${site.url}/console/returns/ledger/${path}${search}`)).body()
  const csv = parse(await download('export.csv'), { bom: true }) as string[][]
  const { rows: sheet } = await readWorkbook(await download('export.xlsx'), 100)
  expect(csv.slice(1).map(([number]) => number)).toEqual(shown)
  expect(sheet.slice(1).map(([number]) => number)).toEqual(shown)
  expect(sheet[0]).toEqual(csv[0])
  const why = csv[0]!.indexOf('处理理由')
  expect([csv[1]![why], sheet[1]![why]]).toEqual(["'=补不住", '=补不住'])

  await page.goto(`/console/returns/ledger/paper${search}`)
  expect(await page.locator('.a4 tbody th div:first-child').allTextContents()).toEqual(shown)
})

test('RX-5 shares are written on the case, claimed from the supplier, and counted', async () => {
  const { number, product } = await aCase()
  const page = await as('manager')
  await page.goto(`/console/returns/${number}`)
  const section = page.locator('section', { has: page.locator('#answerability') })
  await section.locator('[name=cause]').fill('板材含水率超标')
  await section.locator('[name=evidence]').fill('读数 14%')
  await section.locator('[name=factoryPercent]').fill('70')
  await section.locator('[name=logisticsPercent]').fill('20')
  await section.locator('output', { hasText: '90 %' }).waitFor()
  allowTrouble(page, /status of 422/)
  await section.locator('.btn-go').click()
  await section.locator('[role=alert]').waitFor()
  await section.locator('[name=logisticsPercent]').fill('30')
  await section.locator('.btn-go').click()
  await section.locator('td', { hasText: '1,974.00' }).waitFor()
  await section.locator('a', { hasText: '开索赔单' }).click()
  await page.waitForURL('**/claims/new')
  await page.fill('[name=supplier]', '东阳红木厂')
  await page.locator('main .btn-go').click()
  await page.waitForURL(/\/claims\/SC\d+$/)
  const pack = await page.request.get(`${page.url()}/pack`)
  expect(pack.headers()).toMatchObject({
    'content-type': 'application/zip',
    'cache-control': 'no-store',
  })
  expect((await pack.body()).subarray(0, 2).toString()).toBe('PK')
  await page.locator('main .btn-go').first().click()
  await page.locator('[name=credited]').fill('1800')
  await page.locator('label', { has: page.locator('[name=result][value=credited]') }).click()
  await page
    .locator('main form', { has: page.locator('[name=credited]') })
    .locator('.btn-go')
    .click()
  await page.locator('main dd', { hasText: '1,800.00' }).first().waitFor()
  await page.goto('/console/returns/figures')
  await page.locator('main tr', { hasText: product }).locator('a').click()
  await page.waitForURL(/ledger\?.*product=/)
  expect(await page.locator('main tbody th a').allTextContents()).toEqual([number])
})

test('RX-5 without a script shares are written all the same', async () => {
  const { number } = await aCase()
  const page = await as('desk', { javaScript: false })
  allowTrouble(page, /status of 422|request csp/)
  await page.goto(`/console/returns/${number}`)
  await page.fill('[name=cause]', '搬运磕碰')
  await page.fill('[name=evidence]', '签收单')
  await page.fill('[name=factoryPercent]', '40')
  const send = page.locator('form', { has: page.locator('[name=cause]') }).locator('.btn-go')
  await send.click()
  expect(await page.inputValue('[name=cause]')).toBe('搬运磕碰')
  await page.fill('[name=logisticsPercent]', '60')
  await send.click()
  await page.locator('svg.share[aria-label*="60"]').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/console/returns/${number}`)
})

test.each(locales)(
  'Q-29 the ledger, claims and figures in %s, on a phone and on a desk',
  async (locale) => {
    const { number } = await aCase({ factory: 70 })
    const claim = await site.database.ask(async (sql) => {
      const [row] = await sql<{ number: string }[]>`
      insert into supplier_claims (case_id, supplier, amount, currency, made_at, made_by)
      select c.id, '东阳红木厂', 197400, 'CNY', now(), s.id from return_cases c, staff s
      where c.number = ${number} and s.email = 'manager@demo.test' returning number`
      return row!.number
    })
    for (const viewport of ['phone', 'desk'] as const) {
      const page = await as('manager', { locale, viewport })
      for (const path of [
        '/console/returns/ledger',
        '/console/returns/ledger?q=nothing-at-all',
        '/console/returns/ledger/paper',
        '/console/returns/figures',
        '/console/returns/claims',
        `/console/returns/claims/${claim}`,
        `/console/returns/${number}/answerability`,
      ]) {
        await page.goto(path)
        await page.locator('main').waitFor()
        expect([path, await page.evaluate(overflow)]).toEqual([path, 0])
        await expectNoAxeViolations(page)
      }
      await page.context().close()
    }
  },
)
