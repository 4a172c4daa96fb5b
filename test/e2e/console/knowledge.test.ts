import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const as = async (account: string, options: Partial<PageOptions> = {}) => {
  const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 409/)
  return page
}
const sees = (page: Page, words: string) => page.locator('main', { hasText: words }).waitFor()
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

/** A ticket of the demo made into one of our own. */
const aTicket = (status: 'closed' | 'triaged', description: string) =>
  site.database.ask(async (sql) => {
    const [row] = await sql<{ number: string }[]>`
      select number from tickets where status = ${status} and kind = 'repair' and locale = 'zh-CN'
        and merged_into_id is null and not exists (select 1 from visits where ticket_id = tickets.id and status not in ('finished', 'cancelled'))
      order by id desc limit 1`
    await sql`update tickets set description = ${description}, category = 'door', product = '六斗柜', product_id = null,
      solution = ${status === 'closed' ? '换了一副滑轨' : null} where number = ${row!.number}`
    return row!.number
  })

test('KB-1: a solved ticket becomes an answer in one step; published, customers find it', async () => {
  const number = await aTicket('closed', '最下面一格抽屉掉轨')
  const page = await as('desk')
  await page.goto(`/console/tickets/${number}`)
  await page.locator('aside, .side').getByText('写成一条答案').click()
  await page.waitForURL(/\/knowledge\/new\?ticket=/)
  await alive(page)
  expect(await page.inputValue('[name=titleZh]')).toBe('最下面一格抽屉掉轨')
  expect(await page.inputValue('[name=solutionZh]')).toBe('换了一副滑轨')
  expect(await page.isChecked('[name=categories][value=door]')).toBe(true)
  await expectNoAxeViolations(page)
  await page.locator('form .btn-go').last().click()
  await page.waitForURL(/\/knowledge\/answer(-\d+)?$/)
  await sees(page, '草稿只有写答案的同事看得到')
  await expectNoAxeViolations(page)

  // What isn't whole yet is no draft to publish.
  expect(await page.getByRole('button', { name: '发布' }).count()).toBe(0)
  await page.getByRole('link', { name: '补齐两种语言' }).click()
  await page.waitForURL(/\/edit$/)
  await page.fill('[name=titleEn]', 'A drawer came off its runners')
  await page.fill('[name=solutionEn]', '1. Empty it.\n2. Lift it back on.')
  await page.locator('form .btn-go').last().click()
  await page.waitForURL(/\/knowledge\/a-drawer-came-off-its-runners/)
  await page.getByRole('button', { name: '发布' }).click()
  await sees(page, '已发布')
  await page.goto('/help?q=抽屉掉轨')
  await sees(page, '最下面一格抽屉掉轨')
  await page.goto(`/console/tickets/${number}`)
  await sees(page, '已写成答案')
})

test('KB-1: beside a ticket stand the answers to it; one that fits is said so once, and becomes the solution', async () => {
  const number = await aTicket('triaged', '抽屉卡住了，怎么都拉不出来')
  const page = await as('desk')
  await page.goto(`/console/tickets/${number}`)
  await alive(page)
  const answer = page.locator('.mini details', { hasText: '抽屉卡住了怎么办？' })
  await answer.locator('summary').click()
  await expectNoAxeViolations(page)
  await answer.getByRole('button').click()
  await page.locator('.mini details', { hasText: '已用在这张工单' }).waitFor()
  await sees(page, '用了知识库的答案')
  const uses = await site.database.ask(
    (sql) =>
      sql`select 1 from article_uses u join tickets t on t.id = u.ticket_id where t.number = ${number}`,
  )
  expect(uses.length).toBe(1)
  const used = page.locator('.mini details', { hasText: '抽屉卡住了怎么办？' })
  if ((await used.getAttribute('open')) === null) await used.locator('summary').click()
  await used.getByText('当作解决办法').click()
  await page.waitForURL(/resolution\?answer=stuck-drawer/)
  expect(await page.inputValue('[name=solution]')).toContain('把抽屉拉到头')

  await page.goto(`/console/tickets/${number}/answers?q=推拉门`)
  await sees(page, '推拉门跳轨')
  await expectNoAxeViolations(page)
})

