import { mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { htmlNamedJpg, overweightPhoto, photo } from '#test/setup/photos.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { wireTo } from '#test/setup/wire.ts'
import { dayIsKept, goOffline, goOnline, phoneOf } from './phone.ts'
import { draw } from '../draw.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const wire = wireTo(site)
const browser = useBrowser()
const { crew, refusals, words } = zh
const cut = /net::ERR_(CONNECTION|INTERNET|FAILED|EMPTY)|Failed to fetch/

async function crewPhone() {
  const page = await phoneOf('crew1@demo.test', { site, wire, browser })
  allowTrouble(page, cut)
  return page
}

const unsent = (page: Page, count?: number) =>
  page.getByText(
    count === undefined
      ? new RegExp(crew.unsent.count_other.replace('{{count}} ', '\\d+ '))
      : crew.unsent.count_other.replace('{{count}}', String(count)),
  )

const tap = (page: Page, step: keyof typeof crew.visit.step) =>
  page.getByRole('button', { name: crew.visit.step[step] }).click()

/** The visit's page, come alive, and all of the day on the phone. */
async function open(page: Page, id: number) {
  await page.goto('/crew')
  await dayIsKept(page)
  await page.goto(`/crew/visits/${id}`)
  await page.locator('.checklist ~ p button').waitFor({ state: 'detached' })
}

/** The boxes of the checklist that nothing is read for. */
const toTick = (page: Page) =>
  page.locator('.checklist li:not(:has([name^="value-"])) input[type=checkbox]')

const entriesOf = (sql: postgres.Sql, id: number) =>
  sql<{ kind: string; outcome: string }[]>`
    select kind, outcome from visit_entries where visit_id = ${id} order by id`

const kindsOf = async (sql: postgres.Sql, id: number) =>
  (await entriesOf(sql, id)).map(({ kind }) => kind)

async function finish(page: Page, text: string) {
  await page.getByRole('link', { name: crew.visit.finish }).click()
  await page.fill('[name=workDone]', text)
  await page.getByRole('button', { name: crew.completion.submit }).click()
  await page.getByText(crew.sign.heading).waitFor()
}

async function sign(page: Page) {
  await draw(page)
  await page.getByRole('button', { name: crew.sign.submit }).click()
  await page.getByText(crew.visit.allDone).waitFor()
}

describe('VS-6 the crew’s phone needs no network', () => {
  test('a whole visit without it, the phone closed and opened: all is there once, in order', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 21)
    const page = await crewPhone()
    await open(page, id)
    await goOffline(page, wire)
    await tap(page, 'set_out')
    await unsent(page, 1).waitFor()
    await expectNoAxeViolations(page)
    await tap(page, 'arrived')
    await tap(page, 'started')
    const before = page.locator('form:has([name=stage][value=before])')
    await before.locator('input[type=file]').setInputFiles(await photo('before.jpg'))
    await before.getByText(crew.unsent.mark).waitFor()
    for (const box of await toTick(page).all()) await box.check()
    const readings = page.locator('.checklist [name^="value-"]')
    for (const field of await readings.all()) {
      await field.fill('2')
      await field.blur()
    }
    await unsent(page, 4 + (await toTick(page).count()) + (await readings.count())).waitFor()

    await page.close()
    const again = await page.context().newPage()
    await again.goto(`/crew/visits/${id}`)
    const link = again.getByRole('link', { name: crew.visit.finish })
    await link.waitFor()
    const checked = again.locator('.checklist input[type=checkbox]')
    await expect
      .poll(() =>
        checked.evaluateAll((all) => all.every((box) => (box as HTMLInputElement).checked)),
      )
      .toBe(true)
    const img = again.locator('form:has([name=stage][value=before]) img')
    expect(await img.evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(
      true,
    )
    await finish(again, '三扇门都调平了')
    await sign(again)
    expect(await kindsOf(sql, id)).toEqual([])
    await expectNoAxeViolations(again)

    await goOnline(again, wire)
    await unsent(again).waitFor({ state: 'detached', timeout: 60_000 })
    const ticks = Array.from({ length: await boxesOf(sql, id) }, () => 'check')
    expect(await entriesOf(sql, id)).toEqual(
      ['step', 'step', 'step', 'photo', ...ticks, 'finish', 'signature'].map((kind) => ({
        kind,
        outcome: 'taken',
      })),
    )
    const events = await sql<{ kind: string }[]>`
      select kind from ticket_events where visit_id = ${id} order by id`
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'resolved')).toEqual([
      'crew_set_out',
      'crew_arrived',
      'work_started',
      'photos_added',
      'work_finished',
      'work_signed',
    ])
    await again.locator('.signature-kept img[src^="/attachments/"]').waitFor()
  })

  test('the server goes down in between, and an answer is lost: sent again, it counts once', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 23)
    const page = await crewPhone()
    allowTrouble(page, /answer 50\d|status of 50\d/)
    await open(page, id)
    await goOffline(page, wire)
    await tap(page, 'set_out')
    await tap(page, 'arrived')
    await tap(page, 'started')
    await unsent(page, 3).waitFor()

    let sent = 0
    wire.change.answer = (asked, passing) => {
      if (asked !== '/crew/entries') return passing
      sent += 1
      // What the server took is not heard of on the phone.
      return sent === 1 ? { ...passing, status: 502, headers: {}, body: Buffer.from('') } : passing
    }
    await goOnline(page, wire)
    await expect.poll(() => sent).toBe(1)
    await site.restart()
    await unsent(page).waitFor({ state: 'detached', timeout: 60_000 })
    delete wire.change.answer
    expect(sent).toBe(4)
    expect(await entriesOf(sql, id)).toEqual(
      ['step', 'step', 'step'].map((kind) => ({ kind, outcome: 'taken' })),
    )
    const events = await sql`select 1 from ticket_events where visit_id = ${id}`
    expect(events).toHaveLength(3)
    await page.getByRole('link', { name: crew.visit.finish }).waitFor()
    expect(await page.locator('.unsent').count()).toBe(0)
  })

  test('by itself, some seconds after the server is back', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 25)
    const page = await crewPhone()
    await open(page, id)
    await wire.cut()
    await tap(page, 'set_out')
    await unsent(page, 1).waitFor()
    await page.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    await wire.mend()
    await unsent(page).waitFor({ state: 'detached' })
    expect(await kindsOf(sql, id)).toEqual(['step'])
  })

  test('the same step tapped twice is one, also while nothing can be sent', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 27)
    const page = await crewPhone()
    await open(page, id)
    await goOffline(page, wire)
    await page.getByRole('button', { name: crew.visit.step.set_out }).dblclick()
    await unsent(page, 1).waitFor()
    await page.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    await goOnline(page, wire)
    await unsent(page).waitFor({ state: 'detached' })
    expect(await kindsOf(sql, id)).toEqual(['step'])
  })

  test('a photo that is too large is refused at once by name, a heavy one is made small, and the rest goes on', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 29, { status: 'working' })
    const page = await crewPhone()
    await open(page, id)
    await goOffline(page, wire)
    const folder = await mkdtemp(path.join(site.dataDir, 'photos-'))
    const heavy = await overweightPhoto('heavy.jpg')
    const files = [
      { ...heavy, name: 'huge.jpg', buffer: heavy.buffer.fill('x') },
      await overweightPhoto('heavy.jpg'),
      await photo('small.jpg'),
    ]
    const paths = files.map(({ name }) => path.join(folder, name))
    await Promise.all(files.map(({ buffer }, index) => writeFile(paths[index]!, buffer)))
    const before = page.locator('form:has([name=stage][value=before])')
    await before.locator('input[type=file]').setInputFiles(paths)
    await before.getByText(crew.unsent.photoTooBig.replace('{{name}}', 'huge.jpg')).waitFor()
    await unsent(page, 2).waitFor()
    await expectNoAxeViolations(page)
    await goOnline(page, wire)
    await unsent(page).waitFor({ state: 'detached' })
    await expect.poll(() => before.locator('img[src^="/attachments/"]').count()).toBe(2)
    expect(await kindsOf(sql, id)).toEqual(['photo', 'photo'])
  })

  test('what isn’t a photo is told of once the server has seen it, until it has been read', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 31, { status: 'working' })
    const page = await crewPhone()
    await open(page, id)
    const before = page.locator('form:has([name=stage][value=before])')
    await before
      .locator('input[type=file]')
      .setInputFiles([htmlNamedJpg('page.jpg'), await photo('good.jpg')])
    const told = page.getByRole('alert').filter({ hasText: words.entry.photo })
    await told.getByText(refusals.photoNotAllowed.replace('{{name}}', 'page.jpg')).waitFor()
    await expect.poll(() => before.locator('img[src^="/attachments/"]').count()).toBe(1)
    await page.reload()
    await told.waitFor()
    await expectNoAxeViolations(page)
    await told.getByRole('button', { name: crew.unsent.dismiss }).click()
    await told.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('heading', { name: crew.photos.title }).waitFor()
    expect(await told.count()).toBe(0)
  })

  test('with no storage left that is said, what was typed stays, and pictures give way first', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 33, { status: 'working' })
    const page = await crewPhone()
    allowTrouble(page, /QuotaExceeded|Quota exceeded/)
    await open(page, id)
    await goOffline(page, wire)
    await page.getByRole('link', { name: crew.visit.finish }).click()
    await page.fill('[name=workDone]', '三扇门都调平了')
    for (const reason of await page.locator('[name^="reason-"]').all())
      await reason.fill('业主不用')
    const cdp = await page.context().newCDPSession(page)
    const quota = (quotaSize?: number) =>
      cdp.send('Storage.overrideQuotaForOrigin', {
        origin: wire.url,
        ...(quotaSize === undefined ? {} : { quotaSize }),
      })
    await quota(1)
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(crew.unsent.notKept.full).first().waitFor()
    expect(await page.inputValue('[name=workDone]')).toBe('三扇门都调平了')
    expect(await unsent(page).count()).toBe(0)
    await expectNoAxeViolations(page)

    await quota()
    await page.evaluate(async () => {
      const cache = await caches.open('crew-pictures-test')
      await cache.put('/attachments/a-picture', new Response(new Uint8Array(3_000_000)))
    })
    const { usage } = await page.evaluate(() => navigator.storage.estimate())
    await quota((usage ?? 0) + 100)
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(crew.sign.heading).waitFor()
    expect(await page.evaluate(() => caches.has('crew-pictures-test'))).toBe(false)
    await quota()
    await goOnline(page, wire)
    await unsent(page).waitFor({ state: 'detached' })
    expect(await kindsOf(sql, id)).toEqual(['finish'])
  })

  test('two phones of one crew: neither overwrites the other, and both come to the same', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 35)
    const [mine, theirs] = [await crewPhone(), await crewPhone()]
    await Promise.all([open(mine, id), open(theirs, id)])
    await mine.context().setOffline(true)
    await theirs.context().setOffline(true)
    await wire.cut()
    for (const page of [mine, theirs]) {
      await tap(page, 'set_out')
      await tap(page, 'arrived')
      await tap(page, 'started')
    }
    const box = (page: Page, n: number) => page.locator('.checklist input[type=checkbox]').nth(n)
    await box(mine, 0).check()
    await box(theirs, 1).check()
    await unsent(theirs, 4).waitFor()
    await wire.mend()
    for (const page of [mine, theirs]) {
      await page.context().setOffline(false)
      await unsent(page).waitFor({ state: 'detached' })
    }
    await mine.reload()
    for (const page of [mine, theirs]) {
      await expect.poll(() => box(page, 0).isChecked()).toBe(true)
      expect(await box(page, 1).isChecked()).toBe(true)
      expect(await page.locator('.unsent').count()).toBe(0)
    }
    const entries = await entriesOf(sql, id)
    expect(entries.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'taken'))
    const events = await sql`select 1 from ticket_events where visit_id = ${id}`
    expect(events).toHaveLength(3)
  })

  test('two tabs of one phone are in step, and each entry is sent once', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 37)
    const page = await crewPhone()
    await open(page, id)
    const other = await page.context().newPage()
    await open(other, id)
    await goOffline(page, wire)
    await tap(page, 'set_out')
    await other.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    await unsent(other, 1).waitFor()
    await tap(other, 'arrived')
    await unsent(page, 2).waitFor()
    let sent = 0
    wire.change.answer = (asked, passing) => {
      if (asked === '/crew/entries') sent += 1
      return passing
    }
    await goOnline(page, wire)
    await unsent(page).waitFor({ state: 'detached' })
    await unsent(other).waitFor({ state: 'detached' })
    delete wire.change.answer
    expect(sent).toBe(2)
    expect(await kindsOf(sql, id)).toEqual(['step', 'step'])
  })

  test('signed out meanwhile: it waits, that is said, and it goes once one has signed in', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 39)
    const page = await crewPhone()
    allowTrouble(page, /status of 401/)
    await open(page, id)
    await sql`delete from sessions where user_id = (
      select id from staff where email = 'crew1@demo.test')`
    await tap(page, 'set_out')
    await page.getByText(crew.unsent.held.signedOut).waitFor()
    await page.getByRole('link', { name: crew.unsent.signIn }).waitFor()
    await expectNoAxeViolations(page)
    await signInAs(page, site, 'crew1@demo.test')
    await page.goto('/crew')
    await expect.poll(() => kindsOf(sql, id)).toEqual(['step'])
    await unsent(page).waitFor({ state: 'detached' })
  })

  test('called off meanwhile: what can’t be taken is shown with why, and dismissed', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 41)
    const page = await crewPhone()
    await open(page, id)
    await goOffline(page, wire)
    await tap(page, 'set_out')
    await page.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    await sql`update visits set status = 'cancelled' where id = ${id}`
    await goOnline(page, wire)
    const told = page.getByRole('alert').filter({ hasText: words.entry.step })
    await told.getByText(refusals.visitCancelled).waitFor()
    await page.getByText(crew.visit.cancelledText).waitFor()
    await told.getByRole('button', { name: crew.unsent.dismiss }).click()
    await told.waitFor({ state: 'detached' })
  })
})

async function boxesOf(sql: postgres.Sql, id: number): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from visit_checks where visit_id = ${id} and done`
  return row?.n ?? 0
}
