import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { type RunningServer, startServer } from '#test/setup/server.ts'
import { sessionCookie, signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { crewOneOf, twoVisitsToAssign } from '../crew/scene.ts'

const METRICS_TOKEN = 'only-for-the-tests-of-boards'
const site = demoSite({ env: { METRICS_TOKEN } })
const browser = useBrowser()
let second: RunningServer

const startSecond = (env: Record<string, string> = {}) =>
  startServer({
    runFolder: inject('runFolder'),
    databaseUrl: site.database.url,
    dataDir: site.dataDir,
    env: { RESEND_API_KEY: 're_for_tests', RESEND_BASE_URL: site.resend.url, ...env },
  })

let sql: ReturnType<typeof site.database.connect>
let crew: number
beforeAll(async () => {
  second = await startSecond()
  sql = site.database.connect({ max: 1 })
  crew = await crewOneOf(site)
})
afterAll(() => second.stop())

/** Two visits for one window of crew 1, on a day some days ahead. */
let visits: [number, number]
let day: string
beforeEach(async () => {
  await sql`update visits set status = 'cancelled' where work = '看一看'`
  visits = await twoVisitsToAssign(sql)
  const [row] = await sql<{ day: string }[]>`
    select to_char(window_start at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
    from visits where id = ${visits[0]}`
  day = row!.day
})

const words = zh.visits.live
const mark = (page: Page, standing: string) =>
  page.locator('.live-mark', { hasText: standing }).waitFor()
const waiting = (page: Page, visit: number) => page.locator(`.tray [data-visit="${visit}"]`)
const placed = (page: Page, visit: number) => page.locator(`.lane [data-visit="${visit}"]`)

/** A board in a browser of its own; it notes itself, so that a page loaded anew would be found out. */
async function aBoard(server: RunningServer, email: string) {
  const page = await openPage(browser, { baseUrl: server.url, viewport: 'desk' })
  await signInAs(page, site, email)
  await page.goto(`/console/dispatch?day=${day}`)
  await mark(page, words.live)
  await page.evaluate(() => (document.body.dataset.same = 'yes'))
  return page
}
const isSame = (page: Page) => page.evaluate(() => document.body.dataset.same === 'yes')

/** What the panel's form would send. */
async function assign(page: Page, visit: number, start = '10:00') {
  const version = await versionOf(visit)
  return page.evaluate(
    async ({ path, fields }) => {
      const body = new URLSearchParams(fields)
      const headers = { Accept: 'text/html' }
      return (await fetch(path, { method: 'POST', body, headers })).status
    },
    {
      path: `/console/dispatch/visits/${visit}/crew`,
      fields: { crewId: String(crew), start, version: String(version) },
    },
  )
}

async function versionOf(visit: number) {
  const [row] = await sql<{ version: number }[]>`select version from visits where id = ${visit}`
  return row!.version
}

describe('DS-2 two dispatchers, two server processes, one board', () => {
  test('what one does the other sees, without loading the page', async () => {
    const [one, two] = await Promise.all([
      aBoard(site.server, 'dispatch@demo.test'),
      aBoard(second, 'manager@demo.test'),
    ])
    for (const page of [one, two]) await waiting(page, visits[0]).waitFor()
    const started = performance.now()
    expect(await assign(one, visits[0])).toBe(200)
    const saved = performance.now()
    await placed(two, visits[0]).waitFor()
    const seen = performance.now()
    process.stdout.write(
      `DS-2: saved in ${Math.round(saved - started)} ms, seen elsewhere ${Math.round(seen - saved)} ms later\n`,
    )
    await placed(one, visits[0]).waitFor()
    await sql`update visits set status = 'proposed', crew_id = null, planned_start = null, planned_end = null,
      version = version + 1 where id = ${visits[0]}`
    for (const page of [one, two]) await waiting(page, visits[0]).waitFor()
    expect([await isSame(one), await isSame(two)]).toEqual([true, true])
  })

  test('Q-3 both give a visit to one crew at once: one wins, the other sees why', async () => {
    const pages = await Promise.all([
      aBoard(site.server, 'dispatch@demo.test'),
      aBoard(second, 'manager@demo.test'),
    ])
    for (const [i, page] of pages.entries()) {
      allowTrouble(page, /409/)
      await waiting(page, visits[i]!).press('Enter')
      await page.locator(`#give-${crew}`).evaluate((radio: HTMLInputElement) => radio.click())
    }
    await Promise.all(
      pages.map((page) => page.locator('form[action*="/crew"] button').press('Enter')),
    )
    const won = async () => {
      const rows = await sql<{ id: number }[]>`
        select id from visits where id = any(${visits}) and crew_id = ${crew} and status = 'confirmed'`
      return rows.map(({ id }) => Number(id))
    }
    await expect.poll(won).toHaveLength(1)
    const winner = (await won())[0]!
    const [loser] = visits.filter((id) => id !== winner)
    const losing = pages[visits.indexOf(loser!)]!
    await losing.locator('.toasts [role=alert]').getByText('10:00').waitFor()
    for (const page of pages) {
      await placed(page, winner).waitFor()
      await waiting(page, loser!).waitFor()
    }
    const overlapping = await sql`
      select a.id from visits a join visits b on a.crew_id = b.crew_id and a.id < b.id
        and tstzrange(a.planned_start, a.planned_end) && tstzrange(b.planned_start, b.planned_end)
      where a.status <> 'cancelled' and b.status <> 'cancelled'`
    expect([...overlapping]).toEqual([])
  })
})

describe('a board whose server goes away', () => {
  test('killed and started again: it says so, keeps what it shows and what is done to it, and catches up', async () => {
    const [one, two] = await Promise.all([
      aBoard(site.server, 'dispatch@demo.test'),
      aBoard(second, 'manager@demo.test'),
    ])
    allowTrouble(two, /ERR_|Failed to load|Failed to fetch manifest|50[234]/)
    await waiting(two, visits[1]).press('Enter')
    const others = two.locator(`input[name=crewId]:not([value="${crew}"])`)
    await others.first().evaluate((radio: HTMLInputElement) => radio.click())
    await two.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /\/assets\/crew-/.test(name)),
    )
    await second.kill()
    await two.locator('form[action*="/crew"] button').press('Enter')
    await mark(two, words.connecting)
    expect(await assign(one, visits[0])).toBe(200)
    await mark(two, words.away)
    await waiting(two, visits[0]).waitFor()
    second = await startSecond({ PORT: new URL(second.url).port })
    await mark(two, words.live)
    await placed(two, visits[0]).waitFor()
    await two.getByRole('button', { name: zh.dispatch.unsaved.retry }).press('Enter')
    const given = () =>
      sql`select id from visits where id = any(${visits}) and status = 'confirmed'`
    await expect.poll(given).toHaveLength(2)
    await placed(one, visits[1]).waitFor()
    expect(await isSame(two)).toBe(true)
  })

  test('a load that fails on its way is made again, and no error page takes the board’s place', async () => {
    const page = await aBoard(site.server, 'dispatch@demo.test')
    allowTrouble(page, /ERR_|Failed to load|503/)
    let loads = 0
    await page.route('**/dispatch.data*', async (route) => {
      loads++
      if (loads === 1) await route.abort('connectionreset')
      else if (loads === 2) await route.fulfill({ status: 503, body: 'away' })
      else await route.continue()
    })
    expect(await assign(page, visits[0])).toBe(200)
    await placed(page, visits[0]).waitFor()
    expect(loads).toBeGreaterThan(2)
    expect(await isSame(page)).toBe(true)
  })

  test('Q-18 signed out elsewhere: it says so and offers to sign in', async () => {
    const page = await aBoard(second, 'manager@demo.test')
    // What it read when it began to listen is there, and all that followed: read signed out, it would lead to the
    // sign-in page.
    const reads = () =>
      page.evaluate(
        () =>
          performance
            .getEntriesByType('resource')
            .filter(({ name }) => name.includes('/dispatch.data')).length,
      )
    let before = 0
    await expect
      .poll(
        async () => {
          const earlier = before
          before = await reads()
          return before > 0 && before === earlier
        },
        { interval: 2000 },
      )
      .toBe(true)
    const Cookie = `session=${await sessionCookie(site, 'manager@demo.test')}`
    const response = await fetch(`${site.url}/console/account/sessions`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie, Origin: site.url },
    })
    expect(response.status).toBe(303)
    await mark(page, words.signed_out)
    await waiting(page, visits[0]).waitFor()
    const again = page.getByRole('link', { name: words.signIn })
    expect(await again.getAttribute('href')).toBe(
      `/sign-in?next=${encodeURIComponent(`/console/dispatch?day=${day}`)}`,
    )
  })
})

