import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

const as = (account: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, account, options)

let complaints = 0

/** A complaint about the crew that was at one of the homes of the demo, and a member of that crew. */
const aComplaint = () =>
  site.database.ask(async (sql) => {
    const n = (complaints += 1)
    const [visit] = await sql<{ id: number; ticket: number; person: string; email: string }[]>`
      select v.id, v.ticket_id as ticket, s.id as person, s.email from visits v
      join staff s on s.crew_id = v.crew_id
      join staff_roles r on r.staff_id = s.id and r.role = 'crew'
      where v.status = 'finished' and s.password_hash is not null
        and not exists (select 1 from tickets t where t.about_visit_id = v.id and t.kind = 'complaint')
      order by v.id limit 1`
    const [ticket] = await sql<{ number: string }[]>`
      insert into tickets (number, kind, status, category, channel, product, description, customer_id, name, phone,
        address, locale, about_visit_id, created_at, updated_at)
      select ${`R98765${n}-0`}, 'complaint', 'triaged', category, 'phone', product, '师傅在门口大声争吵', customer_id,
        name, phone, address, locale, ${visit!.id}, now(), now() from tickets where id = ${visit!.ticket}
      returning number`
    return { number: ticket!.number, person: visit!.person, email: visit!.email }
  })

test.each(locales)('Q-29 the pages of complaints and records in %s', async (locale) => {
  const { number, person, email } = await aComplaint()
  const said = locale === 'en' ? 'To handle' : '待处理'
  for (const viewport of ['phone', 'desk'] as const) {
    const page = await as('manager@demo.test', { locale, viewport })
    const at = `/console/complaints/${number}`
    for (const path of [
      '/console/complaints',
      at,
      ...['owner', 'people', 'findings', 'answer', 'faults'].map((child) => `${at}/${child}`),
      '/console/records',
      `/console/records/${person}`,
    ]) {
      await page.goto(path)
      await page.locator('main').waitFor()
      if (path === at) await page.locator('main .st', { hasText: said }).first().waitFor()
      expect([path, await page.evaluate(overflow)]).toEqual([path, 0])
      await expectNoAxeViolations(page)
    }
    await page.context().close()
  }
  const crew = await as(email, { locale, viewport: 'phone' })
  for (const path of ['/console/account', '/console/account/record']) {
    await crew.goto(path)
    await crew.locator('main').waitFor()
    expect([path, await crew.evaluate(overflow)]).toEqual([path, 0])
    await expectNoAxeViolations(crew)
  }
})
