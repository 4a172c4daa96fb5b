import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ConsequenceKind } from '#db/vocabulary/returns.ts'
import { photo } from '#test/setup/photos.ts'
import { unplanned } from '../crew/at-home.ts'
import { draw } from '../draw.ts'
import { caseAt } from './deciding.ts'
import { beginning, colleague, isFit, press, type Scene, see, toDo, wordsIn } from './story.ts'

/** The form that books a visit of a case. */
export async function openBooking(page: Page, scene: Scene, kind: ConsequenceKind) {
  const { actions } = wordsIn(scene).returns.supply
  await toDo(page, scene, kind).getByRole('link', { name: actions.booking }).click()
  await page.locator('#booking').waitFor()
}

/** RX-4: books the first window that is offered. @returns the visit */
export async function book(
  page: Page,
  scene: Scene,
  { number, kind }: { number: string; kind: ConsequenceKind },
): Promise<number> {
  await openBooking(page, scene, kind)
  await isFit(page)
  await page.selectOption('[name=window]', { index: 1 })
  await page.locator('#booking .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
  const link = toDo(page, scene, kind).locator('a[href^="/console/visits/"]')
  return Number(/\d+$/.exec((await link.getAttribute('href'))!)![0])
}

/** RX-4: the page says from when on the goods are there, and offers nothing earlier. */
export async function expectGate(page: Page, scene: Scene, day: string) {
  await see(page, beginning(wordsIn(scene).returns.supply.booking.gate))
  const offered = await page
    .locator('[name=window] option:not([value=""])')
    .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value))
  const days = await scene.site.database.ask(
    (sql) => sql<{ day: string }[]>`
      select distinct day::text from windows where id = any(${offered}::bigint[]) order by day`,
  )
  expect(days.length).toBeGreaterThan(0)
  expect(days.every((one) => one.day >= day)).toBe(true)
}

let minute = 0

/** The day of a visit comes: it is today's, and what was promised for its case is as much nearer. */
export const itsDayComes = ({ site }: Scene, visit: number) =>
  site.database.ask((sql) =>
    sql.begin(async (tx) => {
      minute += 2
      // The days are moved, not the plan: what holds between a promise and a visit holds afterwards too.
      await tx`set local session_replication_role = replica`
      const [moved] = await tx<{ ticket: string; days: number }[]>`
        with day as (
          select date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' as start
        ), before as (select id, window_start from visits where id = ${visit})
        update visits v set window_start = day.start, window_end = day.start + interval '23 hours',
          planned_start = day.start + ${minute} * interval '1 minute',
          planned_end = day.start + ${minute + 1} * interval '1 minute'
        from day, before where v.id = before.id
        returning v.ticket_id as ticket, floor(extract(epoch from before.window_start - day.start) / 86400)::int as days`
      await tx`
        update return_consequences c set promised_on = promised_on - ${moved!.days}::int,
          not_before = not_before - ${moved!.days} * interval '1 day'
        from return_cases r where r.id = c.case_id and r.ticket_id = ${moved!.ticket}`
    }),
  )

/** The crew that has the visit finds it among today's stops, goes there and begins. */
export async function arrive(scene: Scene, visit: number, homeowner: string): Promise<Page> {
  const { step } = wordsIn(scene).crew.visit
  const [member] = await scene.site.database.ask(
    (sql) => sql<{ email: string }[]>`
      select s.email from staff s join visits v on v.crew_id = s.crew_id
      where v.id = ${visit} and s.disabled_at is null order by s.email limit 1`,
  )
  const page = await colleague(scene, member!.email, { viewport: 'phone' })
  await page.goto('/crew')
  await see(page, homeowner)
  await isFit(page)
  await page.locator(`a[href="/crew/visits/${visit}"]`).first().click()
  await page.waitForURL(`**/crew/visits/${visit}`)
  await isFit(page)
  for (const one of ['set_out', 'arrived'] as const) {
    await press(page, step[one])
    await page.getByRole('button', { name: step[one] }).waitFor({ state: 'detached' })
  }
  return page
}

export async function begin(page: Page, scene: Scene) {
  const { step } = wordsIn(scene).crew.visit
  await press(page, step.started)
  await page.getByRole('button', { name: step.started }).waitFor({ state: 'detached' })
  await isFit(page)
}

