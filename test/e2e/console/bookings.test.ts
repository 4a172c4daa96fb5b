import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

/** A visit agreed for a day to come that nothing stands in the way of. */
async function aVisitToCome() {
  const sql = site.database.connect({ max: 1 })
  const [visit] = await sql`
    select v.id from visits v where status = 'confirmed' and skill = 'repair' and not stranded
      and planned_start > now() + interval '1 day'
      and not exists (select 1 from visit_marks m where m.visit_id = v.id)
    order by planned_start, id limit 1`
  return visit!.id as number
}

async function dispatcher(options: Partial<PageOptions> = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  await signInAs(page, site, 'dispatch@demo.test')
  return page
}

/** An open window still to come with somebody in it. */
async function aWindow() {
  const sql = site.database.connect({ max: 1 })
  const [window] = await sql`
    select id, area_id as "areaId", day::text, service from windows
    where closed_at is null and starts_at > now() + interval '1 day' and booked_visits > 0
      and starts_at < now() + interval '10 days'
    order by starts_at, id limit 1`
  return window as { id: number; areaId: number; day: string; service: string }
}

/** Takes a crew with a visit to come off shift on that day, and says so in the visit. */
async function strand() {
  const sql = site.database.connect({ max: 1 })
  const [visit] = await sql`
    update visits set stranded = true, version = version + 1 where id in (
      select id from visits where status = 'confirmed' and window_id is not null
        and planned_start > now() + interval '1 day' and not stranded
      order by planned_start limit 1)
    returning id, crew_id as "crewId", window_start as "windowStart", window_end as "windowEnd"`
  await sql`
    insert into leaves (crew_id, starts_at, ends_at, reason, status, asked_by, asked_at, decided_by, decided_at)
    select ${visit!.crewId as number}, ${visit!.windowStart as Date}, ${visit!.windowEnd as Date}, '看牙', 'approved',
      id, now(), id, now() from staff where email = 'dispatch@demo.test'`
  return visit as unknown as { id: number; crewId: number }
}

describe('bookings', () => {
  test('BK-1 the capacity is walked with the keyboard, a window closed with a reason and opened again', async () => {
    const { id, areaId } = await aWindow()
    const page = await dispatcher()
    await page.goto(`/console/bookings?area=${areaId}`)
    const first = page.locator('.heat td a').first()
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    expect(await first.evaluate((cell) => cell === document.activeElement)).toBe(true)
    expect(await page.locator('.heat td a[tabindex="0"]').count()).toBe(1)

    const cell = page.locator(`#cell-${id}`)
    await cell.focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/window=\d+/)
    await page.locator('#window').getByText(zh.bookings.panel.crew, { exact: true }).waitFor()
    expect((await cell.boundingBox())!.height).toBeLessThan(40)
    await cell.focus()
    await page.keyboard.press('c')
    await page.waitForURL(/do=close/)
    await page.locator('#close-reason:focus').waitFor()
    allowTrouble(page, /422/)
    await page.getByRole('button', { name: zh.bookings.close.submit }).click()
    await page.getByText(zh.validation.reason).waitFor()
    await page.fill('#close-reason', '小区停水')
    await page.getByRole('button', { name: zh.bookings.close.submit }).click()
    await page.getByText('小区停水').waitFor()
    expect((await cell.textContent())!.startsWith(zh.bookings.mark.shut)).toBe(true)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: zh.bookings.close.undo }).click()
    await page.getByText(zh.bookings.close.undone_other.replace('{{count}}', '1')).waitFor()
    expect(await cell.textContent()).not.toContain(zh.bookings.mark.shut)
  })

  test('without scripts a day is closed for a service, and opened again', async () => {
    const { id, areaId, day, service } = await aWindow()
    const page = await dispatcher({ javaScript: false, locale: 'en' })
    await page.goto(`/console/bookings?area=${areaId}`)
    await page.locator(`#cell-${id}`).click()
    await page.locator('summary', { hasText: en.bookings.close.dayTitle }).click()
    expect(await page.inputValue('#closing-day-day')).toBe(day)
    expect(await page.inputValue('#closing-day-service')).toBe(service)
    await page.fill('#closing-day-reason', 'Typhoon')
    await page.getByRole('button', { name: en.bookings.close.daySubmit }).click()
    await page.getByText('Booked visits are all kept').waitFor()
    const mark = async () => (await page.locator(`#cell-${id}`).textContent())!.split(' ')[0]
    expect(await mark()).toBe(en.bookings.mark.shut)
    await page.locator('summary', { hasText: en.bookings.close.dayTitle }).click()
    await page.getByRole('button', { name: en.bookings.close.dayReopen }).click()
    await page.getByText('opened again').waitFor()
    expect(await mark()).not.toBe(en.bookings.mark.shut)
  })

  test('DS-3 visits that must move are moved together, and the page says which stayed', async () => {
    const { id, crewId } = await strand()
    const page = await dispatcher()
    await page.goto('/console')
    await page.getByRole('link', { name: zh.bookings.stripOpen }).click()
    await page.waitForURL(/bookings\/stranded/)
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: zh.bookings.stranded.all }).click()
    await page.getByRole('heading', { name: zh.bookings.stranded.resultLabel }).waitFor()
    await expectNoAxeViolations(page)
    const sql = site.database.connect({ max: 1 })
    const [visit] = await sql`select crew_id as "crewId", stranded from visits where id = ${id}`
    const moved = await page.locator('.warn.good').getByRole('link').count()
    const stay = await page.locator('.warn:not(.good):not(.bad) .result-list a').count()
    expect(moved + stay).toBeGreaterThan(0)
    expect(visit!.stranded).toBe(visit!.crewId === crewId)
  })

  test.each(['zh-CN', 'en'] as const)(
    'on a phone the table scrolls within itself (%s)',
    async (locale) => {
      const { id, areaId } = await aWindow()
      const page = await dispatcher({ viewport: 'phone', locale })
      await page.goto(`/console/bookings?area=${areaId}&window=${id}`)
      await page.locator('#window').waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      expect((await page.locator(`#cell-${id}`).boundingBox())!.height).toBeLessThan(50)
      await page.goto('/console/bookings/stranded')
      await page.locator('main').waitFor()
      const list = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(list).toBeLessThanOrEqual(0)
      await expectNoAxeViolations(page)
    },
  )
})

