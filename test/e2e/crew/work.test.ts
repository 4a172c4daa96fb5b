import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { photo, svgNamedJpg } from '#test/setup/photos.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { draw } from '../draw.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const browser = useBrowser()
const { crew, refusals, validation } = zh

async function phone(options: { javaScript?: boolean; locale?: 'zh-CN' | 'en' } = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'phone', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp|409|422/)
  await signInAs(page, site, 'crew1@demo.test')
  return page
}

describe('the crew’s phone', () => {
  test('without scripts everything works but the signature, and that is said (VS-1, VS-2)', async () => {
    const id = await aVisitForCrewOne(site.database.connect({ max: 1 }), 1)
    const page = await phone({ javaScript: false })
    await page.goto(`/crew/visits/${id}`)
    for (const step of ['set_out', 'arrived', 'started'] as const) {
      await page.getByRole('button', { name: crew.visit.step[step] }).click()
      await page.waitForURL(/\/crew\/visits\/\d+$/)
    }
    for (const box of (await page.locator('.checklist input[type=checkbox]').all()).slice(1)) {
      await box.check()
    }
    await page.getByRole('button', { name: crew.checks.save }).click()
    await page.waitForURL(/\/crew\/visits\/\d+$/)
    const boxes = page.locator('.checklist input[type=checkbox]')
    expect(await boxes.first().isChecked()).toBe(false)
    expect(await boxes.last().isChecked()).toBe(true)

    const before = page.locator('form:has([name=stage][value=before])')
    await before.locator('input[type=file]').setInputFiles([await photo(), svgNamedJpg('x.jpg')])
    await before.getByRole('button', { name: crew.photos.send }).click()
    await page.getByText('“x.jpg”').waitFor()
    await page.goto(`/crew/visits/${id}`)
    expect(await before.locator('img').count()).toBe(1)

    await page.getByRole('link', { name: crew.visit.finish }).click()
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(validation.workDone).first().waitFor()
    await page.fill('[name=workDone]', '换上铰链')
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(refusals.checksMissing).waitFor()
    expect(await page.inputValue('[name=workDone]')).toBe('换上铰链')
    await page.fill('[name^="reason-"]', '业主不用')
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(crew.sign.heading).waitFor()
    expect(await page.locator('noscript').innerText()).toContain(crew.sign.noScript)
    expect(await page.locator('#sign-drawing').count()).toBe(0)
    await page.getByText('业主不用').waitFor()
  })

  test('a draft outlives a reload; nothing is signed without a signature (VS-1, VS-3)', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 3, { status: 'working' })
    const page = await phone()
    await page.goto(`/crew/visits/${id}`)
    await expectNoAxeViolations(page)
    const toTick = page.locator('.checklist li:not(:has([name^="value-"])) input[type=checkbox]')
    for (const box of await toTick.all()) await box.check()
    await page.locator('.must:visible').first().waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: crew.visit.finish }).click()
    await page.getByRole('button', { name: crew.completion.submit }).click()
    await page.getByText(validation.workDone).first().waitFor()
    await expectNoAxeViolations(page)
    await page.fill('[name=workDone]', '三扇门都调平了')
    await page.reload()
    await expect.poll(() => page.inputValue('[name=workDone]')).toBe('三扇门都调平了')
    await page.getByRole('button', { name: crew.completion.submit }).click()

    await page.getByText(crew.sign.heading).waitFor()
    await page.getByRole('button', { name: crew.sign.submit }).click()
    await page.getByText(validation.signature).waitFor()
    await expectNoAxeViolations(page)
    await draw(page)
    await page.getByRole('button', { name: crew.sign.submit }).click()
    await page.getByText(crew.visit.allDone).waitFor()
    await expectNoAxeViolations(page)
    await expect
      .poll(() => sql`select signer_name from signed_records where visit_id = ${id}`)
      .toHaveLength(1)
  })

  test('a double tap on the big button is one step, and the page follows (VS-1)', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 7)
    await sql`update visits set status = 'finished', finished_at = now()
      where id <> ${id} and status in ('on_the_way', 'arrived', 'working')
      and crew_id = (select crew_id from staff where email = 'crew1@demo.test')`
    await sql`update visits set status = 'on_the_way', set_out_at = now() where id = ${id}`
    const page = await phone()
    await page.goto('/crew')
    await page.locator(`.next-stop a[href="/crew/visits/${id}"]`).first().waitFor()
    await alive(page)
    await page.getByRole('button', { name: crew.visit.step.arrived }).dblclick()
    await page.waitForURL(`**/crew/visits/${id}`)
    await page.getByRole('button', { name: crew.visit.step.started }).dblclick()
    await page.getByRole('link', { name: crew.visit.finish }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: crew.today.go }).waitFor()
    const kinds = async () =>
      (
        await sql<{ kind: string }[]>`
          select kind from ticket_events where visit_id = ${id} order by id`
      ).map(({ kind }) => kind)
    await expect.poll(kinds).toEqual(['crew_arrived', 'work_started'])
  })

  test('two members at once: the later tap finds the step taken, and nothing is counted twice', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 5)
    const [mine, theirs] = [await phone(), await phone()]
    await Promise.all([mine.goto(`/crew/visits/${id}`), theirs.goto(`/crew/visits/${id}`)])
    await Promise.all([alive(mine), alive(theirs)])
    await mine.getByRole('button', { name: crew.visit.step.set_out }).click()
    await mine.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    await theirs.getByRole('button', { name: crew.visit.step.set_out }).click()
    await theirs.getByRole('button', { name: crew.visit.step.arrived }).waitFor()
    const taken = () => sql`select 1 from visit_entries where visit_id = ${id}`
    await expect.poll(taken).toHaveLength(2)
    const events = await sql`
      select 1 from ticket_events where visit_id = ${id} and kind = 'crew_set_out'`
    expect(events).toHaveLength(1)
  })

  test.each([
    ['zh-CN', zh],
    ['en', en],
  ] as const)('today and oneself read well in %s', async (locale, words) => {
    const page = await phone({ locale })
    await page.goto('/crew')
    await page.locator('.next-stop').waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: words.crew.tabs.me }).click()
    await page.getByRole('button', { name: words.crew.me.signOut }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: words.common.otherLanguage }).click()
    const other = locale === 'en' ? zh : en
    await page.getByRole('button', { name: other.crew.me.signOut }).waitFor()
    await page.getByRole('button', { name: other.common.otherLanguage }).click()
    await page.getByRole('button', { name: words.crew.me.signOut }).waitFor()
  })
})
