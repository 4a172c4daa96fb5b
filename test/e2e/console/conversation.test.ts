import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addHours, timeOf } from '#app/platform/time.server.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signatureOf, webhookSecret } from '#test/mocks/received-mails.ts'
import { pdf, photo } from '#test/setup/photos.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite({
  env: { INBOUND_DOMAIN: 'reply.example.test', RESEND_WEBHOOK_SECRET: webhookSecret },
})
const browser = useBrowser()
const locales: Locale[] = ['zh-CN', 'en']

let phones = 0
/** An open ticket of somebody who has an address. */
async function aTicket(locale: Locale) {
  const email = `reader${(phones += 1)}@example.test`
  const [row] = await site.database.ask(
    (sql) => sql<{ number: string; name: string }[]>`
      update tickets set email = ${email}, locale = ${locale} where id = (
        select id from tickets where status = 'triaged' and email not like 'reader%'
        and merged_into_id is null order by id limit 1
      ) returning number, name`,
  )
  return { ...row!, email }
}

async function atTheDesk(options: Partial<PageOptions>) {
  const page = await colleagueAt(site, browser, 'desk@demo.test', options)
  // Each journey means to be refused once; a browser without scripts refuses what the page preloads.
  allowTrouble(page, options.javaScript === false ? /request csp|status of 422/ : /status of 422/)
  return page
}

const draft = (page: Page) => page.locator('#message-draft-body')

