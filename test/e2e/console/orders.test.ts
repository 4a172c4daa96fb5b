import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Locale } from '#db/vocabulary/locales.ts'
import { workbook } from '#test/domain/orders/workbook.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, `${account}@demo.test`, options)

const models = () =>
  site.database.ask(async (sql) => {
    const rows = await sql<{ model: string }[]>`
      select model from products where active and store_id is null order by id limit 2`
    return rows.map(({ model }) => model) as [string, string]
  })

/** The page says it, now or in a moment. */
const sees = (page: Page, words: string) => page.locator('main', { hasText: words }).waitFor()

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

test('BK-5: entered incomplete, completed, returned, mended, checked, arrived; the customer may book', async () => {
  const [first, second] = await models()
  const number = 'XS-E2E-1'
  const at = `/console/orders/${number}`

  const store = await as('sales')
  await store.goto('/console/orders/new')
  await expectNoAxeViolations(store)
  await store.fill('[name=number]', 'xs-e2e-1')
  await store.fill('[name=name]', '林晓岚')
  await store.fill('[name=phone]', '1381234')
  await store.fill('[name=email]', 'lin@example.test')
  await store.fill('[name=model1]', 'NO-SUCH-1')
  await store.fill('[name=quantity1]', '1')
  await store.fill('[name=price1]', '4,999')
  allowTrouble(store, /status of 422/)
  await store.locator('main .btn-go').click()
  await store.locator('[role=alert]').waitFor()
  expect(await store.locator('[role=alert]').innerText()).toContain('第 1 行型号')
  expect(await store.inputValue('[name=name]')).toBe('林晓岚')
  await store.fill('[name=model1]', first)
  await store.locator('main .btn-go').click()
  await store.waitForURL(`**${at}`)
  await sees(store, '手机号不清楚')
  await sees(store, '送货日期没有写')
  await expectNoAxeViolations(store)

  await store.locator('.next .btn-go').click()
  await store.waitForURL(`**${at}/change`)
  await sees(store, '手机号要 11 位')
  await store.fill('[name=phone]', '138 1234 0021')
  await store.fill('[name=address]', '苏州市工业园区金鸡湖大道 1 号 3 幢 1201')
  await store.fill('[name=deliveryOn]', '2099-12-24')
  await store.fill('[name=model2]', second)
  await store.fill('[name=quantity2]', '2')
  await store.fill('[name=price2]', '899.50')
  await expectNoAxeViolations(store)
  await store.locator('form .btn-go').last().click()
  await store.waitForURL(`**${at}`)
  await sees(store, '等客服核对')

  const desk = await as('desk')
  await desk.goto('/console/orders')
  await desk.locator(`a[href$="${number}"]`).click()
  await desk.waitForURL(`**${at}`)
  await sees(desk, '¥6,798.00')
  await desk.locator('.next a.btn', { hasText: '退回门店' }).click()
  await desk.fill('[name=note]', '几单元？\n顾客说是 2 单元。')
  await desk.locator('form .btn-go').first().click()
  await desk.waitForURL(`**${at}`)
  const returned = await site.resend.waitForMail(({ subject }) => subject.includes(number))
  expect(returned.to).toEqual(['sales@demo.test'])
  expect(returned.text).toContain('顾客说是 2 单元。')

  await store.goto(at)
  await sees(store, '几单元？')
  await store.goto(`${at}/change`)
  await store.fill('[name=address]', '苏州市工业园区金鸡湖大道 1 号 3 幢 2 单元 1201')
  await store.locator('form .btn-go').last().click()
  await store.waitForURL(`**${at}`)

  await desk.goto(at)
  await desk.locator('.next .btn-go').click()
  await desk.locator('.st', { hasText: '已核对' }).waitFor()
  await desk.locator('.next button', { hasText: '下一份待核对' }).click()
  await desk.waitForURL((url) => url.pathname !== at)

  const warehouse = await as('warehouse', { viewport: 'phone' })
  await warehouse.goto('/console/orders')
  await warehouse.locator(`a[href$="${number}"]`).click()
  await warehouse.waitForURL(`**${at}`)
  await expectNoAxeViolations(warehouse)
  expect(await warehouse.evaluate(overflow)).toBe(0)
  // prices are none of the warehouse's business.
  expect(await warehouse.content()).not.toMatch(/6,798|499900/)
  await warehouse.locator('[name=line]').first().check()
  await warehouse.locator('form .btn-go').click()
  await warehouse.locator('a[href*="undo="]').waitFor()
  await sees(warehouse, '到了 1/2')
  await warehouse.locator('[name=line]').check()
  await warehouse.locator('form .btn-go').click()
  await warehouse.locator('.st', { hasText: '货齐' }).waitFor()

  const told = await site.resend.waitForMail(({ to }) => to.includes('lin@example.test'))
  expect(told.text).toContain(`/book?order=${number}`)
  await site.resend.waitForMail(
    ({ to, subject }) => to.includes('sales@demo.test') && subject.includes('货齐'),
  )
  await store.goto('/console')
  await sees(store, number)

  await warehouse.locator('a[href*="undo="]').last().click()
  await warehouse.locator('.btn-bad').click()
  await sees(warehouse, '到了 1/2')
  const corrected = await site.resend.waitForMail(
    ({ to, subject }) => to.includes('lin@example.test') && subject.includes('更正'),
  )
  expect(corrected.text).toContain('现在还不能约送货')
  await warehouse.locator('[name=line]').check()
  await warehouse.locator('form .btn-go').click()
  await warehouse.locator('.st', { hasText: '货齐' }).waitFor()

  await desk.goto('/console/orders?queue=agree')
  const row = desk.locator('tr', { hasText: number })
  expect(await row.locator('.clock').innerText()).toMatch(/还剩 (2 天 23 小时|3 天)/)
  await row.locator('a').click()
  await desk.locator('.next .btn-go', { hasText: '替顾客约送货' }).click()
  await desk.waitForURL(/tickets\/R[^/]+\/visits$/)
  await sees(desk, number)
})

