import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

interface Free {
  id: number
  day: string
  start: string
  end: string
  minutesLeft: number
  places: number
}

async function freeWindows(service: string, area: string): Promise<Free[]> {
  const asked = new URLSearchParams({ service, area })
  return (await (await fetch(`${site.url}/resources/windows?${asked}`)).json()) as Free[]
}

/** An order of the demo shop all of whose goods are there, in a district that can be booked. */
async function readyOrder(nth: number) {
  const rows = await site.database.connect()<
    { number: string; phone: string; address: string; name: string }[]
  >`select number, phone, address, name from orders
    where status = 'checked' and ready_at is not null and agreed_at is null and delivered_on is null
      and address not like '%宝山%' order by id`
  return rows[nth]!
}

const goOn = (page: Page) => page.locator('form[data-step] .button--primary').click()
const stepIs = (page: Page, step: string) => page.waitForURL(new RegExp(`step=${step}(&|$)`))
const phones = (() => {
  let n = 100
  return () => `13900020${n++}`
})()

async function toTime(
  page: Page,
  {
    service,
    what,
    phone,
    address,
  }: { service: string; what: string; phone: string; address: string },
) {
  await page.goto('/book')
  await page.check(`input[name="service"][value="${service}"]`)
  await page.fill('#phone', phone)
  await page.fill('#what', what)
  await goOn(page)
  await stepIs(page, 'contact')
  await page.fill('#address', address)
  await page.fill('#name', 'Lin Xiaolan')
  await goOn(page)
  await stepIs(page, 'time')
}

const ticketsWith = (phone: string) =>
  site.database.connect()<{ number: string; status: string; visits: number }[]>`
    select number, status, (select count(*)::int from visits where ticket_id = tickets.id) as visits
    from tickets where phone = ${phone} and kind in ('delivery', 'install', 'repair', 'survey')
      and created_at > now() - interval '1 hour'`

/** The fields of one whole booking, as a program would send them. */
const whole = (window: Pick<Free, 'id' | 'day'>, more: Record<string, string> = {}) =>
  new URLSearchParams({
    service: 'survey',
    orderNumber: '',
    phone: phones(),
    name: '顾客',
    email: '',
    address: '苏州市姑苏区人民路 1 号',
    day: window.day,
    window: String(window.id),
    ...more,
  })
const post = (body: URLSearchParams) =>
  fetch(`${site.url}/book`, { method: 'POST', body, redirect: 'manual' })

