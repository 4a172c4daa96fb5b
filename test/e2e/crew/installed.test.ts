import type postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { wireTo } from '#test/setup/wire.ts'
import { cacheNames, dayIsKept, goOffline, goOnline, phoneOf } from './phone.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const wire = wireTo(site)
const browser = useBrowser()
const { crew } = zh
const cut = /net::ERR_(CONNECTION|INTERNET|FAILED|EMPTY)|Failed to fetch/

const beginning = (words: string) => new RegExp(`^${words.split('{{')[0]}`)

async function crewPhone(email = 'crew1@demo.test') {
  const page = await phoneOf(email, { site, wire, browser })
  allowTrouble(page, cut)
  return page
}

/** A stop whose customer sent a picture. */
async function aStopWithPicture(sql: postgres.Sql, minute: number) {
  await sql`update visits set called_ahead_at = now() where called_ahead_at is null`
  const id = await aVisitForCrewOne(sql, minute)
  await sql`
    update visits set ticket_id = (
      select ticket_id from attachments where stage = 'report' and content_type like 'image/%'
        and ticket_id is not null order by id limit 1
    ), called_ahead_at = now() where id = ${id}`
  return id
}

describe('VS-6 the day is on the phone after one visit of it', () => {
  test('every stop opens by its link, with its picture, and so it does after the phone was closed', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aStopWithPicture(sql, 21)
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    const stops = await phone
      .locator('a[href^="/crew/visits/"]')
      .evaluateAll((links) => [
        ...new Set(links.map((link) => (link as HTMLAnchorElement).pathname)),
      ])
    expect(stops).toContain(`/crew/visits/${id}`)

    await goOffline(phone, wire)
    await phone.reload()
    await phone.getByText(beginning(crew.kept.asOf)).waitFor()
    await expectNoAxeViolations(phone)
    for (const stop of stops) {
      await phone.locator(`a[href="${stop}"]`).first().click()
      await phone.waitForURL(`**${stop}`)
      await phone.getByText(beginning(crew.kept.asOf)).waitFor()
      await phone.getByRole('link', { name: crew.visit.back }).first().click()
      await phone.waitForURL('**/crew')
    }
    await phone.close()

    const again = await phone.context().newPage()
    await again.goto(`/crew/visits/${id}`)
    await again.getByText(beginning(crew.kept.asOf)).waitFor()
    const picture = again.locator('img[src^="/attachments/"]').first()
    await picture.waitFor()
    expect(
      await picture.evaluate((image: HTMLImageElement) =>
        image.decode().then(() => image.naturalWidth),
      ),
    ).toBeGreaterThan(1)
    await expectNoAxeViolations(again)

    // Back on the network the page becomes today's by itself.
    await goOnline(again, wire)
    await again.getByText(beginning(crew.kept.asOf)).waitFor({ state: 'detached' })
  })

  test('a page that isn’t kept says so at its own address, and opens once there is a network', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    await goOffline(phone, wire)
    await phone.goto('/crew/leave')
    await phone.getByRole('heading', { name: crew.kept.offline.title }).waitFor()
    await expectNoAxeViolations(phone)
    await phone.getByRole('link', { name: crew.kept.offline.today }).click()
    await phone.getByText(beginning(crew.kept.asOf)).waitFor()
    await phone.goBack()
    await goOnline(phone, wire)
    await phone.getByRole('button', { name: crew.kept.offline.again }).click()
    await phone.getByRole('heading', { name: zh.roster.own.title, level: 1 }).waitFor()
  })

  test('on a line that hangs the kept page is shown after two seconds', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    wire.slow(6000)
    const start = Date.now()
    await phone.reload({ waitUntil: 'commit' })
    await phone.getByText(beginning(crew.kept.asOf)).waitFor()
    expect(Date.now() - start).toBeLessThan(5500)
    wire.slow(0)
  })

  test('neither the console nor signing in is answered by the phone', async () => {
    const phone = await crewPhone()
    await phone.goto('/crew')
    await dayIsKept(phone)
    await goOffline(phone, wire)
    for (const path of ['/console', '/sign-in', '/']) {
      await expect(phone.goto(path)).rejects.toThrow(/ERR_/)
    }
    await goOnline(phone, wire)
    await phone.goto('/sign-in')
    expect(new URL(phone.url()).pathname).toBe('/crew')
  })

  test('an error, or the sign-in page that comes instead, takes no kept page’s place', async () => {
    const phone = await crewPhone()
    allowTrouble(phone, /50[23]/)
    await phone.goto('/crew')
    await dayIsKept(phone)
    wire.change.answer = (path, passing) =>
      path === '/crew'
        ? { ...passing, status: 502, body: Buffer.from('<html>away</html>') }
        : passing
    await phone.reload()
    await phone.getByText(beginning(crew.kept.asOf)).waitFor()
    delete wire.change.answer
    const cookies = await phone.context().cookies()
    await phone.context().clearCookies()
    await phone.goto('/crew')
    expect(new URL(phone.url()).pathname).toBe('/sign-in')
    await goOffline(phone, wire)
    await phone.goto('/crew')
    await phone.getByText(beginning(crew.kept.asOf)).waitFor()
    await goOnline(phone, wire)
    await phone.context().addCookies(cookies)
  })

  test('somebody else who signs in finds their own day, and the first one’s is gone', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 23)
    const phone = await crewPhone()
    await phone.goto('/crew')
    const before = await dayIsKept(phone)
    const [own] = (await cacheNames(phone)).filter((name) => name.startsWith('crew-day-'))
    await signInAs(phone, site, 'crew2@demo.test')
    await phone.goto('/crew')
    await dayIsKept(phone, before)
    const days = (await cacheNames(phone)).filter((name) => name.startsWith('crew-day-'))
    expect(days).toHaveLength(1)
    expect(days).not.toContain(own)
    await goOffline(phone, wire)
    await phone.goto(`/crew/visits/${id}`)
    await phone.getByRole('heading', { name: crew.kept.offline.title }).waitFor()
    await goOnline(phone, wire)
  })
})
