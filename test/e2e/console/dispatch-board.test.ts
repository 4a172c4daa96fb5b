import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { type BoardScene, boardScene, card, dragOver, inLane, inTray } from './board-scene.ts'

const site = demoSite()
const browser = useBrowser()
const words = zh.dispatch

let scene: BoardScene
beforeEach(async () => {
  scene = await boardScene(site)
})

async function theBoard(options: Partial<PageOptions> = {}, query = '', alive = true) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  await signInAs(page, site, 'dispatch@demo.test')
  await page.goto(`/console/dispatch?day=${scene.day}${query}`)
  if (alive) await page.locator('[data-drags]').waitFor({ state: 'attached' })
  return page
}

const ghost = (page: Page) => page.locator('[data-ghost]')
const toast = (page: Page, text: string) => page.locator('.toast', { hasText: text }).waitFor()
const focused = (page: Page) =>
  page.evaluate(() => Number((document.activeElement as HTMLElement | null)?.dataset.visit))

describe('DS-1 the board by mouse', () => {
  test('from the tray to a crew, to another time, and back to the tray', async () => {
    const page = await theBoard()
    const { waits, able } = scene
    await dragOver(page, waits, able, '11:02')
    await ghost(page).getByText('11:00–12:00').waitFor()
    await page.mouse.up()
    await inLane(page, able, waits).waitFor()
    await toast(page, '11:00')
    expect(await scene.stands(waits.id)).toEqual({ crew: able.id, start: '11:00', pinned: false })

    await page.locator('.toast').getByRole('button', { name: words.done.undo }).click()
    await inTray(page, waits).waitFor()
    await expect.poll(() => scene.stands(waits.id)).toMatchObject({ crew: null })

    await dragOver(page, scene.busy, able, '09:20')
    await ghost(page)
      .getByText(/^09:\d\d–10:\d\d$/)
      .waitFor()
    await page.mouse.up()
    await expect.poll(async () => (await scene.stands(scene.busy.id)).start).toMatch(/^09:/)

    const from = (await card(page, scene.busy).boundingBox())!
    const tray = (await page.locator('.board-tray').boundingBox())!
    await page.mouse.move(from.x + 10, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(from.x + 30, from.y + 20, { steps: 3 })
    await page.mouse.move(tray.x + 60, tray.y + 300, { steps: 6 })
    await page.locator('.board-tray.is-over').waitFor()
    await page.mouse.up()
    await inTray(page, scene.busy).waitFor()
    await expect.poll(() => scene.stands(scene.busy.id)).toMatchObject({ crew: null })
  })

  test('a refused drop says why, and changes nothing', async () => {
    const page = await theBoard()
    const { waits, able, unskilled, elsewhere, mornings } = scene
    const { refused } = words.move
    const said = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, '').slice(-4)
    const tries: [typeof able, string, string][] = [
      [unskilled, '10:00', zh.words.skill.repair],
      [elsewhere, '10:00', `${elsewhere.nameZh}不去`],
      [mornings, '11:00', said(refused.shift)],
      [able, '10:30', '10:00–11:00'],
      [able, '13:00', '09:00–12:00'],
    ]
    for (const [crew, time, why] of tries) {
      await dragOver(page, waits, crew, time)
      await ghost(page).and(page.locator('.is-refused')).getByText(why).waitFor()
      await page.mouse.up()
      await page.getByRole('alert').locator('.toast', { hasText: why }).last().waitFor()
      await ghost(page).waitFor({ state: 'hidden' })
    }
    const link = page.locator('.toast').getByRole('link', { name: words.move.moveWindow })
    expect(await link.getAttribute('href')).toBe(`/console/visits/${waits.id}/window`)
    await inTray(page, waits).waitFor()
    expect(await scene.stands(waits.id)).toMatchObject({ crew: null, start: null })
  })

  test('Q-3 the server has the last word: the card goes back, and says why', async () => {
    const page = await theBoard()
    const { waits, able } = scene
    allowTrouble(page, /409/)
    // What the board doesn't show: the ticket is no longer one to visit for.
    await scene.sql`update tickets set status = 'new' where id = ${waits.ticketId}`
    await dragOver(page, waits, able, '09:00')
    await ghost(page).getByText('09:00–10:00').waitFor()
    await page.mouse.up()
    await page
      .getByRole('alert')
      .locator('.toast', { hasText: zh.refusals.visitTicketNotReady })
      .waitFor()
    await inTray(page, waits).waitFor()
  })

  test('no move is lost when the server can’t be reached', async () => {
    const page = await theBoard()
    const { waits, able } = scene
    allowTrouble(page, /ERR_(INTERNET_DISCONNECTED|FAILED)|status of 503/)
    await page.route(`**/dispatch/placements/${waits.id}`, (route) => route.abort())
    await dragOver(page, waits, able, '11:00')
    await page.mouse.up()
    await page.locator('.unsaved').waitFor()
    await page.locator('a.is-failed').waitFor()
    await page.unroute(`**/dispatch/placements/${waits.id}`)
    await page.getByRole('button', { name: words.unsaved.retry }).click()
    await toast(page, '11:00')
    await expect.poll(() => scene.stands(waits.id)).toMatchObject({ crew: able.id })
    expect(await page.locator('.unsaved').count()).toBe(0)
  })
})