describe('a homeowner books', () => {
  test('BK-1: a delivery with its installation, from the order to the mail, Axe clean on every step', async () => {
    const page = await openPage(browser, { locale: 'zh-CN', baseUrl: site.url })
    const order = await readyOrder(0)
    await page.goto('/')
    await page.locator('.way').first().click()
    await page.waitForURL(/\/book$/)
    await page.check('input[name="service"][value="delivery"]')
    await page.fill('#phone', order.phone)
    await page.fill('#orderNumber', order.number.toLowerCase())
    await expectNoAxeViolations(page)
    await goOn(page)
    await stepIs(page, 'contact')
    expect(await page.inputValue('#address')).toBe(order.address)
    expect(await page.inputValue('#name')).toBe(order.name)
    await page.fill('#email', 'zhixia@example.test')
    await expectNoAxeViolations(page)
    await goOn(page)
    await stepIs(page, 'time')
    const bar = page.locator('[data-chosen]')
    await bar.filter({ hasText: '还没有选时段' }).waitFor()
    await page.locator('.calendar a').nth(1).click()
    await page.waitForURL(/day=\d{4}-\d\d-\d\d#windows$/)
    await bar.waitFor()
    await page.locator('input[name="window"]').first().check()
    const install = page.locator('input[name="install"]:not([disabled])').first()
    await install.check()
    await bar.filter({ hasText: /送货 \d\d:\d\d–\d\d:\d\d，安装 / }).waitFor()
    // A delivery that ends later puts away the installation it would come after.
    const early = (await install.getAttribute('value')) ?? ''
    await page.locator('input[name="window"]').last().check()
    expect(await page.isDisabled(`input[name="install"][value="${early}"]`)).toBe(true)
    await page.locator('input[name="window"]').first().check()
    await page.locator('input[name="install"]:not([disabled])').first().check()
    await expectNoAxeViolations(page)
    await goOn(page)
    await stepIs(page, 'home')
    await page.check('input[name="lift"][value="no"]')
    await page.fill('#floor', '5')
    await expectNoAxeViolations(page)
    await goOn(page)
    await stepIs(page, 'check')
    expect(await page.locator('main').textContent()).toContain(order.address)
    await expectNoAxeViolations(page)
    await page.check('#consent')
    await goOn(page)
    await page.waitForURL(/\/book\/sent\//)
    await expectNoAxeViolations(page)
    expect(await page.locator('.when').count()).toBe(2)
    const number = (await page.locator('.done__number b').textContent()) ?? ''
    expect(await ticketsWith(order.phone)).toEqual([{ number, status: 'scheduled', visits: 2 }])
    const mail = await site.resend.waitForMail(({ to }) => to.includes('zhixia@example.test'))
    expect(mail.subject).toContain(number)

    // The same order again says when it comes, to whoever knows number and phone.
    allowTrouble(page, /409/)
    await page.goto(`/book?order=${order.number}`)
    expect(await page.inputValue('#orderNumber')).toBe(order.number)
    await page.check('input[name="service"][value="delivery"]')
    await page.fill('#phone', order.phone)
    await goOn(page)
    await page.locator('#error-summary').waitFor()
    expect(await page.locator('#error-summary').textContent()).toContain(number)
    await page.locator('.button--primary').click({ trial: true })
  })

  test('without a script, in English: a repair described in words, a change on the way, Back does no harm', async () => {
    const page = await openPage(browser, { locale: 'en', javaScript: false, baseUrl: site.url })
    allowTrouble(page, /422/)
    const phone = phones()
    await page.goto('/book')
    await goOn(page)
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.locator('#error-summary li').count()).toBe(3)
    await toTime(page, {
      service: 'repair',
      what: 'The wardrobe door has dropped',
      phone,
      address: 'Room 5, 12 Renmin Road, Gusu, Suzhou',
    })
    await goOn(page)
    expect(await page.locator('#error-summary').textContent()).toContain('choose a time')
    await page.locator('.calendar a').last().click()
    await page.waitForURL(/day=/)
    await page.locator('input[name="window"]').last().check()
    await goOn(page)
    await stepIs(page, 'home')
    await page.fill('#floor', 'third')
    await goOn(page)
    expect(await page.locator('#floor-error').textContent()).toContain('number')
    expect(await page.inputValue('#floor')).toBe('third')
    await page.fill('#floor', '3')
    await goOn(page)
    await stepIs(page, 'check')
    await page.locator('a[href$="&back=check#name"]').click()
    await page.fill('#name', 'Lin X.')
    await goOn(page)
    await stepIs(page, 'check')
    expect(await page.locator('main').textContent()).toContain('Lin X.')
    await page.check('#consent')
    await goOn(page)
    await page.waitForURL(/\/book\/sent\//)
    const sent = page.url()
    await page.goBack()
    await page.waitForURL(sent)
    expect(await ticketsWith(`+86${phone}`)).toHaveLength(1)
  })

  test('an address in no district of ours: one is chosen, or we call, and nothing typed is lost', async () => {
    const page = await openPage(browser, { locale: 'zh-CN', baseUrl: site.url })
    allowTrouble(page, /422/)
    await page.goto('/book?service=survey')
    await page.fill('#phone', phones())
    await page.fill('#what', '书房定做书柜')
    await goOn(page)
    await stepIs(page, 'contact')
    await page.fill('#address', '北京路 1 号')
    await page.fill('#name', '卓玛')
    await goOn(page)
    await page.locator('#area-error').waitFor()
    expect(await page.inputValue('#name')).toBe('卓玛')
    await expectNoAxeViolations(page)
    await page.selectOption('#area', { label: '苏州 工业园区' })
    await goOn(page)
    await stepIs(page, 'time')
    await page.goBack()
    await page.locator('#area').waitFor()
    await page.fill('#address', '拉萨市城关区北京路 1 号')
    await goOn(page)
    await page.locator('#address-error').waitFor()
    expect(await page.locator('#area').count()).toBe(0)
    await page.locator('a[href^="/report?draft="]').click()
    await page.waitForURL(/\/report/)
    expect(await page.inputValue('#product')).toBe('书房定做书柜')
    await goOn(page)
    await stepIs(page, 'problem')
    expect(await page.inputValue('#description')).toContain('想约量尺')
    await goOn(page)
    await stepIs(page, 'where')
    expect(await page.inputValue('#name')).toBe('卓玛')
    expect(await page.inputValue('#address')).toContain('拉萨')
  })
})

describe('a window that went meanwhile', () => {
  test('is said so with the three nearest, nothing typed is lost, and one of them is booked', async () => {
    const page = await openPage(browser, { locale: 'zh-CN', baseUrl: site.url })
    allowTrouble(page, /409/)
    const phone = phones()
    const address = '苏州市吴中区东吴北路 1 号'
    await toTime(page, { service: 'survey', what: '量衣帽间', phone, address })
    const last = (await freeWindows('survey', '吴中区')).find(({ places }) => places === 1)!
    await page.goto(`${page.url()}&day=${last.day}`)
    await page.check(`input[name="window"][value="${last.id}"]`)
    await goOn(page)
    await stepIs(page, 'home')
    await goOn(page)
    await stepIs(page, 'check')
    const { status } = await post(whole(last, { address }))
    expect(status).toBe(303)
    await page.check('#consent')
    await goOn(page)
    await page.locator('#error-summary').waitFor()
    expect(await page.locator('#error-summary').textContent()).toContain('刚被约走了')
    expect(await page.locator('input[name="window"]').count()).toBe(3)
    expect(await page.locator('input[name="window"]:checked').count()).toBe(1)
    await expectNoAxeViolations(page)
    await goOn(page)
    await stepIs(page, 'check')
    expect(await page.locator('main').textContent()).toContain('量衣帽间')
    await page.check('#consent')
    await goOn(page)
    await page.waitForURL(/\/book\/sent\//)
    expect(await ticketsWith(`+86${phone}`)).toMatchObject([{ visits: 1 }])
  })

  test('Q-1: of 60 posts for the last place one is booked, 59 are told 409 with the nearest', async () => {
    const last = (await freeWindows('survey', '姑苏区')).find(({ places }) => places === 1)!
    const answers = await Promise.all(Array.from({ length: 60 }, () => post(whole(last))))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(59)
    const lost = answers.find(({ status }) => status === 409)!
    expect((await lost.text()).match(/name="window"/g)).toHaveLength(3)
    const [{ over }] = (await site.database.connect()`
      select count(*)::int as over from windows
      where booked_minutes > capacity_minutes + overbooked_minutes`) as unknown as [
      { over: number },
    ]
    expect(over).toBe(0)
  })
})

test('Q-5: one booking sent 30 times at once is one booking and 30 same answers', async () => {
  const [window] = await freeWindows('repair', '姑苏区')
  const first = await (await fetch(`${site.url}/book`)).text()
  const draft = /name="draft" value="([\w-]+)"/.exec(first)?.[1] ?? ''
  const phone = phones()
  const body = whole(window!, { service: 'repair', draft, phone })
  const answers = await Promise.all(Array.from({ length: 30 }, () => post(body)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(new Set(answers.map(({ headers }) => headers.get('Location'))).size).toBe(1)
  const [ticket, ...more] = await ticketsWith(`+86${phone}`)
  expect(more).toEqual([])
  const changed = await post(whole(window!, { service: 'repair', draft, phone, name: '别人' }))
  expect(changed.status).toBe(409)
  expect(await changed.text()).toContain(ticket?.number)
})

test('what one post gets wrong is answered 422, an order that can’t be delivered 409', async () => {
  const [window] = await freeWindows('delivery', '姑苏区')
  const wrong = await post(whole(window!, { service: 'delivery', phone: 'abc', name: '' }))
  expect(wrong.status).toBe(422)
  const unknown = await post(whole(window!, { service: 'delivery', orderNumber: 'NO-1' }))
  expect(unknown.status).toBe(422)
  const [waiting] = await site.database.connect()<{ number: string; phone: string }[]>`
    select number, phone from orders where ready_at is null and delivered_on is null
      and status = 'checked' and agreed_at is null limit 1`
  const early = await post(
    whole(window!, { service: 'delivery', orderNumber: waiting!.number, phone: waiting!.phone }),
  )
  expect(early.status).toBe(409)
})

describe('GET /resources/windows', () => {
  const ask = (query: string) => fetch(`${site.url}/resources/windows?${query}`)

  test('tells what is free, by the area’s key or its name in either language', async () => {
    const byName = await freeWindows('repair', '姑苏区')
    expect(byName.length).toBeGreaterThan(10)
    const [first] = byName
    expect(Object.keys(first!).sort()).toEqual(
      ['day', 'end', 'id', 'minutesLeft', 'places', 'start'].sort(),
    )
    const [{ id, en }] = (await site.database.connect()`
      select id, name_en as en from areas where name_zh = '姑苏区'`) as unknown as [
      { id: string; en: string },
    ]
    expect(await freeWindows('repair', id)).toEqual(byName)
    expect(await freeWindows('repair', en.toUpperCase())).toEqual(byName)
    const oneDay = await ask(`service=repair&area=${id}&from=${first!.day}&to=${first!.day}`)
    const days = ((await oneDay.json()) as Free[]).map(({ day }) => day)
    expect(new Set(days)).toEqual(new Set([first!.day]))
    expect(await freeWindows('repair', '宝山区')).toEqual([])
  })

  test.each([
    'service=party&area=1',
    'service=repair',
    'service=repair&area=Atlantis',
    'service=repair&area=1&from=yesterday',
    'service=repair&area=1&from=2026-12-02&to=2026-12-01',
    'service=repair&area=1&to=2026-02-30',
  ])('names what makes no sense: %s', async (query) => {
    const answer = await ask(query)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: 'invalid' })
  })
})
