import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import en from '#app/i18n/en/customers.ts'
import enTickets from '#app/i18n/en/tickets.ts'
import zh from '#app/i18n/zh-CN/customers.ts'
import zhTickets from '#app/i18n/zh-CN/tickets.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { type Locale, locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { sessionCookie } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()
const words = { 'zh-CN': { ...zh, desk: zhTickets }, en: { ...en, desk: enTickets } }

const as = async (account: string, options: Partial<PageOptions> = {}) => {
  const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
  // A browser without scripts refuses what the page preloads.
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 422/)
  return page
}

let made = 0

/** Somebody with an order and, for each status, a ticket about what they bought. */
async function somebody(statuses: string[] = [], facts: { name?: string; email?: string } = {}) {
  const n = (made += 1)
  const phone = `+8613901${String(100_000 + n)}`
  const name = facts.name ?? `客户${String.fromCodePoint(0x4e00 + 40 * n)}${n}`
  return site.database.ask(async (sql) => {
    const [customer] = await sql<{ id: number }[]>`
      insert into customers (phone, name, email, address, locale, created_at)
      values (${phone}, ${name}, ${facts.email ?? null}, ${`上海市徐汇区漕溪路 ${n} 号`}, 'zh-CN', now())
      returning id`
    const order = `XE9${String(n).padStart(4, '0')}`
    const [bought] = await sql<{ product: string }[]>`
      with made as (
        insert into orders (number, status, store_id, customer_id, name, phone, address, ordered_on, delivered_on, clerk)
        select ${order}, 'checked', min(id), ${customer!.id}, ${name}, ${phone}, '上海市徐汇区漕溪路 1 号',
          current_date - 300, current_date - 280, '小林' from stores returning id
      ), line as (
        insert into order_lines (order_id, product_id, quantity, unit_price)
        select made.id, (select min(id) from products), 1, 499900 from made returning product_id
      ) select name_zh || ' ' || model as product from line join products on products.id = line.product_id`
    const numbers: string[] = []
    for (const status of statuses) {
      const number = ticketNumber(800_000 + 10 * n + numbers.length)
      await sql`
        insert into tickets (number, kind, status, severity, category, channel, product, description, customer_id,
          name, phone, address, locale, created_at, updated_at)
        values (${number}, 'repair', ${status}, 2, 'door', 'phone', ${bought!.product},
          ${`门关不上 ${number}`}, ${customer!.id}, ${name}, ${phone}, '上海市徐汇区漕溪路 1 号', 'zh-CN',
          now() - interval '2 days', now())`
      numbers.push(number)
    }
    return { id: customer!.id, name, phone, order, product: bought!.product, numbers }
  })
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const wide = async (page: Page) => expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)

describe('the register', () => {
  test('IN-1: a call of somebody known takes a number, three choices and their words', async () => {
    const { phone, product } = await somebody()
    const page = await as('desk')
    await page.goto('/console/tickets/new')
    await alive(page)
    const pressed = { keys: 0, clicks: 0 }
    const press = async (key: string) => {
      pressed.keys += 1
      await page.keyboard.press(key)
    }
    const started = Date.now()
    // The cursor stands in the phone's field already.
    for (const digit of phone.slice(3)) await press(digit)
    await press('Enter')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'product')
    await page.locator('#call-bought option').first().waitFor({ state: 'attached' })
    await page.locator('.bought > li').first().click()
    pressed.clicks += 1
    expect(await page.locator('input[name=product]').inputValue()).toBe(product)
    expect(await page.locator('input[name=orderNumber]').inputValue()).not.toBe('')
    await page.locator('textarea[name=description]').fill('左边的门掉了')
    pressed.clicks += 1
    await page.locator('input[name=severity][value="2"]').check({ force: true })
    pressed.clicks += 1
    await page.locator('button.btn-lg').click()
    pressed.clicks += 1
    await page.waitForURL(/tickets\/R\d+-\d$/)
    expect(pressed).toEqual({ keys: 12, clicks: 4 })
    expect(Date.now() - started).toBeLessThan(60_000)
  })

  test('IN-6: what is open on the same thing is in sight, and what is said can go there instead', async () => {
    const { phone, product, numbers } = await somebody(['triaged', 'closed'])
    const page = await as('desk', { locale: 'en' })
    await page.goto(`/console/tickets/new?${new URLSearchParams({ phone, product })}`)
    await alive(page)
    const twin = page.locator('[role=alert]', { hasText: numbers[0]! })
    await twin.waitFor()
    await page.locator('select[name=category]').selectOption('door')
    await page.getByText(saying(enTickets.call.reworkOf, { number: numbers[1]! })).waitFor()
    await expectNoAxeViolations(page)
    await page.locator('textarea[name=description]').fill('It came off altogether')
    // The keys don't register past it.
    await page.locator('input[name=preferredDays]').press('Control+Enter')
    await page.locator('#call-first-twin:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`${numbers[0]!}$`))
    const said = page.locator('.msg-in', { hasText: 'It came off altogether' })
    await said.getByText(/written down by/).waitFor()
    expect(
      await site.database.ask(
        (sql) => sql`select 1 from tickets where phone = ${phone} and status <> 'closed'`,
      ),
    ).toHaveLength(1)
  })

  test('IN-6: without scripts too, on a phone', async () => {
    const { phone, product, numbers } = await somebody(['new'])
    const page = await as('desk', { javaScript: false, viewport: 'phone' })
    await page.goto('/console/tickets/new')
    await page.locator('input[name=phone]').fill(phone)
    await page.locator('input[name=product]').fill(product)
    await page.locator('textarea[name=description]').fill('又来电话了')
    await page.locator('button[formmethod=get]').click()
    await wide(page)
    await page.locator('[role=alert] button').click()
    expect(new URL(page.url()).pathname).toBe(`/console/tickets/${numbers[0]}`)
    expect(await page.locator('.talk').innerText()).toContain('又来电话了')
  })
})

