import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

async function as(email: string, options: Partial<PageOptions> = {}): Promise<Page> {
  const page = await colleagueAt(site, browser, email, options)
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  allowTrouble(page, /status of (409|422)/)
  return page
}

/** A civil day of Shanghai, so many days from now. */
const dayAhead = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

/** One visit of the crew of `email` on a day, at ten in the morning, whatever else the crew has then. */
async function plannedOn(email: string, day: string) {
  const sql = site.database.connect({ max: 1 })
  const [crew] = await sql<{ id: number }[]>`
    select crew_id as id from staff where email = ${email}`
  await sql`update crews set members_needed = (select count(*) from staff where crew_id = crews.id)
    where id = ${crew!.id}`
  await sql`update visits set status = 'cancelled', cancelled_at = now()
    where crew_id = ${crew!.id} and status = 'confirmed'
      and planned_start >= ${`${day}T00:00:00+08:00`} and planned_start < ${`${day}T23:59:59+08:00`}`
  const [visit] = await sql<{ id: number; number: string }[]>`
    insert into visits (ticket_id, status, skill, work, window_start, window_end, duration_minutes, planned_start,
      planned_end, crew_id, created_at)
    select id, 'confirmed', 'repair', 'Look', ${`${day}T09:00:00+08:00`}, ${`${day}T11:00:00+08:00`}, 60,
      ${`${day}T10:00:00+08:00`}, ${`${day}T11:00:00+08:00`}, ${crew!.id}, now()
    from tickets where status = 'scheduled' order by id limit 1
    returning id, (select number from tickets where tickets.id = ticket_id) as number`
  await sql.end()
  return { crew: crew!.id, ...visit! }
}

const nameOf = async (email: string) => {
  const sql = site.database.connect({ max: 1 })
  const [row] = await sql<{ name: string }[]>`select name from staff where email = ${email}`
  await sql.end()
  return row!.name
}

const standingOf = async (visit: number) => {
  const sql = site.database.connect({ max: 1 })
  const [row] = await sql<{ stranded: boolean; status: string; at: Date }[]>`
    select stranded, status, planned_start as at from visits where id = ${visit}`
  await sql.end()
  return row!
}

async function wholeOnScreen(page: Page) {
  await expectNoAxeViolations(page)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect([page.url(), overflow]).toEqual([page.url(), 0])
}

describe('DS-3 leave', () => {
  test('asked late on the phone, the dispatcher may not approve it; the manager sees what it strands', async () => {
    const day = dayAhead(1)
    const visit = await plannedOn('crew1@demo.test', day)
    const before = await standingOf(visit.id)

    const phone = await as('crew1@demo.test', { viewport: 'phone' })
    await phone.goto('/crew/me')
    await phone.getByRole('link', { name: '请假和批复' }).click()
    await phone.getByLabel('几个小时').check()
    await phone.getByLabel('日期，或第一天').fill(day)
    await phone.getByLabel('从', { exact: true }).fill('09:00')
    await phone.getByLabel('到', { exact: true }).fill('12:00')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.locator('.error-summary a').first().waitFor()
    await phone.getByLabel('原因').fill('带孩子看病')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('提前不足 36 小时，等售后负责人批复').waitFor()
    expect(await phone.locator('.error-summary').count()).toBe(0)
    expect(await phone.getByLabel('原因').inputValue()).toBe('')
    await wholeOnScreen(phone)

    const dispatcher = await as('dispatch@demo.test')
    await dispatcher.goto('/console/bookings/roster')
    const pending = dispatcher.getByRole('complementary', { name: '待批请假' })
    expect(await pending.innerText()).toMatch(/提前 \d+ 小时，不足 36/)
    await pending.getByRole('link', { name: await nameOf('crew1@demo.test') }).click()
    await dispatcher.getByText('您的岗位不能批这次请假。').waitFor()
    expect(await dispatcher.getByRole('button', { name: /准假|撤回/ }).count()).toBe(0)
    const address = dispatcher.url()

    const manager = await as('manager@demo.test')
    await manager.goto(address)
    await manager.getByRole('link', { name: visit.number }).waitFor()
    expect((await standingOf(visit.id)).stranded).toBe(false)
    await wholeOnScreen(manager)
    await manager.getByLabel('要说的话').fill('去吧，我们来改')
    await manager.getByRole('button', { name: '准假，这 1 次另行改派' }).click()
    await manager.getByText('1 次上门要改派，系统没有动它们。').waitFor()
    expect(await standingOf(visit.id)).toEqual({ ...before, stranded: true })

    await phone.goto('/crew')
    await phone.getByText('您的请假批准了').waitFor()
    await phone.getByRole('link', { name: '看批复' }).click()
    await phone.getByText('去吧，我们来改').waitFor()
    await phone.locator('summary', { hasText: '撤回' }).click()
    await phone.getByRole('button', { name: '确定撤回' }).click()
    await phone.getByText('已撤回。', { exact: true }).waitFor()
    expect(await standingOf(visit.id)).toEqual(before)
  })

  test('without scripts: asked, refused with words, and read', async () => {
    const phone = await as('crew2@demo.test', {
      viewport: 'phone',
      locale: 'en',
      javaScript: false,
    })
    await phone.goto('/crew/leave')
    await phone.getByRole('button', { name: 'Send' }).click()
    await phone.locator('.error-summary a').first().waitFor()
    await phone.getByLabel('Day, or the first one').fill(dayAhead(6))
    await phone.getByLabel('Reason').fill('A wedding')
    await phone.getByRole('button', { name: 'Send' }).click()
    await phone.getByText('A wedding').waitFor()

    const dispatcher = await as('dispatch@demo.test', { locale: 'en', javaScript: false })
    await dispatcher.goto('/console/bookings/roster')
    const pending = dispatcher.getByRole('complementary', { name: 'Leave to decide' })
    await pending.getByRole('link', { name: await nameOf('crew2@demo.test') }).click()
    await dispatcher.getByRole('button', { name: 'Refuse' }).click()
    await dispatcher.locator('.error').waitFor()
    await dispatcher.getByLabel('What to say').fill('Two crews are away already')
    await dispatcher.getByRole('button', { name: 'Refuse' }).click()
    await dispatcher.getByText('Refused', { exact: true }).first().waitFor()

    await phone.goto('/crew/leave')
    await phone.getByText(/Two crews are away already/).waitFor()
  })
})