describe.each(locales)('writing to a customer, in %s', (locale) => {
  test('KB-2, IN-8: a phrase by the ; key, a photo and a PDF along; the answer by mail lands on the ticket', async () => {
    const ticket = await aTicket(locale)
    const page = await atTheDesk({ locale })
    await page.goto(`/console/tickets/${ticket.number}`)
    await alive(page)
    await page.keyboard.press('m')
    await draft(page).pressSequentially(';')
    const found = page.getByRole('option')
    await found.first().waitFor()
    await page.keyboard.type(ticket.number)
    await page.waitForFunction(() => document.querySelectorAll('[role=option]').length > 0)
    await expectNoAxeViolations(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    const typed = await draft(page).inputValue()
    expect(typed).toContain(ticket.number)
    expect(typed).not.toMatch(/^;/)

    await draft(page).fill(`${typed}\n{{window}}`)
    await page.keyboard.press('Control+Enter')
    await page.locator('#message-draft-body-error').waitFor()
    await draft(page).fill(`${locale}: ${typed}`)
    await page
      .locator('#message-draft-files')
      .setInputFiles([await photo('hinge.jpg'), pdf('guide.pdf')])
    await page.getByText('hinge.jpg, guide.pdf').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('.sheet-msg .btn-go').click()
    const sent = page.locator('.msg-out', { hasText: `${locale}: ` })
    await sent.waitFor()
    expect(await sent.locator('.msg-files a').count()).toBe(2)
    expect(await draft(page).inputValue()).toBe('')

    const mail = await site.resend.waitForMail(({ to }) => to.includes(ticket.email))
    expect(mail.text).toContain('guide.pdf')
    const [, link] = /(\/track\/[^/\s]+)\/files\//.exec(mail.text ?? '') ?? []
    const customer = await page.context().browser()!.newPage({ locale, baseURL: site.url })
    await customer.goto(link!)
    await customer.locator('.talk').getByText('guide.pdf').waitFor()
    await customer.close()

    const replyTo = mail.reply_to![0]!
    const quoted = '------------------ 原始邮件 ------------------\n您好'
    await site.resend.received.receive(site.url, {
      from: ticket.email,
      to: [replyTo],
      text: `Saturday suits us ${locale}\n\n${quoted}`,
      files: [await photo('from-mail.jpg')],
    })
    const came = page.locator('.msg-in', { hasText: `Saturday suits us ${locale}` })
    await expect
      .poll(
        async () => {
          await page.reload()
          return came.count()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1)
    expect(await came.innerText()).not.toContain('您好')
    expect(await came.locator('.msg-files img').count()).toBe(1)
    await expectNoAxeViolations(page)
  })

  test('a mail nobody can be sure of waits; a colleague puts it on its ticket', async () => {
    const ticket = await aTicket(locale)
    const subject = `About ${ticket.number} (${locale})`
    const text = `The door is loose again, ${locale}.`
    await site.resend.received.receive(site.url, {
      from: 'stranger@example.test',
      to: ['service@example.test'],
      subject,
      text,
    })
    const page = await atTheDesk({ locale })
    const row = page.getByRole('link', { name: subject })
    await expect
      .poll(
        async () => {
          await page.goto('/console/tickets/mail')
          return row.count()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(1)
    await expectNoAxeViolations(page)
    await row.click()
    await page.waitForURL(/tickets\/mail\/[0-9a-f-]+$/)
    await expectNoAxeViolations(page)
    await alive(page)
    await page.locator('#place-number').fill('R100042-1')
    await page.locator('section form.form-narrow .btn-go').click()
    await page.locator('[role=alert]').waitFor()
    expect(await page.inputValue('#place-number')).toBe('R100042-1')
    await page.getByRole('button', { name: ticket.number }).click()
    await page.waitForURL(`**/console/tickets/${ticket.number}`)
    await page.locator('.msg-in', { hasText: text }).waitFor()
  })
})

test('without scripts: a phrase, a file, a mail put aside and taken back', async () => {
  const ticket = await aTicket('zh-CN')
  const page = await atTheDesk({ javaScript: false, viewport: 'phone' })
  await page.goto(`/console/tickets/${ticket.number}/phrases`)
  await page.locator('a[href*="messages?phrase="]').first().click()
  const field = page.locator('#message-body')
  expect(await field.inputValue()).not.toBe('')
  await field.fill('没有脚本也行')
  await page.locator('#message-files').setInputFiles([await photo('plain.jpg')])
  await field.locator('xpath=ancestor::form').locator('.btn-go').click()
  await page.locator('.msg-out', { hasText: '没有脚本也行' }).locator('.msg-files img').waitFor()

  const providerId = site.resend.received.keep({
    from: 'spam@example.test',
    to: ['x@example.test'],
  })
  await site.resend.received.announce(site.url, providerId)
  const idOf = () =>
    site.database.ask(
      (sql) => sql<{ id: string; status: string }[]>`
        select id, status from inbound_mails where provider_id = ${providerId}`,
    )
  await expect.poll(async () => (await idOf())[0]?.status, { timeout: 20_000 }).toBe('review')
  const [mail] = await idOf()
  await page.goto(`/console/tickets/mail/${mail!.id}`)
  await page.locator('form[action$="/discard"] button').click()
  await page.goto(`/console/tickets/mail/${mail!.id}`)
  await page.locator('form[action$="/return"] button').click()
  await page.locator('form[action$="/discard"] button').waitFor()
})

test('the webhook believes nobody but the provider', async () => {
  const id = site.resend.received.keep({ from: 'a@example.test', to: ['b@example.test'] })
  expect((await site.resend.received.announce(site.url, id, 'whsec_b3RoZXI=')).status).toBe(401)
  const body = site.resend.received.announcement(id)
  const post = (headers: Record<string, string>, sent = body) =>
    fetch(`${site.url}/resources/inbound-mail`, { method: 'POST', headers, body: sent })
  expect((await post({})).status).toBe(401)
  expect((await post(signatureOf(body), `${body} `)).status).toBe(401)
  expect((await post({ ...signatureOf(body), 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
})

test('quiet hours: the clerk is told, and may send it now', async () => {
  const ticket = await aTicket('zh-CN')
  // Whatever the hour is, they hold now.
  const at = (hours: number) => timeOf(addHours(new Date(), hours), 'Asia/Shanghai')
  const hours = { from: at(-1), to: at(2) }
  await site.database.ask(
    (sql) => sql`update settings set value = ${sql.json(hours)} where key = 'quietHours'`,
  )
  try {
    await site.database.ask(
      (sql) =>
        sql`update tickets set created_at = now() - interval '9 days' where number = ${ticket.number}`,
    )
    await site.database.ask(
      (sql) => sql`delete from ticket_messages where direction = 'from_customer' and ticket_id =
        (select id from tickets where number = ${ticket.number})`,
    )
    const page = await atTheDesk({ locale: 'zh-CN' })
    await page.goto(`/console/tickets/${ticket.number}`)
    await alive(page)
    await page.keyboard.press('m')
    await page.locator('.composer .wait').waitFor()
    await draft(page).fill('夜里写的话')
    await page.keyboard.press('Control+Enter')
    const sent = page.locator('.msg-out', { hasText: '夜里写的话' })
    await sent.getByRole('button').waitFor()
    expect(site.resend.mailTo(ticket.email)).toHaveLength(0)
    const log = await atTheDesk({ locale: 'zh-CN', viewport: 'phone' })
    await log.goto('/console/admin/messages?status=queued')
    const held = log.locator('tr', { hasText: ticket.email })
    expect(await held.innerText()).toMatch(/免打扰时间，到点发出\s+.*发出/)
    await expectNoAxeViolations(log)
    await held.locator('th a').click()
    await log.getByRole('button', { name: '现在发送' }).waitFor()
    await expectNoAxeViolations(log)
    await sent.getByRole('button').click()
    await sent.getByRole('button').waitFor({ state: 'detached' })
    await site.resend.waitForMail(({ to }) => to.includes(ticket.email))
  } finally {
    await site.database.ask(
      (sql) => sql`update settings set value = 'null' where key = 'quietHours'`,
    )
  }
})

test.each(locales)('KB-2: phrases are managed, in %s', async (locale) => {
  const page = await atTheDesk({ locale })
  await page.goto('/console/phrases')
  await expectNoAxeViolations(page)
  await page.locator('a[href="/console/phrases/new"]').click()
  await page.waitForURL('**/console/phrases/new')
  await alive(page)
  await expectNoAxeViolations(page)
  await page.locator('form.form .btn-go').click()
  await page.locator('.error').first().waitFor()
  const title = `Weekend ${locale}`
  await page.locator('#phrase-titleZh').fill(`周末 ${locale}`)
  await page.locator('#phrase-titleEn').fill(title)
  await page.locator('#phrase-bodyZh').fill('{{name}}您好，周末也上门。')
  await page.locator('#phrase-bodyEn').fill('Dear {{name}}, we come at weekends too.')
  await page.locator('form.form .btn-go').click()
  await page.waitForURL('**/console/phrases')
  await page.getByRole('link', { name: locale === 'en' ? title : `周末 ${locale}` }).click()
  await page.waitForURL(/phrases\/\d+$/)
  await expectNoAxeViolations(page)
  await page.locator('form[action$="/standing"] button').click()
  await page.waitForURL('**/console/phrases')
})