describe('BK-5 a file of contracts', () => {
  test('says what is wrong where; the good ones are taken over, once', async () => {
    const [first] = await models()
    const page = await as('sales', { locale: 'en' })
    await page.goto('/console/orders/import')
    await expectNoAxeViolations(page)
    const row = (number: string, phone: string, quantity: string) =>
      [
        number,
        '2026-11-24',
        '2026-12-05',
        'Lin',
        phone,
        '1 Jinji Lake Avenue',
        first,
        quantity,
        '4999',
        'Zhou',
      ].join(',')
    const csv = [
      '订单号,订货日期,送货日期,顾客,手机,地址,型号,数量,单价,导购',
      row('IMP-1', '13812340021', '1'),
      row('IMP-2', '138', 'two'),
      row('IMP-3', '13812340022', '3'),
    ].join('\r\n')
    const upload = async (name: string, buffer: Buffer) => {
      await page.setInputFiles('[type=file]', { name, mimeType: 'text/csv', buffer })
      await page.locator('main .btn-go').click()
    }
    allowTrouble(page, /status of 422/)
    await upload('contracts.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await page.locator('[role=alert]').waitFor()
    expect(await page.locator('[role=alert]').innerText()).toContain('old Excel file')
    await upload('合同 <b>.csv', Buffer.from(csv))
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
    await expectNoAxeViolations(page)
    await sees(page, '合同 <b>.csv')
    const problems = page.locator('section', { hasText: 'To correct' }).locator('tbody tr')
    expect(await problems.allInnerTexts()).toEqual([
      expect.stringMatching(/^Row 3\s+数量\s+two\s+The quantity must be/),
    ])
    await page.locator('main .btn-go').click()
    await sees(page, '2 contracts were entered')
    await expectNoAxeViolations(page)

    await page.goto('/console/orders/import')
    await upload('again.csv', Buffer.from(csv))
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
    await sees(page, '2 were entered before')
    expect(await page.locator('main .btn-go').count()).toBe(0)
  })

  test('without scripts and from Excel it works the same', async () => {
    const [first] = await models()
    const page = await as('desk', { javaScript: false, viewport: 'phone' })
    allowTrouble(page, /422|request csp/)
    await page.goto('/console/orders/import')
    const buffer = workbook([
      ['订单号', '订货日期', '型号', '数量', '单价'],
      ['IMP-9', '2026-11-24', first, 1, 10],
    ])
    const file = { name: 'a.xlsx', mimeType: 'application/octet-stream', buffer }
    await page.setInputFiles('[type=file]', file)
    await page.locator('main .btn-go').click()
    expect(await page.locator('[role=alert]').innerText()).toContain('门店')
    await page.setInputFiles('[type=file]', file)
    await page.selectOption('[name=store]', { index: 1 })
    await page.locator('main .btn-go').click()
    await sees(page, '缺：')
    await page.locator('main .btn-go').click()
    await sees(page, '导入了 1 份合同')
    await page.goto('/console/orders/IMP-9')
    await sees(page, '手机号没有写')
  })

  test('Q-22 the template is a table of its columns and an example', async () => {
    const page = await as('sales')
    const answer = await page.request.get('/console/orders/import/template')
    expect(answer.headers()['content-disposition']).toBe('attachment; filename="contracts.csv"')
    expect(await answer.text()).toMatch(/^\uFEFF订单号,[^\r\n]+\r\n例：[^\r\n]+\r\n$/)
  })
})

test.each<[Locale, 'desk' | 'phone']>([
  ['zh-CN', 'desk'],
  ['en', 'phone'],
])(
  'the queues and an empty contract are whole in %s, at the size of a %s',
  async (locale, viewport) => {
    const page = await as('desk', { locale, viewport })
    const queues = ['check', 'incomplete', 'goods', 'agree', 'all']
    for (const path of [
      ...queues.map((queue) => `/console/orders?queue=${queue}`),
      '/console/orders/new',
    ]) {
      await page.goto(path)
      await expectNoAxeViolations(page)
      expect([path, await page.evaluate(overflow)]).toEqual([path, 0])
    }
  },
)