/** The words of a catalogue with their values. */
const saying = (sentence: string, values: Record<string, string>) =>
  Object.entries(values).reduce((said, [key, value]) => said.replace(`{{${key}}}`, value), sentence)

describe.each<Locale>([...locales])('IN-6 merging, in %s', (locale) => {
  test('one ticket goes into the other and comes out again; its link opens the other meanwhile', async () => {
    const t = words[locale].desk
    const { numbers } = await somebody(['triaged', 'new'])
    const [target, source] = numbers as [string, string]
    const token = `merged-${locale}-${'x'.repeat(24)}`.slice(0, 32)
    await site.database.ask(
      (sql) => sql`insert into private_links (purpose, ticket_id, token_hash, created_at)
        select 'track', id, ${hashToken(token)}, now() from tickets where number = ${source}`,
    )
    const page = await as('desk', { locale })
    await page.goto(`/console/tickets/${source}`)
    await alive(page)
    await page.getByRole('link', { name: saying(t.merge.start, { number: target }) }).click()
    await page.waitForURL(/merge/)
    await expectNoAxeViolations(page)
    expect(await page.locator('input[name=choice]:checked').getAttribute('value')).toBe(target)
    await page.getByRole('button', { name: t.merge.submit, exact: true }).click()
    await page.waitForURL(new RegExp(`${target}$`))
    await page.getByText(`${t.merge.merged} ${source}`).waitFor()
    await page.locator('.talk', { hasText: `门关不上 ${source}` }).waitFor()
    await expectNoAxeViolations(page)
    const customer = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await customer.goto(`/track/${token}`)
    expect(await customer.locator('body').innerText()).toContain(target)
    expect(await customer.locator('body').innerText()).not.toContain(source)
    await page.getByRole('button', { name: saying(t.merge.undoOf, { number: source }) }).click()
    await page.waitForURL(new RegExp(`${source}$`))
    await page.getByRole('link', { name: saying(t.merge.start, { number: target }) }).waitFor()
    await customer.reload()
    expect(await customer.locator('body').innerText()).toContain(source)
  })
})

