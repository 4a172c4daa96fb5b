import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { sessionCookie } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite({ env: { RESEND_API_KEY: undefined } })
const browser = useBrowser()

const asAdmin = (options: Partial<PageOptions> = {}, email = 'admin@demo.test') =>
  colleagueAt(site, browser, email, options)

describe.each<Locale>(['zh-CN', 'en'])('administration, in %s', (locale) => {
  test.each(['desk', 'phone'] as const)(
    'every page is whole at the size of a %s',
    async (viewport) => {
      const page = await asAdmin({ locale, viewport })
      await page.goto('/console/admin/people')
      const person = await page.locator('tbody a').first().getAttribute('href')
      await page.goto('/console/admin/messages')
      const message = await page.locator('tbody a').first().getAttribute('href')
      const paths = [
        '/console/account',
        '/console/account/second-factor',
        '/console/admin/people?q=store',
        '/console/admin/people/new',
        person!,
        `${person}/standing`,
        `${person}/link`,
        '/console/admin/messages?status=no_provider',
        message!,
        '/console/admin/audit?action=sign_in',
      ]
      for (const path of paths) {
        await page.goto(path)
        await expectNoAxeViolations(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect([path, overflow]).toEqual([path, 0])
      }
    },
  )
})

describe('the message log', () => {
  test('without a mail provider every mail is there, readable in full, and is sent by hand later', async () => {
    const page = await asAdmin({ locale: 'en' })
    await page.goto('/console/admin/messages?status=no_provider&template=ticket-received')
    await page.locator('tbody a').first().click()
    await page.locator('.mail-text').waitFor()
    expect(await page.locator('main').innerText()).toContain('Not sent: no provider')
    const text = await page.locator('.mail-text').innerText()
    const [, track] = /(\/track\/[\w-]{32})/.exec(text) ?? []
    expect(track).toBeDefined()
    expect((await fetch(site.url + track)).status).toBe(200)
    const retry = page.locator('main form[action$="/retry"]')
    expect(await retry.locator('button').isDisabled()).toBe(true)
    expect(await retry.innerText()).toContain('Set up a mail provider first')
    const answer = await fetch(site.url + (await retry.getAttribute('action'))!, {
      method: 'POST',
      body: new URLSearchParams(),
      redirect: 'manual',
      headers: {
        Cookie: `session=${await sessionCookie(site, 'admin@demo.test')}`,
        'Sec-Fetch-Site': 'same-origin',
      },
    })
    expect(answer.status).toBe(303)
    await page.goto('/console/admin/audit?action=message_retried')
    expect(await page.locator('tbody tr').count()).toBe(1)
  })
})

describe('the audit log', () => {
  test('tells from what to what a colleague was changed, and Q-14 an extra field changed nothing', async () => {
    const page = await asAdmin({ locale: 'en' })
    await page.goto('/console/admin/people?q=store2@demo.test')
    const path = (await page.locator('tbody a').first().getAttribute('href'))!
    const id = path.split('/').at(-1)!
    const sql = site.database.connect({ max: 1 })
    const [before] = await sql`select * from staff where id = ${id}`
    const body = new URLSearchParams([
      ['name', 'Another Name'],
      ['roles', 'store_manager'],
      ['roles', 'warehouse'],
      ['storeId', String(before!.store_id)],
      ['crewId', ''],
      ['email', 'taken.over@example.test'],
      ['passwordHash', 'x'],
      ['disabledAt', '2026-01-01'],
      ['totpSecret', 'x'],
    ])
    const answer = await fetch(site.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Cookie: `session=${await sessionCookie(site, 'admin@demo.test')}`,
        'Sec-Fetch-Site': 'same-origin',
      },
      body,
    })
    expect(answer.status).toBe(303)
    const [after] = await sql`select * from staff where id = ${id}`
    await sql.end()
    expect(after).toEqual({ ...before, name: 'Another Name' })
    await page.goto(`/console/admin/audit?person=${id}&action=person_changed`)
    const row = await page.locator('tbody tr').first().innerText()
    expect(row).toContain('Grace Lim')
    expect(row).toContain('Another Name')
    expect(row).toContain('Warehouse keeper')
  })
})