test('Q-6: of two who change one answer the later is shown what changed and loses nothing typed', async () => {
  const [one, two] = [await as('desk'), await as('manager', { locale: 'en' })]
  for (const page of [one, two]) {
    await page.goto('/console/knowledge/photos/edit')
    await alive(page)
  }
  await one.fill('[name=causeZh]', '看得清才判断得准')
  await one.locator('form .btn-go').last().click()
  await one.waitForURL(/\/knowledge\/photos\?saved/)
  await sees(one, '已保存')
  allowTrouble(two, /status of 409/)
  await two.fill('[name=causeEn]', 'We judge by what we see')
  await two.locator('form .btn-go').last().click()
  await two.locator('[role=alert]').waitFor()
  await sees(two, 'Your colleague wrote: 看得清才判断得准')
  expect(await two.inputValue('[name=causeEn]')).toBe('We judge by what we see')
  await two.locator('form .btn-go').last().click()
  await two.waitForURL(/\/knowledge\/photos\?saved/)
  await expectNoAxeViolations(two)
})

test('KB-1: the list is filtered in its address; a narrow phone and no script will do', async () => {
  const page = await as('manager', { locale: 'en', viewport: 'phone' })
  await page.goto('/console/knowledge?status=draft&category=surface')
  await sees(page, 'Answer about mattresses')
  expect(await page.evaluate(overflow)).toBe(0)
  await expectNoAxeViolations(page)
  await page.goto('/console/knowledge/cabinet-door/edit')
  expect(await page.evaluate(overflow)).toBe(0)

  const plain = await as('desk', { javaScript: false })
  await plain.goto('/console/knowledge/ticket-number')
  await plain.getByRole('button', { name: '停用' }).click()
  await sees(plain, '已停用：不再出现')
  await plain.getByRole('button', { name: '重新发布' }).click()
  await sees(plain, '已发布')
  await plain.goto('/console/knowledge?q=工单编号')
  await sees(plain, '工单编号找不到了？')
})

test('KB-1: while a call is taken down, answers to it stand beside the form', async () => {
  const page = await as('desk')
  await page.goto('/console/tickets/new')
  await alive(page)
  const answer = page.locator('aside.side summary', { hasText: '抽屉' }).first()
  expect(await answer.count()).toBe(0)
  await page.fill('[name=product]', '六斗柜')
  await page.fill('[name=description]', '抽屉卡住了拉不出来')
  await answer.waitFor()
  await expectNoAxeViolations(page)
  await answer.click()
  await page.locator('aside.side details[open] ol, aside.side details[open] p').first().waitFor()
  // What was typed is still there.
  expect(await page.inputValue('[name=description]')).toBe('抽屉卡住了拉不出来')
  await page.fill('[name=description]', '')
  await page.fill('[name=product]', '')
  await answer.waitFor({ state: 'detached' })
  // By what is wrong alone.
  await page.selectOption('[name=category]', 'door')
  await page.locator('aside.side summary', { hasText: '门' }).first().waitFor()
})

test('KB-1: without scripts they come with looking the caller up', async () => {
  const page = await as('desk', { javaScript: false, viewport: 'phone' })
  await page.goto('/console/tickets/new')
  await page.fill('[name=phone]', '13800001000')
  await page.fill('[name=description]', '抽屉卡住了拉不出来')
  await page.locator('button[formmethod=get]').click()
  await page.locator('aside.side summary', { hasText: '抽屉' }).first().waitFor()
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0)
})

test('KB-1: while a ticket is assessed, the answers follow the category that is chosen', async () => {
  const number = await aTicket('triaged', '门关不严，表面也有印子擦不掉')
  const page = await as('desk')
  await page.goto(`/console/tickets/${number}/triage`)
  await alive(page)
  const titles = () => page.locator('.side details summary').allInnerTexts()
  const before = await titles()
  await Promise.all([
    page.waitForResponse(/known-answers/),
    page.selectOption('#triage-category', 'surface'),
  ])
  await expect.poll(titles).not.toEqual(before)
  await page.locator('main form a', { hasText: '返回' }).first().click()
  await expect.poll(titles).toEqual(before)
})