describe('DS-1 the board without a mouse', () => {
  test('by keys alone: to the tray, pick up, place, pin, undo, take off', async () => {
    const page = await theBoard()
    const { waits, able } = scene
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.keyboard.press('u')
    await expect.poll(() => focused(page)).toBeGreaterThan(0)
    while ((await focused(page)) !== waits.id) await page.keyboard.press('j')
    await page.keyboard.press('m')
    await ghost(page).waitFor()
    const lanes = await page
      .locator('[data-crew]')
      .evaluateAll((rows) => rows.map((row) => Number((row as HTMLElement).dataset.crew)))
    const row = () =>
      ghost(page).evaluate((element) => {
        const { top } = element.getBoundingClientRect()
        const under = [...document.querySelectorAll<HTMLElement>('[data-crew]')].find(
          (lane) => lane.getBoundingClientRect().bottom > top + 10,
        )
        return Number(under?.dataset.crew)
      })
    for (let i = 0; i < lanes.length && (await row()) !== able.id; i++) {
      await page.keyboard.press('ArrowDown')
    }
    await press('Home')
    await ghost(page).getByText('09:00–10:00').waitFor()
    await press('ArrowRight', 'ArrowRight')
    await page.locator('.ghost.is-refused').waitFor()
    await page.locator('[aria-live=assertive]', { hasText: '10:00–11:00' }).waitFor({
      state: 'attached',
    })
    await press('Home', 'Shift+ArrowLeft', 'Shift+ArrowRight', 'Enter')
    await inLane(page, able, waits).waitFor()
    await toast(page, '09:00')
    expect(await focused(page)).toBe(waits.id)
    expect(await scene.stands(waits.id)).toMatchObject({ crew: able.id, start: '09:00' })

    await press('ArrowRight')
    expect(await focused(page)).toBe(scene.busy.id)
    await press('p')
    await expect.poll(() => scene.stands(scene.busy.id)).toMatchObject({ pinned: true })
    await page.keyboard.press('Control+z')
    await expect.poll(() => scene.stands(scene.busy.id)).toMatchObject({ pinned: false })
    await press('Home')
    expect(await focused(page)).toBe(waits.id)
    await press('m', 'ArrowRight', 'Escape')
    await ghost(page).waitFor({ state: 'hidden' })
    await press('Delete')
    await expect.poll(() => scene.stands(waits.id)).toMatchObject({ crew: null })
    await inTray(page, waits).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => scene.stands(waits.id)).toMatchObject({ crew: able.id, start: '09:00' })

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: words.keys.title }).waitFor()
    await press('Escape')
  })

  test('an undo of what somebody else changed since undoes nothing', async () => {
    const page = await theBoard()
    const { busy } = scene
    allowTrouble(page, /409/)
    await card(page, busy).focus()
    await page.keyboard.press('p')
    await expect.poll(() => scene.stands(busy.id)).toMatchObject({ pinned: true })
    await toast(page, '已经派好')
    await scene.sql`update visits set version = version + 1 where id = ${busy.id}`
    await page.keyboard.press('Control+z')
    await page.getByRole('alert').locator('.toast', { hasText: '没有撤销' }).waitFor()
    expect(await scene.stands(busy.id)).toMatchObject({ pinned: true })
  })

  test('by the menu of a card', async () => {
    const page = await theBoard()
    const { busy, able } = scene
    const menu = page.getByRole('menu')
    const open = async () => {
      await card(page, busy).hover()
      await page.locator(`[data-menu="${busy.id}"]`).click()
      await menu.waitFor()
    }
    await inLane(page, able, busy).scrollIntoViewIfNeeded()
    await open()
    await menu.getByRole('menuitem', { name: words.menu.pin }).click()
    await expect.poll(() => scene.stands(busy.id)).toMatchObject({ pinned: true })
    await card(page, busy).locator('.mark').waitFor()
    await open()
    await menu.getByRole('menuitem', { name: words.menu.removal }).click()
    await inTray(page, busy).waitFor()
    await expect.poll(() => scene.stands(busy.id)).toMatchObject({ crew: null, pinned: false })
    await page.locator(`[data-menu="${busy.id}"]`).focus()
    await page.keyboard.press('Enter')
    await menu.getByRole('menuitem', { name: words.menu.open }).click()
    await page.waitForURL(new RegExp(`/dispatch/visits/${busy.id}\\?day=${scene.day}`))
    await page.locator('#panel-title').waitFor()
  })
})

