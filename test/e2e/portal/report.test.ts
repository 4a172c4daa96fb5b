import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { heic, htmlNamedJpg, photo, uprightPhotoWithPosition } from '#test/setup/photos.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    product: '三门橡木衣柜',
    description: '中间那扇门往下掉，关的时候会蹭到旁边的门。',
    name: '林晓岚',
    address: '苏州市工业园区湖滨路 88 号\n澄湖花园 3 幢 1202 室',
    received: '我们收到了',
    error: '错误：',
  },
  en: {
    product: 'Three-door oak wardrobe',
    description: 'The middle door has dropped and catches on the one beside it.',
    name: 'Lin Xiaolan',
    address: 'Room 1202, Building 3\nChenghu Garden',
    received: 'We have your report',
    error: 'Error: ',
  },
} satisfies Record<Locale, Record<string, string>>

const goOn = (page: Page) => page.locator('form[data-step] .button--primary').click()
const stepIs = (page: Page, step: string) => page.waitForURL(new RegExp(`step=${step}(&|$)`))

async function toProblem(page: Page, locale: Locale) {
  await page.goto('/report')
  await page.fill('#product', said[locale].product)
  await goOn(page)
  await stepIs(page, 'problem')
}

async function describeProblem(page: Page, locale: Locale) {
  await page.check('input[name="category"][value="door"]')
  await page.fill('#description', said[locale].description)
  await goOn(page)
  await stepIs(page, 'where')
}

async function toCheck(
  page: Page,
  locale: Locale,
  { phone, email }: { phone: string; email: string },
) {
  await page.fill('#address', said[locale].address)
  await page.fill('#name', said[locale].name)
  await page.fill('#phone', phone)
  await page.fill('#email', email)
  await goOn(page)
  await stepIs(page, 'when')
  await page.locator('input[type="checkbox"][name="preferredDays"]').first().check()
  await goOn(page)
  await stepIs(page, 'check')
}

