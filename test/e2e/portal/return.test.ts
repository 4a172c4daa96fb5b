import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, runsScripts, useBrowser } from '#test/setup/browser.ts'
import { htmlNamedJpg, photo, uprightPhotoWithPosition } from '#test/setup/photos.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': { words: '右边的门磕掉一个角', applies: '现在有效', piece: '右门', wide: '全景' },
  en: {
    words: 'A corner of the right door is off',
    applies: 'so it holds',
    piece: 'Right door',
    wide: 'wide',
  },
} satisfies Record<Locale, Record<string, string>>

/** An order of a wardrobe in cartons, delivered two days ago. */
const anOrder = () =>
  site.database.ask(async (sql) => {
    const [order] = await sql<{ number: string; phone: string }[]>`
      update orders set delivered_on = current_date - 2, phone = coalesce(nullif(orders.phone, ''), c.phone)
      from customers c where c.id = orders.customer_id and orders.id = (
        select o.id from orders o join order_lines l on l.order_id = o.id
        join products p on p.id = l.product_id
        where p.model = 'YS-W320' and o.status <> 'cancelled' and o.customer_id is not null
        order by o.id limit 1)
      returning orders.number, orders.phone`
    return order!
  })

const goOn = (page: Page) => page.locator('form[data-step] .actions .button--primary').click()
const stepIs = (page: Page, step: string) => page.waitForURL(new RegExp(`step=${step}(&|$)`))

const accessible = (page: Page) => (runsScripts(page) ? expectNoAxeViolations(page) : undefined)

async function toPhotos(page: Page, locale: Locale) {
  const { number, phone } = await anOrder()
  await page.fill('#phone', phone)
  await page.fill('#orderNumber', number.toLowerCase())
  await goOn(page)
  await stepIs(page, 'goods')
  await accessible(page)
  await page.locator('label.choice', { hasText: 'YS-W320' }).first().locator('input').check()
  await goOn(page)
  await stepIs(page, 'problem')
  await page.locator('label.choice', { hasText: said[locale].piece }).locator('input').check()
  await page.check('input[name="reason"][value="transit"]')
  await page.fill('#words', said[locale].words)
  await page.check('input[name="unpacked"][value="yes"]', { force: true })
  await accessible(page)
  await goOn(page)
  await stepIs(page, 'wish')
  await page.check('input[name="wish"][value="exchange"]')
  await page.fill('#name', '林晓岚')
  await page.fill('#address', '苏州市工业园区湖滨路 88 号')
  await page.fill('#email', '')
  await accessible(page)
  await goOn(page)
  await stepIs(page, 'photos')
}

async function toCheck(page: Page, locale: Locale) {
  await goOn(page)
  await stepIs(page, 'cover')
  expect(await page.locator('.facts').textContent()).toContain(said[locale].applies)
  await accessible(page)
  await goOn(page)
  await stepIs(page, 'check')
}

async function send(page: Page): Promise<string> {
  await page.check('#consent')
  await goOn(page)
  await page.waitForURL(/\/return\/sent\//)
  return (await page.locator('.done__number b').textContent()) ?? ''
}

const caseOf = (number: string) =>
  site.database.ask(async (sql) => {
    const [found] = await sql<Record<string, unknown>[]>`
      select t.kind, c.reason, c.wish, c.status, c.unpacked, jsonb_array_length(c.pieces) as pieces,
        (select array_agg(a.shot order by a.shot) from attachments a where a.case_id = c.id) as shots
      from return_cases c join tickets t on t.id = c.ticket_id where t.number = ${number}`
    return found
  })

describe.each(['zh-CN', 'en'] as const)('RX-1 a homeowner asks for an exchange, %s', (locale) => {
  test('RX-1 from the first page to the end, with guided photos', async () => {
    const page = await openPage(browser, { locale, baseUrl: site.url })
    await page.goto('/')
    await page.click('main a[href="/return"]')
    await page.waitForURL(/\/return$/)
    await expectNoAxeViolations(page)
    await toPhotos(page, locale)
    await page.setInputFiles('#shot-wide', [await photo('all.jpg')])
    await page.setInputFiles('#shot-close', [await uprightPhotoWithPosition()])
    await expectNoAxeViolations(page)
    await toCheck(page, locale)
    expect(await page.locator('.summary .photo img').count()).toBe(2)
    expect(await page.locator('.summary').first().textContent()).toContain(said[locale].piece)
    await expectNoAxeViolations(page)
    const number = await send(page)
    await expectNoAxeViolations(page)
    expect(await caseOf(number)).toEqual({
      kind: 'exchange',
      reason: 'transit',
      wish: 'exchange',
      status: 'asked',
      unpacked: true,
      pieces: 1,
      shots: ['close', 'wide'],
    })
    await page.locator('.actions a.button--primary').click()
    await page.waitForURL(/\/track\//)
  })

  test('RX-1 without a script: what is wrong is named, the rest is kept, and it is sent once', async () => {
    const page = await openPage(browser, { locale, javaScript: false, baseUrl: site.url })
    allowTrouble(page, /422/)
    await page.goto('/return')
    await page.fill('#phone', '+8613900099999')
    await page.fill('#orderNumber', 'YQ-1')
    await goOn(page)
    await page.locator('#error-summary').waitFor()
    expect(await page.inputValue('#orderNumber')).toBe('YQ-1')
    await toPhotos(page, locale)
    await page.setInputFiles('#shot-wide', [await photo('all.jpg')])
    await page.setInputFiles('#shot-label', [htmlNamedJpg('page.jpg')])
    await goOn(page)
    expect(await page.locator('#error-summary').textContent()).toContain('page.jpg')
    expect(await page.locator('.photo img').getAttribute('alt')).toBe(said[locale].wide)
    await toCheck(page, locale)
    await page.locator('.summary__change a[href*="step=problem"]').last().click()
    await page.fill('#words', `${said[locale].words} 2`)
    await goOn(page)
    await stepIs(page, 'check')
    const number = await send(page)
    const sent = page.url()
    await page.goBack()
    await page.waitForURL(sent)
    expect(await caseOf(number)).toMatchObject({ shots: ['wide'] })
  })
})