describe('the board’s page', () => {
  test('filters are in the address, and each can be removed', async () => {
    const page = await theBoard({}, '&skill=delivery')
    await inTray(page, scene.delivery).waitFor()
    expect(await inTray(page, scene.waits).count()).toBe(0)
    const chip = words.filter.remove.replace('{{name}}', `服务 ${zh.words.skill.delivery}`)
    await page.getByRole('link', { name: chip }).click()
    await inTray(page, scene.waits).waitFor()
    await page.locator('.tray-filters summary').click()
    await page.fill('.tray-filters [name=q]', '等着派')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await inTray(page, scene.delivery).waitFor({ state: 'detached' })
    expect(await inTray(page, scene.waits).count()).toBe(1)
  })

  test('says of a visit that nobody can take why', async () => {
    const page = await theBoard()
    const said = ({ id }: { id: number }) =>
      page.locator(`.board-tray li:has([data-visit="${id}"]) .nobody`).count()
    expect(await said(scene.delivery)).toBe(1)
    expect(await said(scene.waits)).toBe(0)
  })

  test('without a script it can be read, and leads to the visit', async () => {
    const page = await theBoard({ javaScript: false }, '', false)
    allowTrouble(page, /request csp/)
    await inLane(page, scene.able, scene.busy).click()
    await page.waitForURL(new RegExp(`/dispatch/visits/${scene.busy.id}`))
    await page.locator('#panel-title').waitFor()
    expect(await page.locator('.stop-menu:visible').count()).toBe(0)
  })

  test.each<[Locale, PageOptions['viewport']]>([
    ['zh-CN', 'desk'],
    ['en', 'desk'],
    ['zh-CN', 'phone'],
    ['en', 'phone'],
  ])('reads well and is within reach in %s on a %s', async (locale, viewport) => {
    const page = await theBoard({ locale, viewport })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('h1').innerText()).toBe((locale === 'en' ? en : zh).dispatch.title)
    await expectNoAxeViolations(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
})