async function send(page: Page): Promise<string> {
  await page.check('#consent')
  await goOn(page)
  await page.waitForURL(/\/report\/sent\//)
  return (await page.locator('.done__number b').textContent()) ?? ''
}

const ticketsNamed = (name: string, phone: string) =>
  site.database.connect()<{ number: string }[]>`
    select number from tickets where name = ${name} and phone = ${phone}`

describe.each(['zh-CN', 'en'] as const)('a homeowner reports a problem, %s', (locale) => {
  test('with photos sent as they are chosen, gets the mail and tracks it', async () => {
    const page = await openPage(browser, { locale, baseUrl: site.url })
    const phone = locale === 'en' ? '+8613900010001' : '+8613900010002'
    const email = `lin-${locale.toLowerCase()}@example.test`
    await toProblem(page, locale)
    await page.setInputFiles('input[name="photos"]', [
      await photo('door.jpg'),
      await uprightPhotoWithPosition(),
      await heic(),
    ])
    await page.waitForFunction(
      () => document.querySelectorAll('.photo:not(.photo--sending) .photo__remove').length === 3,
    )
    await describeProblem(page, locale)
    await toCheck(page, locale, { phone, email })
    await expect.poll(() => page.locator('.summary .photo img').count()).toBe(3)
    const number = await send(page)
    expect(number).toMatch(/^R\d+-\d$/)
    const mail = await site.resend.waitForMail((sent) => sent.to.includes(email))
    expect(mail.subject).toContain(number)

    await page.goto('/track')
    await page.fill('#track-number', number.toLowerCase().replace('-', ''))
    await page.fill('#track-phone', phone)
    await page.locator('.button--primary').click()
    await page.waitForURL(/\/track\/[\w-]{32}$/)
    expect(await page.locator('h1').textContent()).toContain(said[locale].received)
    await page.fill('#message', said[locale].name)
    await page.locator('.composer .button').click()
    await page.locator('.msg--mine').waitFor()
    expect(await page.locator('#message').inputValue()).toBe('')
    await expectNoAxeViolations(page)
  })

  test('without a script: what is no photo is named, the rest is kept', async () => {
    const page = await openPage(browser, { locale, javaScript: false, baseUrl: site.url })
    allowTrouble(page, /422/)
    const phone = locale === 'en' ? '+8613900010003' : '+8613900010004'
    await toProblem(page, locale)
    await page.setInputFiles('input[name="photos"]', [
      await photo('door.jpg'),
      htmlNamedJpg('page.jpg'),
    ])
    await page.fill('#description', said[locale].description)
    await goOn(page)
    await page.locator('#error-summary').waitFor()
    expect(await page.title()).toMatch(new RegExp(`^${said[locale].error}`))
    expect(await page.locator('#error-summary').textContent()).toContain('page.jpg')
    expect(await page.locator('#description').inputValue()).toBe(said[locale].description)
    expect(await page.locator('button[name="remove"]').count()).toBe(1)
    await page.setInputFiles('input[name="photos"]', [await uprightPhotoWithPosition()])
    await describeProblem(page, locale)
    await toCheck(page, locale, { phone, email: '' })
    await page.locator('.summary__change a').first().click()
    await page.fill('#product', `${said[locale].product} 2`)
    await goOn(page)
    await stepIs(page, 'check')
    expect(await page.locator('.summary').first().textContent()).toContain(
      `${said[locale].product} 2`,
    )
    const number = await send(page)
    const sentUrl = page.url()
    await page.goBack()
    await page.waitForURL(sentUrl)
    expect(await ticketsNamed(said[locale].name, phone)).toEqual([{ number }])
  })
})

test('Q-5: the whole form 50 times at once is one ticket and 50 same answers', async () => {
  const first = await (await fetch(`${site.url}/report`)).text()
  const draft = /name="draft" value="([\w-]+)"/.exec(first)?.[1] ?? ''
  const form = (description: string) =>
    new URLSearchParams({
      draft,
      product: '餐桌',
      category: 'loose',
      description,
      name: '顾客五十',
      phone: '13900010005',
      email: '',
      address: '苏州市',
      orderNumber: '',
      preferredDays: '哪天都行',
    })
  const post = (description = '桌脚晃') =>
    fetch(`${site.url}/report`, { method: 'POST', body: form(description), redirect: 'manual' })
  const answers = await Promise.all(Array.from({ length: 50 }, () => post()))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(new Set(answers.map(({ headers }) => headers.get('Location'))).size).toBe(1)
  const [ticket, ...more] = await ticketsNamed('顾客五十', '+8613900010005')
  expect(more).toEqual([])
  const changed = await post('桌面裂了')
  expect(changed.status).toBe(409)
  expect(await changed.text()).toContain(ticket?.number)
})

test('a lost connection keeps the photo and offers to send it again', async () => {
  const page = await openPage(browser, { baseUrl: site.url })
  allowTrouble(page, /ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
  await toProblem(page, 'zh-CN')
  await page.route('**/resources/report-photos', (route) => route.abort())
  await page.setInputFiles('input[name="photos"]', [await photo()])
  const again = page.locator('.photo--failed .link')
  await again.waitFor()
  await page.check('input[name="category"][value="door"]')
  await page.fill('#description', '门关不上')
  await goOn(page)
  expect(await again.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.unroute('**/resources/report-photos')
  await again.click()
  await page.locator('.photo:not(.photo--failed):not(.photo--sending) .photo__remove').waitFor()
  await goOn(page)
  await stepIs(page, 'where')
})

test('what is typed is there again after the page was left', async () => {
  const page = await openPage(browser, { baseUrl: site.url })
  await toProblem(page, 'zh-CN')
  await page.fill('#description', '还没有写完')
  await page.check('input[name="category"][value="loose"]')
  await page.reload()
  await expect.poll(() => page.locator('#description').inputValue()).toBe('还没有写完')
  expect(await page.isChecked('input[name="category"][value="loose"]')).toBe(true)
  await goOn(page)
  await stepIs(page, 'where')
  await page.goBack()
  expect(await page.locator('#description').inputValue()).toBe('还没有写完')
})
