import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { wireTo } from '#test/setup/wire.ts'
import { cacheNames, dayIsKept, goOffline, goOnline, phoneOf } from './phone.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const wire = wireTo(site)
const browser = useBrowser()
const { crew } = zh

async function crewPhone(email = 'crew1@demo.test') {
  const page = await phoneOf(email, { site, wire, browser })
  allowTrouble(page, /net::ERR_|Failed to fetch/)
  return page
}

const privateCaches = async (page: Page) =>
  (await cacheNames(page)).filter((name) => /^crew-(day|pictures)-/.test(name))

const keptEntries = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('shangmen-crew')
        opening.onerror = () => reject(opening.error!)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('entries').objectStore('entries').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )

describe('VS-6 signing out', () => {
  test('is refused while something isn’t sent; after that nothing of the person stays on the phone', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 41)
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    const other = await phone.context().newPage()
    await other.goto('/crew')
    await goOffline(phone, wire)
    await phone.goto(`/crew/visits/${id}`)
    await alive(phone)
    await phone.getByRole('button', { name: crew.visit.step.set_out }).click()
    await phone.getByText(crew.unsent.count_other.replace('{{count}}', '1')).waitFor()
    await phone.goto('/crew/me')
    const signOut = phone.getByRole('button', { name: crew.me.signOut })
    await signOut.click()
    await phone
      .getByRole('alert')
      .filter({ hasText: crew.kept.signOut.unsent_other.replace('{{count}}', '1') })
      .waitFor()
    await expectNoAxeViolations(phone)
    expect(await keptEntries(phone)).toBe(1)
    expect(await privateCaches(phone)).not.toEqual([])

    await goOnline(phone, wire)
    await signOut.click()
    await phone.waitForURL('**/sign-in')
    expect(await sql`select status from visits where id = ${id}`).toEqual([
      { status: 'on_the_way' },
    ])
    expect(await keptEntries(phone)).toBe(0)
    expect(await privateCaches(phone)).toEqual([])
    await other.waitForURL('**/sign-in')

    await goOffline(phone, wire)
    await phone.goto('/crew')
    await phone.getByRole('heading', { name: crew.kept.offline.title }).waitFor()
  })

  test('needs the server, and says so', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew/me')
    await dayIsKept(phone)
    await goOffline(phone, wire)
    await phone.getByRole('button', { name: crew.me.signOut }).click()
    await phone.getByText(crew.kept.signOut.unreached).waitFor()
    expect(await privateCaches(phone)).not.toEqual([])
    await goOnline(phone, wire)
  })

  test('from the account’s page forgets the day, too', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    await phone.goto('/console/account')
    await phone.locator('main form[action="/sign-out"] button').click()
    await phone.waitForURL('**/sign-in?left')
    await expect.poll(() => privateCaches(phone)).toEqual([])
  })

  test('without a script just signs out', async () => {
    const phone = await openPage(browser, { baseUrl: wire.url, javaScript: false })
    allowTrouble(phone, /request csp/)
    await signInAs(phone, site, 'crew1@demo.test')
    await phone.goto('/crew/me')
    await phone.getByRole('button', { name: crew.me.signOut }).click()
    await phone.waitForURL('**/sign-in?left')
    await phone.goto('/crew')
    await phone.waitForURL('**/sign-in?next=*')
  })

  test('what a colleague hasn’t sent stays for them when somebody else signs in', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 43)
    const phone = await crewPhone()
    await phone.goto('/crew')
    const before = await dayIsKept(phone)
    const first = await phone.context().cookies()
    await goOffline(phone, wire)
    await phone.goto(`/crew/visits/${id}`)
    await alive(phone)
    await phone.getByRole('button', { name: crew.visit.step.set_out }).click()
    await phone.getByText(crew.unsent.count_other.replace('{{count}}', '1')).waitFor()
    // Nobody sends it: the phone is handed over without a network, and the next one signs in where there is one.
    await phone.goto('about:blank')
    await goOnline(phone, wire)
    await signInAs(phone, site, 'crew2@demo.test')
    await phone.goto('/crew')
    await phone.getByText(crew.unsent.theirs_other.replace('{{count}}', '1')).waitFor()
    await dayIsKept(phone, before)
    await phone.goto('/crew/me')
    await phone.getByRole('button', { name: crew.me.signOut }).click()
    await phone.waitForURL('**/sign-in')
    expect(await keptEntries(phone)).toBe(1)
    expect(await sql`select status from visits where id = ${id}`).toEqual([{ status: 'confirmed' }])

    await phone.context().addCookies(first)
    await phone.goto('/crew')
    await expect
      .poll(
        async () =>
          (await sql<{ status: string }[]>`select status from visits where id = ${id}`)[0]?.status,
      )
      .toBe('on_the_way')
  })
})

