import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
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

test('CP-1 CP-2 CP-3 a complaint about a crew: answered, a fault, their side, verified, on their record', async () => {
  const { number, person, email } = await aComplaint()
  const at = `/console/complaints/${number}`
  const page = await as('manager@demo.test')
  await page.goto('/console')
  await page.click('nav a[href="/console/complaints"]')
  await page.locator('main tbody tr', { hasText: number }).locator('th a').click()
  await page.locator('main h1', { hasText: '投诉' }).waitFor()

  await page.locator('main .next .btn-go').click()
  await page.locator('form#owner .btn-go').click()
  await page.locator('main .st', { hasText: '调查中' }).first().waitFor()

  await page.goto(`${at}/people`)
  await page.check(`[name=people][value="${person}"]`)
  await page.locator('form#people .btn-go').click()
  await page.locator(`aside a[href="/console/records/${person}"]`).waitFor()

  await page.goto(`${at}/findings`)
  await page.fill('[name=body]', '邻居说听见了争吵')
  await page.locator('form#finding .btn-go').click()
  await page.locator('main dd', { hasText: '邻居说听见了争吵' }).waitFor()

  await page.goto(`${at}/faults`)
  expect(await page.inputValue('[name=person]')).toBe(person)
  await page.selectOption('[name=kind]', 'quarrel')
  await page.fill('[name=what]', '在门口和顾客争吵')
  await page.locator('form#fault .btn-go').click()
  const decide = page.locator('main a[href*="/faults/"]')
  const path = (await decide.getAttribute('href'))!
  allowTrouble(page, /status of 409/)
  await page.goto(path)
  await page.locator('label', { has: page.locator('[name=decision][value=verified]') }).click()
  await page.fill('[name=why]', '核实了')
  await page.locator('form#decision .btn-go').click()
  await page.locator('form#decision [role=alert]').waitFor()

  const crew = await as(email, { viewport: 'phone' })
  await crew.goto('/crew/me')
  await crew.click('a[href="/console/account/record"]')
  await crew.locator('main a[href*="/account/record/faults/"]').click()
  await crew.fill('[name=answer]', '顾客先大声的，我没有还口')
  await crew.locator('form#hear .btn-go').click()
  await crew.locator('main dd', { hasText: '我没有还口' }).waitFor()
  allowTrouble(crew, /status of 403/)
  await crew.goto(at)
  expect(await crew.locator('text=师傅在门口大声争吵').count()).toBe(0)

  await page.goto(path)
  await page.locator('label', { has: page.locator('[name=decision][value=verified]') }).click()
  await page.fill('[name=why]', '两位邻居都听见了')
  await page.locator('form#decision .btn-go').click()
  await page.locator('main dd', { hasText: '两位邻居都听见了' }).waitFor()

  await page.goto(`${at}/answer`)
  await page.locator('label', { has: page.locator('[name=about][value=conduct]') }).click()
  await page.fill('[name=cause]', '师傅态度不好')
  await page.fill('[name=resolution]', '我们向您道歉，以后换一个班组上门。')
  await page.locator('form#answer .btn-go').click()
  await page.locator('main .st', { hasText: '等顾客评价' }).first().waitFor()

  await page.goto(`${at}/verdict`)
  await page.locator('label', { has: page.locator('[name=verdict][value=content]') }).click()
  await page.locator('form#verdict .btn-go').click()
  await page.locator('main .st', { hasText: '已办结' }).first().waitFor()

  await page.goto(`/console/records/${person}`)
  await page.locator('main dd', { hasText: '两位邻居都听见了' }).waitFor()
  await page.locator('main a', { hasText: number }).first().waitFor()
  await crew.goto('/console/account/record')
  await crew.locator('main dd', { hasText: '两位邻居都听见了' }).waitFor()
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
