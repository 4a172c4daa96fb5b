import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { wireTo } from '#test/setup/wire.ts'
import { aVisitAtHome, expectTaken, openVisit, unplanned } from './at-home.ts'
import { dayIsKept, goOffline, goOnline, phoneOf } from './phone.ts'
import { draw } from '../draw.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const wire = wireTo(site)
const browser = useBrowser()
const { crew, refusals, validation, words } = zh
const database = () => site.database.connect({ max: 1 })

async function crewPhone() {
  const page = await phoneOf('crew1@demo.test', { site, wire, browser })
  allowTrouble(
    page,
    /net::ERR_(CONNECTION|INTERNET|FAILED|EMPTY)|Failed to fetch|(answer|status of) 50\d/,
  )
  return page
}

const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const opened = (page: Page) => page.getByRole('heading', { name: crew.sign.title }).waitFor()

async function sign(page: Page) {
  await draw(page)
  await tap(page, crew.sign.submit)
  await page.getByText(crew.visit.allDone).waitFor()
}

async function write(page: Page, text: string) {
  const form = page.locator('#correction')
  if (!(await form.isVisible()))
    await page.locator('summary', { hasText: crew.correction.open }).click()
  await form.locator('textarea').fill(text)
  await form.getByRole('button').click()
}

describe('what comes afterwards, on the crew’s phone', () => {
  test('VS-1 damage noted while nobody was there is shown and signed for later', async () => {
    const sql = database()
    const { id, name } = await aVisitAtHome(sql, { status: 'arrived' })
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.damage.title)
    await page.fill('#damage [name=what]', '玄关墙角有一道划痕')
    await tap(page, crew.damage.submit)
    await expectTaken(sql, id, ['damage'])
    const card = page.locator('.noted li', { hasText: '玄关墙角有一道划痕' })
    await card.locator('summary', { hasText: crew.damage.show }).click()
    expect(await card.locator('[name=acknowledgedBy]').inputValue()).toBe(name)
    await card.getByText(crew.drawing.open).click()
    await draw(page, '.noted canvas')
    await expectNoAxeViolations(page)
    await tap(page, crew.damage.confirm)
    await card.getByText(crew.damage.seen.split('，')[0]!.replace('{{name}}', name)).waitFor()
    await expectTaken(sql, id, ['damage', 'damage'])
    const [row] = await sql<{ by: string; drawings: number }[]>`
      select d.acknowledged_by as by, (select count(*)::int from attachments a
        where a.about = d.key and a.stage = 'consent') as drawings
      from visit_damages d where d.visit_id = ${id}`
    expect(row).toEqual({ by: name, drawings: 1 })
    await page.reload()
    await card.waitFor()
    expect(await card.getByText(crew.damage.show).count()).toBe(0)
  })

  test('VS-3, VS-6 a signature that came too late shows what was drawn; the record is put right beneath', async () => {
    const sql = database()
    const id = await aVisitForCrewOne(sql, 61, { status: 'finished' })
    const [mine, theirs] = [await crewPhone(), await crewPhone()]
    for (const page of [mine, theirs]) {
      await page.goto('/crew')
      await dayIsKept(page)
      await page.goto(`/crew/visits/${id}`)
      await opened(page)
    }
    for (const page of [mine, theirs]) {
      await goOffline(page, wire)
      await sign(page)
    }
    expect(await mine.locator('#corrections').count()).toBe(0)
    await goOnline(mine, wire)
    // Whoever is first signs; the other one's stays to be read.
    const first = mine.locator('#corrections')
    await first.waitFor()
    await goOnline(theirs, wire)
    const told = theirs.getByRole('alert').filter({ hasText: words.entry.signature })
    await told.getByText(refusals.visitSigned).waitFor()
    const drawn = told.getByRole('img', { name: crew.unsent.drawn })
    expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    await expectNoAxeViolations(theirs)

    await write(mine, ' ')
    await mine.getByText(validation.correction).waitFor()
    await goOffline(mine, wire)
    await write(mine, '换的是两只铰链，不是一只')
    await mine.getByText(crew.correction.unreached).waitFor()
    await expectNoAxeViolations(mine)
    await goOnline(mine, wire)
    await mine.reload()
    await opened(mine)
    await mine.locator('summary', { hasText: crew.correction.open }).click()
    await expect
      .poll(() => mine.inputValue('#correction textarea'))
      .toBe('换的是两只铰链，不是一只')
    await mine.locator('#correction').getByRole('button').click()
    await mine.getByText(crew.correction.saved).waitFor()
    await first.locator('.noted li', { hasText: '换的是两只铰链，不是一只' }).waitFor()
    expect(await mine.inputValue('#correction textarea')).toBe('')

    await sql`delete from sessions where user_id = (
      select id from staff where email = 'crew1@demo.test')`
    await write(mine, '还补了一处漆')
    await mine.getByText(crew.correction.signedOut).waitFor()
    expect(await mine.inputValue('#correction textarea')).toBe('还补了一处漆')
    await expectCorrections(id, ['换的是两只铰链，不是一只'])

    const plain = await openPage(browser, { baseUrl: site.url, javaScript: false })
    allowTrouble(plain, /request csp|status of (409|422)/)
    await signInAs(plain, site, 'crew1@demo.test')
    await plain.goto(`/crew/visits/${id}`)
    await write(plain, ' ')
    await plain.locator('#correction').getByText(validation.correction).waitFor()
    await write(plain, '还补了一处漆')
    await plain.locator('#corrections li', { hasText: '还补了一处漆' }).waitFor()
    await expectCorrections(id, ['换的是两只铰链，不是一只', '还补了一处漆'])
  })

  test('VS-6 what the server fails on again and again is told of, and the rest needn’t wait', async () => {
    const sql = database()
    const [one, two] = [await aVisitForCrewOne(sql, 63), await aVisitForCrewOne(sql, 65)]
    const page = await crewPhone()
    const failing = new Set<string>()
    let failed = 0
    wire.change.path = (asked) => (failing.has(asked) ? '/crew/offline' : asked)
    wire.change.answer = (asked, passing) => {
      // One that was on its way as the server mended itself was sent elsewhere, and fails too.
      if (!failing.has(asked) && passing.status !== 405) return passing
      if (asked === '/crew/entries') failed += 1
      return { status: 500, headers: {}, body: Buffer.from('') }
    }
    for (const id of [one, two]) {
      await page.goto(`/crew/visits/${id}`)
      await alive(page)
      failing.add('/crew/entries').add('/crew/now')
      await tap(page, crew.visit.step.set_out)
      await page.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    }
    // A server that is down for everything is nothing to call anybody about.
    const again = async () => {
      const before = failed
      await tap(page, crew.unsent.send)
      await expect.poll(() => failed).toBeGreaterThan(before)
      await page.getByRole('button', { name: crew.unsent.send }).waitFor()
    }
    for (let tries = failed; tries < 9; tries = failed) await again()
    const stuck = page.getByRole('alert').filter({ hasText: crew.unsent.stuckText })
    expect(await stuck.count()).toBe(0)

    failing.delete('/crew/now')
    await expect
      .poll(
        async () => {
          if ((await stuck.count()) === 0) await again()
          return stuck.count()
        },
        { timeout: 60_000 },
      )
      .toBe(1)
    await stuck.getByText(words.entry.step).waitFor()
    await stuck.getByRole('link').waitFor()
    await expectNoAxeViolations(page)

    // Put aside first: mended, the server would take both.
    await tap(page, crew.unsent.restFirst)
    failing.clear()
    await expectTaken(sql, two, ['step'])
    await expectTaken(sql, one, [])
    await page.reload()
    await page.getByText(crew.unsent.asideText).waitFor()
    await expectNoAxeViolations(page)
    await tap(page, crew.unsent.asideAgain)
    await expectTaken(sql, one, ['step'])
    await expect.poll(() => page.locator('.unsent').count()).toBe(0)
  })
})

async function expectCorrections(id: number, texts: string[]) {
  const rows = await database()<{ text: string }[]>`
    select content::json ->> 'text' as text from signed_records
    where visit_id = ${id} and kind = 'correction' order by seq`
  expect(rows.map(({ text }) => text)).toEqual(texts)
}
