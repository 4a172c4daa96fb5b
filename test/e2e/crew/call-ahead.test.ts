import type postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import ICAL from 'ical.js'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const browser = useBrowser()
const { crew } = zh

async function crewPhone(options: { javaScript?: boolean; locale?: 'zh-CN' | 'en' } = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'phone', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp|422/)
  await signInAs(page, site, 'crew1@demo.test')
  return page
}

/** Only this visit of crew 1 is still to be called for. */
async function aCallToMake(sql: postgres.Sql, minute: number) {
  await sql`update visits set called_ahead_at = now() where called_ahead_at is null`
  const id = await aVisitForCrewOne(sql, minute)
  const [row] = await sql<{ name: string; phone: string; number: string }[]>`
    select name, phone, number from tickets where id = (select ticket_id from visits where id = ${id})`
  return { id, ...row! }
}
const outcomesOf = async (sql: postgres.Sql, id: number) =>
  (
    await sql<{ outcome: string }[]>`
      select data ->> 'outcome' as outcome from ticket_events
      where visit_id = ${id} and kind = 'called_ahead' order by id`
  ).map(({ outcome }) => outcome)

describe('BK-4 the call ahead on the crew’s phone', () => {
  test('stands first, is one tap to call and one to log, and is gone once somebody was reached', async () => {
    const sql = site.database.connect({ max: 1 })
    const { id, name, phone } = await aCallToMake(sql, 11)
    const page = await crewPhone()
    await page.goto('/crew')
    const task = page.getByRole('region', { name: crew.call.title.replace('{{name}}', name) })
    const call = task.getByRole('link')
    expect(await call.getAttribute('href')).toBe(`tel:${phone}`)
    expect((await call.boundingBox())!.height).toBeGreaterThanOrEqual(44)
    await expectNoAxeViolations(page)

    await task.getByRole('button', { name: crew.call.noAnswer }).click()
    await task.getByText(crew.call.tried_other.replace('{{count}}', '1')).waitFor()
    await page.goto(`/crew/visits/${id}`)
    await task.getByRole('button', { name: crew.call.answered }).dblclick()
    await task.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: crew.call.notReached }).click()
    await task.getByRole('button', { name: crew.call.answered }).click()
    await page.getByRole('status').filter({ hasText: name }).waitFor()
    await expectNoAxeViolations(page)
    await expect
      .poll(() => outcomesOf(sql, id))
      .toEqual(['no_answer', 'answered', 'no_answer', 'answered'])
    await page.goto('/crew')
    expect(await task.count()).toBe(0)
  })

  test('works without scripts, and the customer reads of it in plain words', async () => {
    const sql = site.database.connect({ max: 1 })
    const { id, name, number, phone } = await aCallToMake(sql, 13)
    const page = await crewPhone({ javaScript: false, locale: 'en' })
    await page.goto(`/crew/visits/${id}`)
    const task = page.getByRole('region', { name: en.crew.call.title.replace('{{name}}', name) })
    await task.getByRole('button', { name: en.crew.call.answered }).click()
    await page.waitForURL(`**/crew/visits/${id}`)
    expect(await task.count()).toBe(0)
    expect(await outcomesOf(sql, id)).toEqual(['answered'])

    const customer = await openPage(browser, { baseUrl: site.url, viewport: 'phone', locale: 'en' })
    await customer.goto('/track')
    await customer.fill('[name=number]', number)
    await customer.fill('[name=phone]', phone)
    await customer.locator('main form button').click()
    await customer.getByText(en.track.events.called_ahead).first().waitFor()
  })
})

describe('BK-4 calendars', () => {
  const ask = (url: string) => fetch(url, { redirect: 'manual' })
  const uidsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue('uid')))

  test('the customer keeps the visit as a file, subscribes, and makes the old address stop', async () => {
    const sql = site.database.connect({ max: 1 })
    const { id, number, phone } = await aCallToMake(sql, 15)
    const page = await openPage(browser, { baseUrl: site.url, viewport: 'phone', locale: 'zh-CN' })
    await page.goto('/track')
    await page.fill('[name=number]', number)
    await page.fill('[name=phone]', phone)
    await page.locator('main form button').click()
    await page.waitForURL(/\/track\/[\w-]{32}/)
    const tracked = new URL(page.url()).pathname

    const file = await ask(`${site.url}${tracked}/calendar.ics`)
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${number}.ics"`)
    expect(uidsIn(await file.text()).some((uid) => uid.startsWith(`visit-${id}@`))).toBe(true)

    const words = zh.common.calendar
    await page.getByRole('button', { name: words.make }).click()
    const address = page.getByLabel(words.address)
    const first = await address.inputValue()
    expect(first).toMatch(/^http:\/\/.*\/calendar\/[\w-]{32}\.ics$/)
    expect(await page.getByRole('link', { name: words.subscribe }).getAttribute('href')).toBe(
      first.replace(/^http:/, 'webcal:'),
    )
    await expectNoAxeViolations(page)

    const feed = await ask(first)
    expect(feed.status).toBe(200)
    expect(feed.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(feed.headers.get('cache-control')).toMatch(/^private/)
    expect(feed.headers.get('set-cookie')).toBeNull()
    expect(feed.headers.get('referrer-policy')).toBe('same-origin')
    expect(uidsIn(await feed.text()).some((uid) => uid.startsWith(`visit-${id}@`))).toBe(true)

    await page.getByRole('button', { name: words.renew }).click()
    await page.waitForFunction((old) => {
      const field = document.querySelector<HTMLInputElement>('#calendar-address')
      return field !== null && field.value !== old
    }, first)
    const second = await address.inputValue()
    expect((await ask(first)).status).toBe(404)
    expect((await ask(second)).status).toBe(200)
    expect((await ask(second.replace(/\.ics$/, ''))).status).toBe(404)
    await page.getByRole('button', { name: words.stop }).click()
    await page.getByRole('button', { name: words.make }).waitFor()
    expect((await ask(second)).status).toBe(404)
  })

  test('a crew’s member subscribes, and is shut out of the calendar with the account', async () => {
    const sql = site.database.connect({ max: 1 })
    const { id, name } = await aCallToMake(sql, 17)
    const page = await crewPhone()
    await page.goto('/crew/me')
    const words = zh.common.calendar
    await page.getByRole('button', { name: words.make }).click()
    const address = await page.getByLabel(words.address).inputValue()
    await expectNoAxeViolations(page)
    const text = await (await ask(address)).text()
    expect(uidsIn(text).some((uid) => uid.startsWith(`visit-${id}@`))).toBe(true)
    expect(text.replaceAll('\r\n ', '')).toContain(name)
    await sql`update staff set disabled_at = now() where email = 'crew1@demo.test'`
    expect((await ask(address)).status).toBe(404)
  })
})