describe('the stream', () => {
  async function open(server: RunningServer, email: string, query = `?day=${day}`) {
    const leave = new AbortController()
    const response = await fetch(`${server.url}/resources/board${query}`, {
      headers: { Cookie: `session=${await sessionCookie(site, email)}` },
      signal: leave.signal,
    })
    return { response, leave: () => leave.abort() }
  }
  const readers = async () => {
    const response = await fetch(`${site.url}/metrics`, {
      headers: { Authorization: `Bearer ${METRICS_TOKEN}` },
    })
    return /^shangmen_live_readers\{page="board"\} (\d+)$/m.exec(await response.text())?.[1]
  }

  test('is for those who may read visits, and for a day there is', async () => {
    const { response, leave } = await open(site.server, 'desk@demo.test')
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    expect(response.headers.get('content-encoding')).toBeNull()
    leave()
    for (const [email, query, status] of [
      ['warehouse@demo.test', `?day=${day}`, 403],
      ['store1@demo.test', `?day=${day}`, 403],
      ['desk@demo.test', '?day=2026-02-30', 404],
      ['desk@demo.test', '', 404],
    ] as const) {
      expect((await open(site.server, email, query)).response.status).toBe(status)
    }
    expect((await fetch(`${site.url}/resources/board?day=${day}`)).status).toBe(401)
  })

  test('leaves nothing behind when its reader goes', async () => {
    await expect.poll(readers).toBe('0')
    const streams = await Promise.all(
      Array.from({ length: 5 }, () => open(site.server, 'desk@demo.test')),
    )
    expect(await readers()).toBe('5')
    for (const { leave } of streams.slice(1)) leave()
    await expect.poll(readers).toBe('1')
    await streams[0]!.response.body!.cancel()
    await expect.poll(readers).toBe('0')
  })

  test('Q-10 a server that ends says goodbye to its readers and ends at once', async () => {
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => open(second, 'desk@demo.test')),
    )
    const told = Promise.all(streams.map(({ response }) => response.text()))
    const started = performance.now()
    expect(await second.stop()).toBe(0)
    process.stdout.write(`Q-10: ended in ${Math.round(performance.now() - started)} ms\n`)
    for (const text of await told) expect(text).toMatch(/event: hello[^]*event: closing\n/)
    expect(second.logs()).not.toMatch(/not ended cleanly|uncaught/)
  })
})
