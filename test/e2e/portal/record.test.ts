import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { aTrackLink } from './coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()
const catalogues = { 'zh-CN': zh, en }

interface Signed {
  id: number
  ticketId: number
  number: string
  signer: string
  text: string
}
let corrected: Signed
let others: Signed[]

beforeAll(async () => {
  const sql = site.database.connect({ max: 1 })
  const signed = await sql<(Signed & { corrected: boolean })[]>`
    select v.id::int, t.id::int as "ticketId", t.number, r.signer_name as signer,
      coalesce(c.content::json ->> 'text', '') as text, c.seq is not null as corrected
    from signed_records r join visits v on v.id = r.visit_id join tickets t on t.id = v.ticket_id
      left join signed_records c on c.visit_id = v.id and c.kind = 'correction'
    where r.kind = 'work' order by r.seq desc`
  corrected = signed.find((one) => one.corrected)!
  others = signed.filter((one) => !one.corrected)
})

const recordOf = async (visit: Signed) =>
  `${await aTrackLink(site, visit.ticketId)}/visits/${visit.id}/record`

/** Every picture of the page is there. */
const picturesShown = (page: Page) =>
  page.evaluate(() =>
    [...document.images].every((image) => image.complete && image.naturalWidth > 0),
  )

/** Lets the owner of the database change what was signed, whatever guards it. */
async function tamper(visit: Signed) {
  const owner = site.database.connect({ max: 1 })
  await owner`alter table signed_records disable trigger all`
  await owner`update signed_records set content = replace(content, '"must":true', '"must":tru_')
    where visit_id = ${visit.id} and kind = 'work'`
  await owner`alter table signed_records enable trigger all`
}