/** VS-5: the original is taken along against a receipt. */
export async function takeOriginal(page: Page, scene: Scene, condition: string) {
  const { original } = wordsIn(scene).crew
  await page.getByRole('link', { name: original.next }).click()
  await page.locator('#original [name=condition]').fill(condition)
  await page.locator('#original input[type=file]').setInputFiles([await photo('original.jpg')])
  await isFit(page)
  await press(page.locator('#original'), original.submit)
  await page.locator('#original').waitFor({ state: 'detached' })
}

/** Everything on the list is done, with a photo before and one after. */
export async function workThrough(page: Page) {
  for (const reading of await page.locator('.checklist input[inputmode=decimal]').all()) {
    await reading.fill('2')
    await reading.blur()
  }
  for (const box of await page.locator('.checklist input[type=checkbox]:enabled').all()) {
    await box.check()
    await expect.poll(() => box.isDisabled()).toBe(false)
  }
  for (const stage of ['before', 'after']) {
    const shown = page.locator(
      `section:has([name=stage][value=${stage}]) img[src^="/attachments/"]`,
    )
    const before = await shown.count()
    await page
      .locator(`form:has([name=stage][value=${stage}]) input[type=file]`)
      .first()
      .setInputFiles(await photo(`${stage}.jpg`))
    await expect.poll(() => shown.count(), { timeout: 15_000 }).toBeGreaterThan(before)
  }
}

/** VS-3: what was done is written down and signed. */
export async function finishAndSign(page: Page, scene: Scene, workDone: string) {
  const { crew } = wordsIn(scene)
  await page.getByRole('link', { name: crew.visit.finish }).click()
  await page.fill('[name=workDone]', workDone)
  await isFit(page)
  await press(page, crew.completion.submit)
  await sign(page, scene)
}

export async function sign(page: Page, scene: Scene) {
  const { crew } = wordsIn(scene)
  await page.getByRole('heading', { name: crew.sign.heading }).waitFor()
  await isFit(page)
  await draw(page)
  await press(page, crew.sign.submit)
  await see(page, crew.visit.allDone)
  await page.locator('.unsent').waitFor({ state: 'detached' })
  await isFit(page)
}

/** The visit that a ticket has so far. */
export const visitOf = ({ site }: Scene, ticket: string) =>
  site.database.ask(async (sql) => {
    const [visit] = await sql<{ id: string }[]>`
      select v.id from visits v join tickets t on t.id = v.ticket_id where t.number = ${ticket}`
    return Number(visit!.id)
  })

/** FU-1: the call a finished visit is asked about in. */
export const followUpOf = ({ site }: Scene, visit: number) =>
  site.database.ask(async (sql) => {
    const [call] = await sql<{ id: string }[]>`
      select id from follow_ups where visit_id = ${visit} and kind = 'visit'`
    return Number(call!.id)
  })

/** VS-1: what was damaged before the work is photographed and shown to whoever is at home. */
export async function noteDamage(page: Page, scene: Scene, what: string) {
  const { unplanned: words, damage, drawing } = wordsIn(scene).crew
  await unplanned(page, words.title, damage.title)
  await page.locator('#damage input[type=file]').setInputFiles([await photo('crack.jpg')])
  await page.fill('#damage [name=what]', what)
  await page.locator('#damage').getByText(drawing.open).click()
  await draw(page, '#damage-drawing')
  await isFit(page)
  await press(page.locator('#damage'), damage.submit)
  await page.locator('section').filter({ hasText: damage.list }).getByRole('img').first().waitFor()
}

/** VS-4: what can’t be finished is handed on with what it takes, and signed as far as it is. */
export async function handOn(
  page: Page,
  scene: Scene,
  { found, needed }: { found: string; needed: string },
) {
  const { unplanned: words, cannot } = wordsIn(scene).crew
  await unplanned(page, words.title, cannot.title)
  await page.getByRole('link', { name: cannot.handOnGo }).click()
  await page.fill('[name=needed]', needed)
  await page.fill('[name=workDone]', found)
  await isFit(page)
  await press(page, cannot.finishEscalated)
  await sign(page, scene)
}
