import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aBooking, aDistrict, windowAt } from '#test/factories/districts.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { comingDays } from '../portal/coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()
const days = comingDays()

async function scene() {
  const { db } = site.database
  const area = await aDistrict(db, { days })
  const ticket = await aTicket(db, { areaId: area.id, status: 'triaged', severity: 3 })
  const at = (day: string, from: string) =>
    windowAt(db, { areaId: area.id, service: 'repair', day, from })
  return { area, ticket, at }
}

async function colleague(
  email: string,
  options: { locale?: 'zh-CN' | 'en'; javaScript?: boolean } = {},
) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  await signInAs(page, site, email)
  return page
}

const visitsOf = async (ticketId: number) =>
  site.database.connect({ max: 1 })<
    { id: string; window_id: string; status: string; overbook_reason: string | null }[]
  >`select id, window_id, status, overbook_reason from visits where ticket_id = ${ticketId} order by id`

describe.each([
  ['zh-CN', true, zh],
  ['en', false, en],
] as const)('BK-1 the desk books into a window, %s (script: %s)', (locale, javaScript, words) => {
  test('and moves it to another', async () => {
    const { ticket, at } = await scene()
    const page = await colleague('desk@demo.test', { locale, javaScript })
    await page.goto(`/console/tickets/${ticket.number}/visits`)
    await page.getByRole('heading', { name: words.tickets.visit.windows }).waitFor()
    if (javaScript) await expectNoAxeViolations(page)
    const window = await at(days[1], '13:30')
    await page.check(`input[name=window][value="${window.id}"]`)
    await page.getByRole('button', { name: words.tickets.visit.book }).click()
    await page.waitForURL(new RegExp(`/console/tickets/${ticket.number}$`))
    const [visit] = await visitsOf(ticket.id)
    expect(visit).toMatchObject({ window_id: String(window.id), status: 'confirmed' })

    const other = await at(days[1], '15:30')
    await page.goto(`/console/visits/${visit!.id}`)
    await page.locator('summary', { hasText: words.visits.move.title }).click()
    await page.check(`input[name=window][value="${other.id}"]`)
    await page.fill('#move-reason', 'x')
    await page.getByRole('button', { name: words.visits.move.submit }).click()
    await expect.poll(async () => (await visitsOf(ticket.id))[0]?.window_id).toBe(String(other.id))
  })

  test('is told which went, and a manager lets one in with a reason that shows', async () => {
    const { ticket, at } = await scene()
    const page = await colleague('desk@demo.test', { locale, javaScript })
    allowTrouble(page, /409/)
    const window = await at(days[1], '13:30')
    await page.goto(`/console/tickets/${ticket.number}/visits`)
    await page.check(`input[name=window][value="${window.id}"]`)
    await page.fill('#window-work', 'tools')
    await aBooking(site.database.db, window)
    await page.getByRole('button', { name: words.tickets.visit.book }).click()
    await page.getByRole('alert').getByText(words.refusals.windowGone).waitFor()
    expect(await page.inputValue('#window-work')).toBe('tools')
    expect(await page.locator('#window-overbookReason').count()).toBe(0)

    const manager = await colleague('manager@demo.test', { locale, javaScript })
    await manager.goto(`/console/tickets/${ticket.number}/visits`)
    await manager.check(`input[name=window][value="${window.id}"]`)
    if (javaScript) {
      allowTrouble(manager, /409/)
      await manager.getByRole('button', { name: words.tickets.visit.book }).click()
      await manager.locator('#window-overbookReason[aria-invalid=true]:focus').waitFor()
    }
    await manager.fill('#window-overbookReason', 'promised by the store')
    await manager.getByRole('button', { name: words.tickets.visit.book }).click()
    await manager.waitForURL(new RegExp(`/console/tickets/${ticket.number}$`))
    const [visit] = await visitsOf(ticket.id)
    expect(visit).toMatchObject({ status: 'proposed', overbook_reason: 'promised by the store' })
    await manager.getByText(words.tickets.visits.overbooked).first().waitFor()
    await manager.goto(`/console/visits/${visit!.id}`)
    await manager.getByText(words.visits.visit.overbookedWaits).waitFor()
    if (javaScript) await expectNoAxeViolations(manager)
  })
})

test('the area of a ticket is shown and corrected', async () => {
  const { ticket } = await scene()
  const other = await aDistrict(site.database.db, { days })
  const page = await colleague('desk@demo.test')
  await page.goto(`/console/tickets/${ticket.number}/area`)
  await page.selectOption('#area-area', String(other.id))
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: zh.tickets.area.submit }).click()
  await page.waitForURL(new RegExp(`/console/tickets/${ticket.number}$`))
  await page.getByText(other.nameZh).first().waitFor()
})
