import type { Page } from 'playwright-core'
import type postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

/** What is said in each language on the way. */
const said = {
  'zh-CN': { solved: '电话里解决了', note: '备注', save: '保存备注，仅内部', mark: '标为已解决' },
  en: {
    solved: 'Solved by phone',
    note: 'Note',
    save: 'Save note, team only',
    mark: 'Mark as resolved',
  },
} as const

async function atTheDesk(options: Partial<PageOptions> = {}, email = 'desk@demo.test') {
  const page = await colleagueAt(site, browser, email, options)
  // A browser without scripts refuses what the page preloads.
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 422/)
  return page
}

/** No return or complaint, which end in ways of their own. */
const canBeResolved = (sql: postgres.Sql) => sql`
  not exists (select from return_cases where ticket_id = t.id)
  and not exists (select from complaints where ticket_id = t.id)`

const aNewTicket = async () => {
  const sql = site.database.connect({ max: 1 })
  const [row] = await sql<{ number: string; name: string }[]>`
    select number, name from tickets t where status = 'new' and email is not null
    and first_contact_at is null and ${canBeResolved(sql)} order by random() limit 1`
  // How many there are follows the clock of the demo: another matter nobody has begun with will do.
  const [another] = row
    ? [row]
    : await sql<{ number: string; name: string }[]>`
        update tickets set status = 'new', first_contact_at = null where id = (
          select id from tickets t where status = 'triaged' and email is not null
          and not exists (select from visits where ticket_id = t.id)
          and ${canBeResolved(sql)} order by random() limit 1
        ) returning number, name`
  await sql.end()
  return another!
}

const submit = (page: Page) => page.locator('section form button.btn-go').first().click()
const pathOf = (page: Page) => new URL(page.url()).pathname

describe.each<Locale>(['zh-CN', 'en'])('the desk, in %s', (locale) => {
  test('IN-4, IN-8: from the queue to an assessed ticket, with a note and a message', async () => {
    const page = await atTheDesk({ locale })
    await page.goto('/console/tickets?queue=open&status=new')
    await expectNoAxeViolations(page)
    await alive(page)
    await page.keyboard.press('j')
    await page.waitForURL(/open=/)
    const first = new URL(page.url()).searchParams.get('open')
    await page.keyboard.press('j')
    await page.waitForURL((url) => url.searchParams.get('open') !== first)
    await page.keyboard.press('k')
    await page.waitForURL((url) => url.searchParams.get('open') === first)
    await page.keyboard.press('o')
    await page.waitForURL(`**/console/tickets/${first}`)
    await expectNoAxeViolations(page)

    await page.locator(`a[href$="${first}/triage"]`).first().click()
    await page.locator('input[name=severity][value="2"]').check({ force: true })
    await page.locator('textarea[name=note]').fill('先问门板')
    await page.locator('textarea[name=message]').fill('We will call you today.')
    await expectNoAxeViolations(page)
    await submit(page)
    await page.waitForURL(`**/console/tickets/${first}`)
    await page.locator('.msg-note', { hasText: '先问门板' }).waitFor()
    await page.locator('.msg-out', { hasText: 'We will call you today.' }).waitFor()
    await page.locator('.sev-2').first().waitFor()

    // Letters typed into a draft are letters; the draft empties once it is kept.
    await page.keyboard.press('n')
    await page.keyboard.type('jkoc/')
    expect(pathOf(page)).toBe(`/console/tickets/${first}`)
    await page.getByRole('button', { name: said[locale].save }).click()
    await page.locator('.msg-note', { hasText: 'jkoc/' }).waitFor()
    expect(await page.locator('#note-draft-body').inputValue()).toBe('')
  })

  test('IN-2, IN-3: solved on the phone, the customer is told by mail', async () => {
    const { number } = await aNewTicket()
    const page = await atTheDesk({ locale })
    await page.goto(`/console/tickets/${number}/contact`)
    await page.getByLabel(said[locale].solved).check()
    await page.locator('textarea[name=words]').fill('拧紧就好了')
    await submit(page)
    await page.waitForURL('**/resolution')
    await page.locator('textarea[name=solution]').fill(`solved-${number}`)
    await page.getByRole('button', { name: said[locale].mark }).click()
    await page.waitForURL(`**/console/tickets/${number}`)
    const mail = await site.resend.waitForMail(
      (one) => one.text?.includes(`solved-${number}`) === true,
    )
    expect(mail.text).not.toContain('拧紧就好了')
  })
})