describe.each<Locale>([...locales])('CU-1 a customer’s page, in %s', (locale) => {
  test('found in the list; a contact, a note; two entries become one and two again', async () => {
    const t = words[locale]
    const email = `twin-${locale.toLowerCase()}@example.test`
    const kept = await somebody(['triaged'], { email })
    const gone = await somebody(['closed'], { email })
    const page = await as('desk', { locale })
    await page.goto('/console/customers')
    await alive(page)
    await expectNoAxeViolations(page)
    await page.locator('main input[name=q]').fill(kept.phone)
    await page.locator('main input[name=q]').press('Enter')
    await page.waitForURL(/q=/)
    await page.getByRole('link', { name: kept.name }).click()
    await page.locator('main h1', { hasText: kept.name }).waitFor()
    for (const sight of [kept.order, kept.product, kept.numbers[0]!]) {
      await page.locator('main', { hasText: sight }).waitFor()
    }
    await expectNoAxeViolations(page)

    await page.locator('main a[href$="/contacts"]').click()
    allowTrouble(page, /status of 422/)
    await page.locator('#contact-value').fill('12')
    await page.getByRole('button', { name: t.contacts.submit }).click()
    await page.locator('#contact-value-error').waitFor()
    await page.locator('#contact-value').fill('13900009999')
    await page.locator('#contact-label').fill('妻子')
    await page.getByRole('button', { name: t.contacts.submit }).click()
    await page.locator('.side', { hasText: '妻子' }).waitFor()
    await page.locator('main a[href$="/notes"]').click()
    await page.locator('#customer-note-body').fill('门口有狗')
    await page.getByRole('button', { name: t.notes.submit }).click()
    await page.locator('.side', { hasText: '门口有狗' }).waitFor()

    await page.getByRole('link', { name: saying(t.alike.mergeOf, { name: gone.name }) }).click()
    await page.waitForURL(/merge\?with=/)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: t.merge.submit, exact: true }).click()
    await page.waitForURL(new RegExp(`customers/${kept.id}$`))
    await page.locator('main', { hasText: gone.numbers[0]! }).waitFor()
    // The other one's address leads here now.
    await page.goto(`/console/customers/${gone.id}`)
    expect(new URL(page.url()).pathname).toBe(`/console/customers/${kept.id}`)
    await alive(page)
    await page.getByRole('button', { name: t.merge.undo }).click()
    await page.waitForURL(new RegExp(`customers/${kept.id}\\?separated=${gone.id}$`))
    await page.getByRole('link', { name: t.merge.separatedSee }).click()
    await page.waitForURL(new RegExp(`customers/${gone.id}$`))
    await page.locator('main h1', { hasText: gone.name }).waitFor()
  })
})

test('CU-1: without scripts, on a phone: a contact comes and goes, entries are merged', async () => {
  const [kept, gone] = [await somebody(), await somebody()]
  const page = await as('desk', { javaScript: false, viewport: 'phone' })
  await page.goto(`/console/customers/${kept.id}`)
  await wide(page)
  await page.locator('main a[href$="/contacts"]').click()
  await page.locator('#contact-kind').selectOption('wechat')
  await page.locator('#contact-value').fill('lin-wei')
  await page.getByRole('button', { name: zh.contacts.submit }).click()
  expect(await page.locator('.side').innerText()).toContain('lin-wei')
  await page.locator('form[action$="/removal"] button').click()
  expect(await page.locator('.side').innerText()).not.toContain('lin-wei')
  await page.goto(`/console/customers/${kept.id}/merge`)
  await wide(page)
  await page.locator('#merge-q').fill(gone.phone)
  await page.getByRole('button', { name: zh.merge.find, exact: true }).click()
  await page.locator('main a[href*="merge?with="]', { hasText: gone.name }).first().click()
  await wide(page)
  await page.getByRole('button', { name: zh.merge.submit, exact: true }).click()
  expect(new URL(page.url()).pathname).toBe(`/console/customers/${kept.id}`)
  expect(await page.locator('main').innerText()).toContain(gone.name)
  await page.goto('/console/customers')
  await wide(page)
})

test('CU-1: exported as an archive, then erased for good', async () => {
  const person = await somebody(['closed'])
  const cookie = `session=${await sessionCookie(site, 'manager@demo.test')}`
  const archive = await fetch(`${site.url}/console/customers/${person.id}/export`, {
    headers: { Cookie: cookie },
  })
  expect(archive.headers.get('Content-Type')).toBe('application/zip')
  const bytes = Buffer.from(await archive.arrayBuffer())
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(bytes.toString('utf8')).toContain(person.numbers[0])

  const page = await as('manager')
  await page.goto(`/console/customers/${person.id}/erasure`)
  await alive(page)
  await expectNoAxeViolations(page)
  allowTrouble(page, /status of 422/)
  await page.locator('#erasure-confirm').fill('0000')
  await page.locator('#erasure-reason').fill('来信要求')
  await page.getByRole('button', { name: zh.erasure.submit }).click()
  await page.locator('form [role=alert]').waitFor()
  await page.locator('#erasure-confirm').fill(person.phone.slice(-4))
  await page.getByRole('button', { name: zh.erasure.submit }).click()
  await page.waitForURL(new RegExp(`customers/${person.id}$`))
  await page.locator('main h1', { hasText: zh.page.erasedName }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain(person.name)
  expect(await page.locator('main').innerText()).toContain(person.numbers[0])
})
