import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

/** An open ticket without a case, whose customer has an order of a wardrobe in cartons. */
const aTicket = (skip: number) =>
  site.database.ask(async (sql) => {
    const [ticket] = await sql<{ number: string }[]>`
      select t.number from tickets t where t.status in ('new', 'triaged') and t.merged_into_id is null
        and not exists (select 1 from return_cases c where c.ticket_id = t.id)
        and exists (select 1 from orders o join order_lines l on l.order_id = o.id
          where o.customer_id = t.customer_id and o.status <> 'cancelled' and o.delivered_on is not null)
      order by t.id offset ${skip} limit 1`
    return ticket!.number
  })

test.each(locales)(
  'RX-1 a return is registered from its ticket, whose terms stand beside, %s',
  async (locale) => {
    const number = await aTicket(locale === 'en' ? 1 : 0)
    const page = await colleagueAt(site, browser, 'desk@demo.test', { locale })
    allowTrouble(page, /status of 422/)
    await page.goto(`/console/tickets/${number}`)
    await page.click(`a[href="/console/returns/new?ticket=${number}"]`)
    await page.waitForURL(/\/console\/returns\/new/)
    await page.locator('[name=line]').first().check()
    await page.selectOption('[name=reason]', 'defect')
    await page.locator('main dl.facts dt').nth(1).waitFor()
    await expectNoAxeViolations(page)
    await page.fill('[name=batch]', 'B-77')
    await page.locator('main .btn-go').click()
    await page.locator('[name=wish][aria-invalid=true]').waitFor()
    expect(await page.inputValue('[name=batch]')).toBe('B-77')
    await page.selectOption('[name=wish]', 'exchange')
    await page.locator('main .btn-go').click()
    await page.waitForURL(/\/console\/returns\/RX\d+$/)
    await page.goto(`/console/tickets/${number}`)
    await page.locator('main a[href^="/console/returns/RX"]').first().waitFor()
    expect(await page.locator(`a[href="/console/returns/new?ticket=${number}"]`).count()).toBe(0)
  },
)
