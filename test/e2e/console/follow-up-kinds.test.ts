import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()
const calling = (options: Partial<PageOptions> = {}, email = 'caller@demo.test') =>
  colleagueAt(site, browser, email, options)
const managing = (options: Partial<PageOptions> = {}) => calling(options, 'manager@demo.test')

/** A complaint answered just now, and the call it made due. */
const aComplaintCall = () =>
  site.database.ask(async (sql) => {
    const [ticket] = await sql<{ id: string; number: string }[]>`
      select t.id, t.number from tickets t join complaints c on c.ticket_id = t.id
      where c.status in ('open', 'investigating') and t.status not in ('closed', 'cancelled')
      order by t.id limit 1`
    await sql`
      update complaints set status = 'answered', about = 'service', cause = '没打电话',
        resolution = '师傅以后会提前半小时打电话。', answered_at = now(),
        answered_by = (select id from staff where email = 'manager@demo.test')
      where ticket_id = ${ticket!.id}`
    const [call] = await sql<{ id: string }[]>`
      insert into follow_ups (ticket_id, kind, created_at, not_before, due_at)
      values (${ticket!.id}, 'complaint', now(), now(), now() + interval '24 hours') returning id`
    return { id: call!.id, ticket: ticket!.id }
  })

/** One of a manager's sample. */
const anInspectionCall = () =>
  site.database.ask(async (sql) => {
    const [call] = await sql<{ id: string; visit_id: string }[]>`
      insert into follow_ups (ticket_id, visit_id, kind, period, created_at, not_before, due_at)
      select ticket_id, id, 'inspection', '2020-01', now(), now(), now() + interval '20 days'
      from visits v where status = 'finished'
        and not exists (select 1 from tickets t where t.about_visit_id = v.id)
        and not exists (select 1 from follow_ups f where f.ticket_id = v.ticket_id and f.kind = 'inspection')
      order by random() limit 1 returning id, visit_id`
    return call!
  })

const save = (page: Page) => page.locator('.foot .btn-go').click()
const leaves = (page: Page, id: string) =>
  page.waitForURL((url) => !url.pathname.endsWith(`/follow-ups/${id}`))

describe.each<{ locale: Locale; said: Record<string, string> }>([
  {
    locale: 'zh-CN',
    said: { answer: '我们的答复', inspection: '巡检另记一份', figures: '今天打的电话' },
  },
  {
    locale: 'en',
    said: { answer: 'Our answer', inspection: 'kept on its own', figures: 'Calls today' },
  },
])('in $locale', ({ locale, said }) => {
  test('FU-1, CP-1: the caller reads the answer to a complaint, and takes down the verdict', async () => {
    const { id, ticket } = await aComplaintCall()
    const page = await calling({ locale })
    allowTrouble(page, /422/)
    await page.goto('/console/follow-ups?kind=complaint')
    expect(await page.locator('main').innerText()).toContain(said.figures)
    await expectNoAxeViolations(page)
    await page.locator(`.tray a[href*="/${id}?"]`).click()
    await page.getByText(said.answer!).waitFor()
    await expectNoAxeViolations(page)
    await page.check('[name=verdict][value="not_content"]', { force: true })
    await save(page)
    await page.locator('.error').first().waitFor()
    await page.fill('[name=words]', '还是没人道歉')
    await save(page)
    await leaves(page, id)
    expect(new URL(page.url()).searchParams.get('kind')).toBe('complaint')
    const [row] = await site.database.ask(
      (sql) =>
        sql`select status, verdict, verdict_words from complaints where ticket_id = ${ticket}`,
    )
    expect(row).toEqual({
      status: 'investigating',
      verdict: 'not_content',
      verdict_words: '还是没人道歉',
    })
    await page.goto(`/console/follow-ups/${id}`)
    await expectNoAxeViolations(page)
    expect(await page.locator('main').innerText()).toContain('还是没人道歉')
  })

  test('FU-5: an inspection call is the manager’s, and a poor answer opens a complaint', async () => {
    const { id, visit_id } = await anInspectionCall()
    const page = await managing({ locale })
    await page.goto('/console/follow-ups?kind=inspection')
    await expectNoAxeViolations(page)
    await page.locator(`.tray a[href*="/${id}?"]`).click()
    await page.getByText(said.inspection!).waitFor()
    await expectNoAxeViolations(page)
    for (const question of ratingQuestions) {
      await page.check(`[name=${question}][value="2"]`, { force: true })
    }
    await page.fill('[name=reason]', '又坏了')
    await save(page)
    await leaves(page, id)
    const rows = await site.database.ask(
      (sql) => sql`select description from tickets where about_visit_id = ${visit_id}`,
    )
    expect(rows).toHaveLength(1)
    await page.goto('/console/follow-ups')
    await expectNoAxeViolations(page)
  })

  test('FU-1: what callers say is set in both languages, and then said', async () => {
    const page = await managing({ locale })
    await page.goto('/console/admin/scripts')
    await expectNoAxeViolations(page)
    await page.locator('a[href$="/scripts/complaint"]').click()
    await page.locator('[name=textZh]').waitFor()
    await expectNoAxeViolations(page)
    const words = `${locale}：{{name}}您好`
    await page.fill('[name=textZh]', words)
    await page.fill('[name=textEn]', `${locale}: hello {{name}}`)
    await page.locator('form .btn-go').click()
    await page.getByText(locale === 'en' ? 'en: hello {{name}}' : words).waitFor()
    const { id } = await aComplaintCall()
    await page.goto(`/console/follow-ups/${id}`)
    const script = await page.locator('.script').innerText()
    expect(script).toContain(locale)
    expect(script).not.toContain('{{')
  })

  test('on a phone they are whole', async () => {
    const [complaint, inspection] = [await aComplaintCall(), await anInspectionCall()]
    const page = await managing({ locale, viewport: 'phone' })
    for (const path of [
      '/console/follow-ups',
      `/console/follow-ups/${complaint.id}`,
      `/console/follow-ups/${inspection.id}`,
      '/console/admin/scripts',
      '/console/admin/scripts/repair',
    ]) {
      await page.goto(path)
      await expectNoAxeViolations(page)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, overflow]).toEqual([path, 0])
    }
  })
})

test('FU-5: to a caller an inspection call is missing', async () => {
  const { id } = await anInspectionCall()
  const page = await calling()
  const answer = await page.request.get(`${site.url}/console/follow-ups/${id}`)
  expect(answer.status()).toBe(404)
  await page.goto('/console/follow-ups')
  expect(await page.locator('nav.queues a').count()).toBe(3)
})

test('FU-5: until when somebody has a contract is set on their page', async () => {
  const [row] = await site.database.ask(
    (sql) =>
      sql<
        { id: string }[]
      >`select id from customers where erased_at is null and merged_into_id is null
        and contract_until is null order by id limit 1`,
  )
  const page = await managing()
  await page.goto(`/console/customers/${row!.id}/contract`)
  await expectNoAxeViolations(page)
  await page.fill('[name=contractUntil]', '2030-06-30')
  await page.locator('button', { hasText: '保存合同日期' }).click()
  await page.waitForURL((url) => url.pathname.endsWith(`/customers/${row!.id}`))
  await page.getByText('2030年6月30日').waitFor()
})
