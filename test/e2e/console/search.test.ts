import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { sessionCookie } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': { word: '蓝鲸', place: '内部备注', save: '保存备注，仅内部' },
  en: { word: 'whale', place: 'Internal note', save: 'Save note, team only' },
} as const

async function at(options: Partial<PageOptions> = {}, email = 'desk@demo.test') {
  const page = await colleagueAt(site, browser, email, options)
  // A browser without scripts refuses what the page preloads.
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  return page
}

const aTicket = (of = '') =>
  site.database.ask(async (sql) => {
    const [row] = await sql<{ number: string; name: string; phone: string }[]>`
      select t.number, t.name, t.phone from tickets t left join stores s on s.id = t.store_id
      where t.status = 'closed' and (${of} = '' or t.store_id is distinct from (
        select store_id from staff where email = ${of})) order by t.id limit 1`
    return row!
  })

describe.each<Locale>(['zh-CN', 'en'])('search, in %s', (locale) => {
  test('a number leads to its ticket; a telephone’s end, a name and what was just noted find it, lit', async () => {
    const { number, name, phone } = await aTicket()
    const page = await at({ locale })
    await page.goto('/console/search')
    await expectNoAxeViolations(page)
    await alive(page)
    const look = async (q: string) => {
      await page.locator('#search-box').fill(q)
      await page.keyboard.press('Enter')
    }
    await look(number.replace('-', '').toLowerCase())
    await page.waitForURL(`**/console/tickets/${number}`)

    for (const q of [phone.slice(-6), name]) {
      await page.goto(`/console/search?${new URLSearchParams({ q })}`)
      await page.locator(`.found-list a[href$="${number}"]`).waitFor()
    }
    await page.locator('.found-groups mark', { hasText: name }).first().waitFor()
    await page.locator('.found-list mark', { hasText: name }).first().waitFor()
    await expectNoAxeViolations(page)

    const { word, place, save } = said[locale]
    await page.goto(`/console/tickets/${number}`)
    await alive(page)
    await page.keyboard.press('n')
    await page.locator('#note-draft-body').fill(`About the ${word} 那件事`)
    await page.getByRole('button', { name: save }).click()
    await page.locator('.msg-note', { hasText: word }).waitFor()
    await page.goto('/console/search')
    await alive(page)
    await look(word)
    const row = page.locator('.found-list li', { has: page.locator(`a[href$="${number}"]`) })
    await row.locator('mark', { hasText: word }).waitFor()
    expect(await row.locator('.found-at').textContent()).toContain(place)
  })

  test('what isn’t there is said so, with what can be looked for; nothing is wider than a phone', async () => {
    const page = await at({ locale, viewport: 'phone' })
    await page.goto('/console/search?q=zzzzqqq')
    await page.locator('.empty').waitFor()
    expect(await page.locator('.found-tips li').count()).toBeGreaterThan(3)
    await expectNoAxeViolations(page)
    await page.goto(`/console/search?${new URLSearchParams({ q: (await aTicket()).name })}`)
    await page.locator('.found-list').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await expectNoAxeViolations(page)
  })
})

test('without a script the box is a plain form', async () => {
  const { number, phone } = await aTicket()
  const page = await at({ javaScript: false })
  await page.goto('/console/search')
  await page.locator('#search-box').fill(phone.slice(-8))
  await page.locator('.found-box button').click()
  await page.locator(`.found-list a[href$="${number}"]`).click()
  expect(new URL(page.url()).pathname).toBe(`/console/tickets/${number}`)
})

test('Q-12, Q-20: as JSON for the palette: a few of each kind, of what one may see; anything may be typed', async () => {
  interface Answer {
    groups: { key: string; items: { href: string; title: string; marks: number[][] }[] }[]
    more: string
  }
  const asks = async (email: string, q: string) => {
    const cookie = await sessionCookie(site, email)
    const response = await fetch(`${site.url}/resources/search?${new URLSearchParams({ q })}`, {
      headers: { Cookie: `session=${cookie}` },
    })
    expect(response.status).toBe(200)
    return (await response.json()) as Answer
  }
  const store = 'store1@demo.test'
  const { number, name } = await aTicket(store)
  const desk = await asks('desk@demo.test', number)
  expect(desk.groups.find(({ key }) => key === 'tickets')?.items[0]).toMatchObject({
    href: `/console/tickets/${number}`,
  })
  const person = (await asks('desk@demo.test', name)).groups.find(({ key }) => key === 'customers')
  expect(person?.items[0]).toMatchObject({ title: name, marks: [[0, name.length]] })
  expect((await asks(store, number)).groups).toEqual([])
  for (const q of ['', ' ', '%00', "';--", '&|!():*<->', '\\', '长'.repeat(500), '\u202e']) {
    expect((await asks('desk@demo.test', q)).more).toContain('/console/search?')
  }
})