describe('before the day', () => {
  test('BK-6 a visit lacks a part: said where it is seen, told to the customer, cleared once it is here', async () => {
    const id = await aVisitToCome()
    const page = await dispatcher()
    allowTrouble(page, /status of 422/)
    const { marks, waiting } = zh.visits
    await page.goto(`/console/visits/${id}`)
    await page.getByText(marks.add, { exact: true }).click()
    await page.getByRole('button', { name: marks.submit }).click()
    await page.getByText(zh.validation.markNote).waitFor()
    await page.fill('#mark-note', '差一个门锁，周五到')
    await page.getByRole('button', { name: marks.submit }).click()
    await page.locator('.warn', { hasText: '差一个门锁' }).waitFor()
    await expect.poll(() => page.inputValue('#mark-note')).toBe('')
    await expectNoAxeViolations(page)
    const sql = site.database.connect({ max: 1 })
    const told = await sql`
      select params from messages where visit_id = ${id} and template = 'visit-parts-short'`
    expect(told).toMatchObject([{ params: { note: '差一个门锁，周五到' } }])

    await page.goto('/console/dispatch/waiting?reason=marked')
    const row = page.locator('tr', { hasText: '差一个门锁' })
    const board = await row.locator('th a').getAttribute('href')
    expect(board).toMatch(new RegExp(`^/console/dispatch/visits/${id}\\?day=\\d{4}-`))
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: waiting.reason.overbooked }).click()
    await row.waitFor({ state: 'detached' })

    await page.goto(`/console/visits/${id}`)
    await page.getByRole('button', { name: marks.clear.parts_short }).click()
    await page.locator('.warn', { hasText: '差一个门锁' }).waitFor({ state: 'detached' })
  })

  test('without scripts the same, and the ledger says what was promised', async () => {
    const id = await aVisitToCome()
    const page = await dispatcher({ javaScript: false, locale: 'en' })
    allowTrouble(page, /status of 422/)
    const { marks } = en.visits
    await page.goto(`/console/visits/${id}/marks`)
    await page.fill('#mark-expectedOn', '2020-01-01')
    await page.fill('#mark-note', 'Two hinges')
    await page.uncheck('input[name="tell"]')
    await page.getByRole('button', { name: marks.submit }).click()
    await page.getByText(en.refusals.markPast).waitFor()
    expect(await page.inputValue('#mark-note')).toBe('Two hinges')
    expect(await page.isChecked('input[name="tell"]')).toBe(false)
    await page.fill('#mark-expectedOn', '')
    await page.getByRole('button', { name: marks.submit }).click()
    await page.locator('.warn', { hasText: 'Two hinges' }).waitFor()
    await page.getByRole('button', { name: marks.clear.parts_short }).click()
    expect(await page.locator('.warn', { hasText: 'Two hinges' }).count()).toBe(0)

    await page.getByRole('link', { name: en.promises.ledger, exact: true }).last().click()
    await page.getByRole('heading', { name: en.promises.title }).waitFor()
    await page.getByRole('link', { name: en.promises.outcome.broken }).click()
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
    for (const text of await page.locator('tbody tr').allTextContents()) {
      expect(text).toContain(en.promises.outcome.broken)
    }
  })
})