describe('a crew signs in once a day', () => {
  const hours = (until: Date | number) => (Number(until) - Date.now()) / 3_600_000

  test.each([
    ['crew1@demo.test', 14, 14],
    ['desk@demo.test', 0.5, 8],
  ])('Q-18 %s: idle after %d hours, over after %d', async (email, idle, most) => {
    const sql = site.database.connect({ max: 1 })
    const page = await openPage(browser, { baseUrl: site.url })
    await page.goto('/sign-in')
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', 'shangmen-demo')
    await page.press('[name=password]', 'Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    const [session] = await sql<{ expires_at: Date; ends_at: Date }[]>`
      select s.expires_at, s.ends_at from sessions s join staff p on p.id = s.user_id
      where p.email = ${email} order by s.ends_at desc limit 1`
    expect(hours(session!.expires_at)).toBeCloseTo(idle, 1)
    expect(hours(session!.ends_at)).toBeCloseTo(most, 1)
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'session')!
    // -1: it ends with the browser.
    if (email.startsWith('crew')) expect(hours(cookie.expires * 1000)).toBeCloseTo(14, 1)
    else expect(cookie.expires).toBe(-1)
  })

  test('Q-18 with another role beside crew a session is everybody’s', async () => {
    const sql = site.database.connect({ max: 1 })
    const page = await openPage(browser, { baseUrl: site.url })
    await signInAs(page, site, 'crew2@demo.test')
    await sql`update sessions set expires_at = now() + interval '13 hours', ends_at = now() + interval '13 hours'
      where user_id = (select id from staff where email = 'crew2@demo.test')`
    await page.goto('/crew')
    const left = async () => {
      const [row] = await sql<{ expires_at: Date; ends_at: Date }[]>`
        select expires_at, ends_at from sessions
        where user_id = (select id from staff where email = 'crew2@demo.test')`
      return row!
    }
    expect(hours((await left()).expires_at)).toBeCloseTo(13, 1)
    await sql`insert into staff_roles (staff_id, role) select id, 'desk' from staff where email = 'crew2@demo.test'`
    await page.goto('/crew')
    expect(hours((await left()).expires_at)).toBeCloseTo(0.5, 1)
    expect(hours((await left()).ends_at)).toBeCloseTo(8, 1)
    await sql`delete from staff_roles where role = 'desk' and staff_id = (select id from staff where email = 'crew2@demo.test')`
  })
})

describe('the crew’s pages are an app of their own', () => {
  test('with a manifest whose icons are what it says, and on no other page', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew')
    const href = await phone.locator('link[rel=manifest]').getAttribute('href')
    const answer = await fetch(site.url + href)
    expect(answer.headers.get('content-type')).toBe('application/manifest+json')
    const manifest = (await answer.json()) as {
      start_url: string
      scope: string
      display: string
      icons: { src: string; sizes: string; type: string; purpose: string }[]
    }
    expect(manifest).toMatchObject({ start_url: '/crew', scope: '/crew', display: 'standalone' })
    for (const icon of manifest.icons) {
      const picture = await fetch(site.url + icon.src)
      expect(picture.headers.get('content-type')).toBe(icon.type)
      const { width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
      expect(`${width}x${height}`).toBe(icon.sizes)
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
    const cdp = await phone.context().newCDPSession(phone)
    const { errors } = await cdp.send('Page.getAppManifest')
    expect(errors).toEqual([])
    await phone.goto('/')
    expect(await phone.locator('link[rel=manifest]').count()).toBe(0)
  })
})