test('Q-6: the later of two clerks sees what changed beside what they typed, and may save', async () => {
  const { number } = await aNewTicket()
  const [one, two] = [await atTheDesk(), await atTheDesk({}, 'manager@demo.test')]
  for (const page of [one, two]) {
    await page.goto(`/console/tickets/${number}/triage`)
    await page.locator('input[name=severity][value="3"]').check({ force: true })
  }
  await submit(one)
  await one.waitForURL(`**/console/tickets/${number}`)
  allowTrouble(two, /409/)
  await two.locator('input[name=severity][value="4"]').check({ force: true })
  await two.locator('textarea[name=note]').fill('我也问过了')
  await submit(two)
  await two.locator('#triage-severity', { hasText: '同事刚改成了“3' }).waitFor()
  expect(await two.locator('[role=alert]').innerText()).toContain('刚才有同事改过')
  expect(await two.locator('textarea[name=note]').inputValue()).toBe('我也问过了')
  await submit(two)
  await two.waitForURL(`**/console/tickets/${number}`)
  await two.locator('.sev-4').first().waitFor()
})

describe('registering a call', () => {
  const caller = async () => {
    const sql = site.database.connect({ max: 1 })
    const [row] = await sql<{ phone: string; name: string; product: string }[]>`
      select c.phone, c.name, t.product from tickets t join customers c on c.id = t.customer_id
      join orders o on o.customer_id = c.id
      where t.status in ('triaged', 'scheduled') and t.order_id is not null
      order by t.id limit 1`
    await sql.end()
    return row!
  }

  test('IN-1, IN-6: the phone first, then who it is, what they bought, what may be the same matter', async () => {
    const { phone, name, product } = await caller()
    const page = await atTheDesk()
    await page.goto('/console')
    await alive(page)
    // The keys are listened to a moment after the page has come alive.
    await expect
      .poll(async () => {
        await page.keyboard.press('c')
        return page.url()
      })
      .toContain('/console/tickets/new')
    await page.locator('input[name=phone]').fill(phone.replace('+86', ''))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name }).waitFor()
    expect(await page.locator('input[name=name]').inputValue()).toBe(name)
    await page.locator('input[name=product]').fill(product)
    await page.locator('[role=alert]').first().waitFor()
    await page.locator('.bought > li').first().click()
    expect(await page.locator('input[name=orderNumber]').inputValue()).not.toBe('')
    await expectNoAxeViolations(page)
    await page.locator('textarea[name=description]').fill('门又掉了')
    await page.locator('input[name=severity][value="1"]').check({ force: true })
    await page.locator('button.btn-lg').dblclick()
    await page.waitForURL(/tickets\/R\d+-\d$/)
    await page.getByRole('heading', { level: 1, name: '门又掉了' }).waitFor()
    const sql = site.database.connect({ max: 1 })
    expect(await sql`select 1 from tickets where description = '门又掉了'`).toHaveLength(1)
    await sql.end()
  })

  test('without scripts the same works, and a mistake loses nothing typed', async () => {
    const { phone, name } = await caller()
    const page = await atTheDesk({ javaScript: false, viewport: 'phone' })
    await page.goto('/console/tickets/new')
    await page.locator('input[name=phone]').fill(phone)
    await page.locator('textarea[name=description]').fill('抽屉卡住')
    await page.locator('button[formmethod=get]').click()
    expect(await page.locator('h2', { hasText: name }).count()).toBe(1)
    expect(await page.locator('textarea[name=description]').inputValue()).toBe('抽屉卡住')
    await page.locator('input[name=email]').fill('kein-at')
    await page.locator('input[name=product]').fill('衣柜')
    await page.locator('button.btn-lg').click()
    expect(await page.locator('#call-email-error').innerText()).not.toBe('')
    expect(await page.locator('textarea[name=description]').inputValue()).toBe('抽屉卡住')
    await page.locator('input[name=email]').fill('')
    await page.locator('button.btn-lg').click()
    expect(pathOf(page)).toMatch(/tickets\/R\d+-\d$/)
  })
})