describe('BK-1 shifts', () => {
  test('two weeks in rotation; what it strands is named first and stays where it is', async () => {
    const visit = await plannedOn('crew1@demo.test', dayAhead(4))
    const before = await standingOf(visit.id)
    const page = await as('dispatch@demo.test')
    await page.goto(`/console/bookings/roster/${visit.crew}`)
    await page.getByRole('link', { name: '改排班' }).click()
    await page.getByRole('textbox', { name: '周一' }).fill('07:00-09:00')
    await page.getByLabel('几周一轮').selectOption('2')
    await page.getByRole('button', { name: '换成' }).click()
    const weeks = page.getByRole('group')
    await weeks.nth(1).waitFor()
    expect(await weeks.nth(1).getByLabel('周一').inputValue()).toBe('07:00-09:00')
    for (const week of [0, 1]) {
      for (const line of await weeks.nth(week).getByRole('textbox').all()) {
        await line.fill('12:00-20:00')
      }
    }
    await weeks.nth(0).getByLabel('周二').fill('22:00-06:00')
    await page.getByRole('button', { name: '保存排班' }).click()
    await page.getByText('结束要晚于开始；班次不能跨到第二天').waitFor()
    await weeks.nth(0).getByLabel('周二').fill('12:00-20:00')
    await page.getByRole('button', { name: '保存排班' }).click()
    await page.getByRole('link', { name: visit.number }).first().waitFor()
    expect((await standingOf(visit.id)).stranded).toBe(false)
    await page.getByRole('button', { name: '知道了，仍然保存' }).click()
    await page.getByRole('status').filter({ hasText: '排班已保存。' }).waitFor()
    await page.getByText('2 周一轮').first().waitFor()
    await wholeOnScreen(page)
    expect(await standingOf(visit.id)).toEqual({ ...before, stranded: true })
  })
})

describe('the roster and the setup', () => {
  test.each([
    ['zh-CN', 'desk'],
    ['en', 'phone'],
  ] as const)('are whole in %s at the size of a %s', async (locale, viewport) => {
    const page = await as('manager@demo.test', { locale, viewport })
    await page.goto('/console/bookings/setup')
    const area = await page.locator('a[href*="/setup/areas/"]').nth(1).getAttribute('href')
    const crew = await page.locator('a[href*="/setup/crews/"]').nth(1).getAttribute('href')
    const id = crew!.split('/').at(-1)
    const paths = [
      '/console/bookings/roster',
      '/console/bookings/roster/leave/new',
      `/console/bookings/roster/${id}`,
      `/console/bookings/roster/${id}/pattern?weeks=2`,
      `/console/bookings/roster/${id}/exceptions`,
      '/console/bookings/setup',
      area!,
      crew!,
      '/console/bookings/setup/services/repair',
      '/console/bookings/setup/holidays/new',
      '/console/bookings/setup/rules',
      '/console/bookings/setup/categories',
    ]
    for (const path of paths) {
      await page.goto(path)
      await wholeOnScreen(page)
    }
  })
})