describe.each(['zh-CN', 'en'] as const)('VS-3 the signed record, %s', (locale) => {
  const words = catalogues[locale]
  const say = words.record

  test('is the customer’s to read and to print: all that was signed, whole, with what was put right', async () => {
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await page.goto((await recordOf(corrected)).replace(/\/visits\/.*/, ''))
    const letter = await page.content()
    expect(letter).toContain(corrected.text)
    expect(letter).toContain(words.track.papers.corrected.split('{{day}}').join('').trim())
    await page.locator(`a[href$="/visits/${corrected.id}/record#corrections"]`).click()
    await page.waitForURL(/#corrections$/)
    expect(await page.locator('#corrections').innerText()).toContain(corrected.text)
    await page.goBack()
    await page.locator(`a[href$="/visits/${corrected.id}/record"]`).first().click()
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor()
    const text = await page.locator('main').innerText()
    for (const part of [corrected.number, corrected.signer, corrected.text, say.valid]) {
      expect(text).toContain(part)
    }
    expect(text.indexOf(corrected.text)).toBeGreaterThan(text.indexOf(corrected.signer))
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(await page.locator('svg[role=img]').count()).toBe(1)
    expect(await picturesShown(page)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectNoAxeViolations(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('nav.paper-bar').isVisible()).toBe(false)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/)
  })

  test('that a byte was changed in says so first, to the customer and to colleagues', async () => {
    const visit = others[locale === 'en' ? 0 : 1]!
    const address = await recordOf(visit)
    await tamper(visit)
    const page = await openPage(browser, { locale, viewport: 'phone', baseUrl: site.url })
    await page.goto(address)
    const trouble = page.getByRole('alert')
    expect(await trouble.innerText()).toContain(say.broken)
    expect(await trouble.innerText()).toContain(say.fault.changed)
    expect(await trouble.innerText()).toMatch(/400-/)
    expect(await page.locator('main').innerText()).not.toContain(say.valid)
    await expectNoAxeViolations(page)
    const desk = await openPage(browser, { locale, viewport: 'desk', baseUrl: site.url })
    await signInAs(desk, site, 'desk@demo.test')
    await desk.goto(`/console/visits/${visit.id}/record`)
    expect(await desk.getByRole('alert').innerText()).toContain(say.ask.staff)
    await desk.goto(`/console/visits/${visit.id}`)
    await desk.getByText(words.visits.visit.changed).waitFor()
  })

  test.each([true, false])('is put right beside it, by name (script: %s)', async (javaScript) => {
    const { correction } = words.visits
    const visit = others[2]!
    const page = await openPage(browser, {
      locale,
      viewport: 'desk',
      javaScript,
      baseUrl: site.url,
    })
    allowTrouble(page, javaScript ? /status of 422/ : /request csp|status of 422/)
    await signInAs(page, site, 'desk@demo.test')
    await page.goto(`/console/visits/${visit.id}`)
    await page.getByText(correction.title).click()
    await page.getByRole('button', { name: correction.submit }).click()
    await page.getByText(words.validation.correction, { exact: true }).waitFor()
    const text = `Two hinges, not one <b>${locale} ${javaScript}</b>`
    await page.getByLabel(correction.text).fill(text)
    await page.getByRole('button', { name: correction.submit }).click()
    await page.waitForURL(/\/console\/visits\/\d+#record$/)
    await page.locator('section[aria-labelledby=record] .events').getByText(text).waitFor()
    if (javaScript) await expectNoAxeViolations(page)
    await page.goto(`/console/visits/${visit.id}/record`)
    const shown = await page.locator('main').innerText()
    expect(shown).toContain(text)
    expect(shown).toContain(say.valid)
    expect(shown.match(new RegExp(text.replaceAll(/[<>/]/g, '.'), 'g'))).toHaveLength(1)
  })
})

test('Q-12 another customer’s link doesn’t open it, nor one that was never signed', async () => {
  const page = await openPage(browser, { locale: 'en', baseUrl: site.url })
  allowTrouble(page, /status of 404/)
  const foreign = (await recordOf(others[4]!)).replace(
    /\/visits\/\d+\//,
    `/visits/${others[5]!.id}/`,
  )
  expect((await page.goto(foreign))!.status()).toBe(404)
  const sql = site.database.connect({ max: 1 })
  const [open] = await sql<{ id: number; ticketId: number }[]>`
    select id::int, ticket_id::int as "ticketId" from visits where status = 'confirmed' limit 1`
  const unsigned = await aTrackLink(site, open!.ticketId)
  expect((await page.goto(`${unsigned}/visits/${open!.id}/record`))!.status()).toBe(404)
})

test('VS-8 the inspector’s form is there once the first two checks are passed, and only then', async () => {
  const sql = site.database.connect({ max: 1 })
  const [visit] = await sql<{ id: number; crew: number }[]>`
    update visits set status = 'working', started_at = coalesce(started_at, now()), skill = 'install'
    where id = (select id from visits where status = 'confirmed' and crew_id is not null limit 1)
    returning id::int, crew_id::int as crew`
  const [member] = await sql<{ id: string }[]>`
    select id from staff where crew_id = ${visit!.crew} limit 1`
  const pass = (level: string) => sql`
    insert into visit_inspections (key, visit_id, level, passed, at, by)
    values (${`${level}-by-hand`.padEnd(32, 'x')}, ${visit!.id}, ${level}, true, now(), ${member!.id})`
  const say = en.visits.inspection
  const page = await openPage(browser, { locale: 'en', viewport: 'desk', baseUrl: site.url })
  allowTrouble(page, /status of 422/)
  await signInAs(page, site, 'manager@demo.test')
  const form = page.getByRole('button', { name: say.submit })
  await page.goto(`/console/visits/${visit!.id}`)
  await page.getByText(say.waits.self).waitFor()
  await pass('self')
  await page.reload()
  await page.getByText(say.waits.leader).waitFor()
  expect(await form.count()).toBe(0)
  await pass('leader')
  await page.reload()
  await page.getByLabel(say.failed).check({ force: true })
  await form.click()
  await page.getByText(en.validation.reason, { exact: true }).waitFor()
  await page.getByLabel(say.note).fill('The gap on the left is too wide')
  await form.click()
  await page.getByText(say.waits.self).waitFor()
  await page.getByText('The gap on the left is too wide').waitFor()
  await expectNoAxeViolations(page)
  expect(await form.count()).toBe(0)
})