test('what was typed and not sent is there again, for its writer alone', async () => {
  const { number } = await aNewTicket()
  const page = await atTheDesk()
  const note = page.locator('#note-draft-body')
  const reopen = async (path: string) => {
    await page.goto(path)
    await alive(page)
  }
  await reopen(`/console/tickets/${number}`)
  await note.fill('先看看订单')
  await reopen('/console/customers')
  await reopen(`/console/tickets/${number}`)
  expect(await note.inputValue()).toBe('先看看订单')
  await note.press('End')
  await page.keyboard.type('再说')
  await page.keyboard.press('Control+Enter')
  await page.locator('.msg-note', { hasText: '先看看订单再说' }).waitFor()
  await page.locator('.composer-sent', { hasText: '备注' }).waitFor()
  expect(await note.inputValue()).toBe('')
  await page.reload()
  await alive(page)
  expect(await note.inputValue()).toBe('')

  await reopen('/console/tickets/new')
  await page.locator('textarea[name=description]').fill('门掉了')
  await page.locator('form[action="/language"] button').click()
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await alive(page)
  expect(await page.locator('textarea[name=description]').inputValue()).toBe('门掉了')
  await page.locator('form[action="/sign-out"] button').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/console'))
  await signInAs(page, site, 'desk@demo.test')
  await reopen('/console/tickets/new')
  expect(await page.locator('textarea[name=description]').inputValue()).toBe('')
})

test('without scripts a note is kept, an empty one is said so, and the language switches', async () => {
  const { number } = await aNewTicket()
  const page = await atTheDesk({ javaScript: false })
  await page.goto(`/console/tickets/${number}`)
  await page.locator('.sheet-note button').click()
  expect(await page.locator('#note-body-error').innerText()).not.toBe('')
  await page.locator('#note-body').fill('没有脚本也行')
  await submit(page)
  expect(await page.locator('.msg-note').last().innerText()).toContain('没有脚本也行')
  await page.locator('form[action="/language"] button').click()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(pathOf(page)).toBe(`/console/tickets/${number}`)
})

test('a store sees its own tickets, may register and note, and is offered nothing else', async () => {
  const page = await atTheDesk({}, 'store1@demo.test')
  await page.goto('/console/tickets?queue=all')
  await page.locator('.q a').first().click()
  await page.waitForURL(/open=/)
  const number = new URL(page.url()).searchParams.get('open')!
  await page.goto(`/console/tickets/${number}`)
  expect(await page.locator('.composer .sheet-msg').count()).toBe(0)
  expect(await page.locator('.sheet-note').count()).toBe(1)
  expect(await page.locator('a[href$="/triage"], a[href$="/pause"]').count()).toBe(0)
  allowTrouble(page, /403|404/)
  expect((await page.goto(`/console/tickets/${number}/triage`))?.status()).toBe(403)
  const sql = site.database.connect({ max: 1 })
  const [other] = await sql<{ number: string }[]>`
    select number from tickets where store_id <> (select store_id from staff where email = 'store1@demo.test') limit 1`
  await sql.end()
  expect((await page.goto(`/console/tickets/${other!.number}`))?.status()).toBe(404)
})
