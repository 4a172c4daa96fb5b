import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aVisit } from '#test/factories/visits.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { type BoardScene, boardScene, inLane } from './board-scene.ts'

const site = demoSite()
const browser = useBrowser()

let scene: BoardScene
beforeEach(async () => {
  scene = await boardScene(site)
  // There is room for it, the ways there and on included.
  await scene.sql`update visits set duration_minutes = 30 where id = ${scene.waits.id}`
})

async function theBoard(options: Partial<PageOptions> = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  await signInAs(page, site, 'dispatch@demo.test')
  await page.goto(`/console/dispatch?day=${scene.day}`)
  return page
}

const strip = (page: Page) => page.locator('.plan-strip')
const button = (page: Page, name: string) => strip(page).getByRole('button', { name })
const statusOf = async () => {
  const [plan] = await scene.sql<{ status: string }[]>`
    select status from day_plans where day = ${scene.day} order by asked_at desc limit 1`
  return plan?.status
}

/** So many visits that planning them takes its whole time. */
async function manyWait(count: number) {
  const { db } = site.database
  const [{ area_id: areaId } = { area_id: 0 }] = await scene.sql<{ area_id: number }[]>`
    select area_id from tickets where id = ${scene.waits.ticketId}`
  const at = (time: string) => new Date(`${scene.day}T${time}:00+08:00`)
  const ticket = await aTicket(db, { status: 'triaged', areaId: Number(areaId), name: '很多次' })
  const facts = { ticketId: ticket.id, windowStart: at('08:00'), windowEnd: at('17:00') }
  for (let i = 0; i < count; i++) await aVisit(db, { ...facts, durationMinutes: 30 })
}

describe('DS-6 a day planned in one go', () => {
  test('the unassigned: proposed on the board, reviewed, and accepted by a key', async () => {
    const page = await theBoard()
    const { plans } = zh
    await button(page, '把 2 次未派的排上').click()
    await button(page, plans.ready.accept).waitFor()
    await page.locator('[data-crew] .stop', { hasText: '等着派的' }).waitFor()
    await expectNoAxeViolations(page)
    await strip(page).getByRole('link', { name: '逐条看 1 处' }).click()
    const panel = page.locator('.plan-panel')
    await panel.getByRole('checkbox', { name: /等着派的/ }).waitFor()
    await panel.getByText(plans.panel.reason.noArea).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Shift+Enter')
    await inLane(page, scene.able, scene.waits).waitFor()
    await panel.getByText(plans.panel.accepted).waitFor()
    expect(Number((await scene.stands(scene.waits.id)).crew)).toBe(scene.able.id)
    expect(await statusOf()).toBe('accepted')
  })

  test('a proposal is put aside; what was chosen of another is made, the rest is not', async () => {
    await manyWait(3)
    const page = await theBoard({ locale: 'en' })
    const { plans } = en
    await button(page, 'Plan the 5 unassigned').click()
    await button(page, plans.ready.dismiss).click()
    await button(page, plans.strip.replanDay).click()
    await strip(page)
      .getByRole('link', { name: /Review each/ })
      .click()
    const panel = page.locator('.plan-panel')
    const boxes = panel.getByRole('checkbox')
    await boxes.first().waitFor()
    for (const box of (await boxes.all()).slice(0, -1)) await box.uncheck()
    await panel.getByRole('button', { name: plans.panel.acceptChosen }).click()
    await page.waitForURL(/dispatch\?day/)
    const [{ count } = { count: 0 }] = await scene.sql<{ count: number }[]>`
      select count(*)::int from visits where crew_id = ${scene.able.id} and status = 'confirmed'
        and version > 1`
    expect(count).toBe(1)
  })

  test('a day that changed meanwhile: nothing is made, and one is told', async () => {
    const page = await theBoard()
    await button(page, '把 2 次未派的排上').click()
    await button(page, zh.plans.ready.accept).waitFor()
    await scene.sql`update shifts set ends_at = '17:00' where crew_id = ${scene.able.id}`
    allowTrouble(page, /status of 409/)
    await button(page, zh.plans.ready.accept).click()
    await strip(page).getByRole('alert').getByText(zh.refusals.planOutdated).waitFor()
    expect(await scene.stands(scene.waits.id)).toMatchObject({ crew: null })
  })

  test('stopped early it proposes its best so far; without JavaScript too', async () => {
    await manyWait(60)
    const page = await theBoard({ javaScript: false })
    allowTrouble(page, /^request csp/)
    const { plans } = zh
    await button(page, '把 62 次未派的排上').click()
    await button(page, plans.running.stop).click()
    await expect.poll(statusOf).toBe('ready')
    await page.reload()
    await strip(page)
      .getByRole('link', { name: /逐条看/ })
      .click()
    await page.getByRole('button', { name: plans.panel.acceptAll }).click()
    expect(await statusOf()).toBe('accepted')
    const { crew } = await scene.stands(scene.waits.id)
    expect([scene.able.id, scene.mornings.id]).toContain(Number(crew))
  })

  test('Q-10 a server that ends keeps the best so far', async () => {
    await manyWait(60)
    const page = await theBoard({ javaScript: false })
    allowTrouble(page, /^request csp/)
    await button(page, '把 62 次未派的排上').click()
    await expect.poll(statusOf).toBe('running')
    const asked = performance.now()
    expect(await site.server.stop()).toBe(0)
    expect(performance.now() - asked).toBeLessThan(10_000)
    expect(await statusOf()).toBe('ready')
    await site.restart()
  })
})
