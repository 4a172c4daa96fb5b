import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import en from '#app/i18n/en/queues.ts'
import zh from '#app/i18n/zh-CN/queues.ts'
import { ticketNumber } from '#app/domain/tickets/ticket-number.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()
const said = { 'zh-CN': zh, en }

const as = async (account: string, options: Partial<PageOptions> = {}) => {
  const page = await colleagueAt(site, browser, `${account}@demo.test`, options)
  // A browser without scripts refuses what the page preloads.
  if (options.javaScript === false) allowTrouble(page, /request csp|status of 422/)
  return page
}

let serial = 0
/** New tickets of nobody's, by a tag of their own, the first registered first. */
async function someTickets(tag: string, many: number): Promise<string[]> {
  const numbers = Array.from({ length: many }, () => ticketNumber(970_000 + ++serial))
  await site.database.ask(async (sql) => {
    for (const [n, number] of numbers.entries()) {
      await sql`
        insert into tickets (number, kind, status, category, channel, product, description, customer_id,
          name, phone, address, locale, created_at, updated_at, tags)
        select ${number}, 'repair', 'triaged', 'door', 'phone', 'Wardrobe', ${`${tag} ${n}`}, id,
          'Somebody', phone, 'Some street 1', 'en', now() - (${many - n} * interval '1 minute'), now(), ${[tag]}
        from customers order by id limit 1`
    }
  })
  return numbers
}

const standing = (numbers: string[]) =>
  site.database.ask(async (sql) => {
    const rows = await sql<
      { number: string; owner: string | null; tags: string[]; followUpAt: Date | null }[]
    >`select number, s.email as owner, tags, follow_up_at as "followUpAt" from tickets
      left join staff s on s.id = owner_id where number in ${sql(numbers)} order by tickets.id`
    return rows.map((row) => ({ ...row }))
  })

const queueOf = (tag: string, more = '') =>
  `/console/tickets?queue=open&tag=${encodeURIComponent(tag)}&sort=oldest${more}`
const box = (page: Page, number: string) => page.locator(`.q input[value^="${number}."]`)
const told = (page: Page) => page.locator('.bulk-told')
const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
const openBulk = (page: Page, label: string) =>
  page.locator('.bulk summary', { hasText: label }).click()
const aDayAhead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe.each<Locale>(['zh-CN', 'en'])('queues, in %s', (locale) => {
  const words = said[locale]

  test('many at once: marked by key and by range, assigned, undone; tagged; to look at again', async () => {
    const tag = `bulk-${locale}`
    const [one, two, three, four] = (await someTickets(tag, 4)) as [string, string, string, string]
    const page = await as('desk', { locale })
    await page.goto(queueOf(tag))
    await alive(page)
    await page.locator('.q li').nth(3).waitFor()
    expect(await page.locator('.bulk').isHidden()).toBe(true)

    await page.keyboard.press('j')
    await page.waitForURL(new RegExp(`open=${one}`))
    await page.keyboard.press('x')
    await page.locator('.bulk').waitFor()
    expect(await box(page, one).isChecked()).toBe(true)
    await box(page, three).click({ modifiers: ['Shift'] })
    expect(await box(page, two).isChecked()).toBe(true)
    expect(await box(page, four).isChecked()).toBe(false)
    await openBulk(page, words.bulk.assign)
    await expectNoAxeViolations(page)

    // Meanwhile a colleague changes one of them (Q-6).
    await site.database.ask(
      (sql) => sql`update tickets set version = version + 1 where number = ${two}`,
    )
    const manager = await site.database.ask(
      (sql) => sql<{ id: string }[]>`select id from staff where email = 'manager@demo.test'`,
    )
    await page.locator('.bulk select[name=owner]').selectOption(manager[0]!.id)
    await page.locator('.bulk [value=assign]').click()
    await told(page).locator('a', { hasText: two }).waitFor()
    expect((await standing([one, two, three])).map(({ owner }) => owner)).toEqual([
      'manager@demo.test',
      null,
      'manager@demo.test',
    ])
    expect(await page.locator('.bulk').isHidden()).toBe(true)
    await expectNoAxeViolations(page)
    await told(page).locator('[value=undo]').click()
    await expect
      .poll(async () => (await standing([one, three])).map(({ owner }) => owner))
      .toEqual([null, null])

    // What is wrong is said beside the field, and nothing that was marked is lost.
    await box(page, one).check()
    await box(page, four).check()
    allowTrouble(page, /status of 422/)
    await openBulk(page, words.bulk.tag)
    await page.locator('.bulk [value=tag]').click()
    await page.locator('.bulk .error').first().waitFor()
    await page.locator('.bulk [name=tags]').fill('急, VIP')
    await page.keyboard.press('Enter')
    await told(page).waitFor()
    expect((await standing([one, four])).map(({ tags }) => tags)).toEqual([
      [tag, '急', 'VIP'],
      [tag, '急', 'VIP'],
    ])
    await box(page, four).check()
    await openBulk(page, words.bulk.lookAgain)
    await page.locator('.bulk [name=day]').fill(aDayAhead(3))
    await page.locator('.bulk [value=look_again]').click()
    await expect
      .poll(async () => (await standing([four]))[0]!.followUpAt?.getTime() ?? 0)
      .toBeGreaterThan(Date.now() + 86_400_000)
  })

  test('a view is saved under a name, colleagues see it, its owner takes it away', async () => {
    const name = `急 ${locale}`
    const page = await as('desk', { locale })
    await page.goto('/console/tickets?queue=open&severity=1&category=door&owner=nobody')
    await page.locator('.head a[href*="/views?query="]').click()
    await page.waitForURL(/views\?query=/)
    await expectNoAxeViolations(page)
    await page.locator('[name=name]').fill(name)
    await page.locator('[name=shared]').check()
    await page.locator('main form .btn-go').click()
    const tab = (at: Page) => at.locator('.queues a', { hasText: name })
    await tab(page).waitFor()
    expect(await tab(page).getAttribute('aria-current')).toBe('page')
    expect(new URL(page.url()).search).toBe('?queue=open&severity=1&category=door&owner=nobody')
    await expectNoAxeViolations(page)

    const colleague = await as('manager', { locale })
    await colleague.goto('/console/tickets')
    await tab(colleague).click()
    await colleague.waitForURL(/severity=1/)

    await page.goto('/console/tickets/views')
    await page
      .locator('tr', { hasText: name })
      .locator('a', { hasText: words.views.change })
      .click()
    await page.locator('button[value=remove]').click()
    await page.waitForURL('**/console/tickets/views')
    await colleague.goto('/console/tickets/views')
    await colleague.locator('main').waitFor()
    expect(await colleague.locator('tr', { hasText: name }).count()).toBe(0)
  })

  test('IN-7: a ticket’s tags and when to look at it again, on its own page', async () => {
    const [number] = (await someTickets(`own-${locale}`, 1)) as [string]
    const page = await as('desk', { locale })
    await page.goto(`/console/tickets/${number}/tags`)
    await page.locator('main [name=tags]').fill(`own-${locale}，老客户`)
    await expectNoAxeViolations(page)
    await page.locator('main section form .btn-go').first().click()
    await page.locator('.tag a', { hasText: '老客户' }).first().waitFor()
    await page.goto(`/console/tickets/${number}/look-again`)
    await page.locator('main [name=day]').fill(aDayAhead(4))
    await page.locator('main section form .btn-go').first().click()
    await page.waitForURL(`**/console/tickets/${number}`)
    await expect.poll(async () => (await standing([number]))[0]!.followUpAt !== null).toBe(true)
    await page.goto(`/console/tickets/${number}/look-again`)
    await page.locator('main input[value=done]').check({ force: true })
    await page.locator('main section form .btn-go').first().click()
    await page.waitForURL(`**/console/tickets/${number}`)
    await expect.poll(async () => (await standing([number]))[0]!.followUpAt).toBeNull()
  })
})

test('pages go on and back, where they are stands in the address', async () => {
  const numbers = await someTickets('paged', 43)
  const page = await as('desk')
  await page.goto(queueOf('paged'))
  await alive(page)
  expect(await page.locator('.q li').count()).toBe(40)
  await page.locator('.pager [rel=next]').click()
  await page.waitForURL(/before=/)
  await box(page, numbers[42]!).waitFor()
  await page.locator('.pager [rel=prev]').click()
  await page.waitForURL(/after=/)
  await box(page, numbers[0]!).waitFor()
  expect(await page.locator('.pager [rel=prev]').count()).toBe(0)
  // Marks are those of the page in sight.
  await page.locator('.q-head input').check()
  await page.locator('.bulk').waitFor()
  expect(await page.locator('.q input:checked').count()).toBe(40)
})

test('without script: marked, sent, told, undone; what is wrong is asked again', async () => {
  const [one, two] = (await someTickets('plain', 2)) as [string, string]
  const page = await as('desk', { javaScript: false })
  await page.goto(queueOf('plain'))
  await box(page, one).check()
  await box(page, two).check()
  await openBulk(page, zh.bulk.pause)
  await page.locator('[name=reason]').fill('等配件')
  await page.locator('[value=pause]').click()
  await page.waitForURL('**/console/tickets/bulk')
  expect(await page.locator('[name=reason]').inputValue()).toBe('等配件')
  await page.locator('[name=until]').fill(aDayAhead(5))
  await page.locator('[value=pause]').click()
  await told(page).waitFor()
  expect((await standing([one, two])).every(({ followUpAt }) => followUpAt !== null)).toBe(true)

  await page.locator('.head a', { hasText: zh.bulk.back }).click()
  await page.waitForURL(/tag=plain/)
  await box(page, one).check()
  await openBulk(page, zh.bulk.tag)
  await page.locator('[name=tags]').fill('急')
  await page.locator('.bulk [value=tag]').click()
  await told(page).waitFor()
  expect((await standing([one]))[0]!.tags).toEqual(['plain', '急'])
  await page.locator('[value=undo]').click()
  await told(page).waitFor()
  expect((await standing([one]))[0]!.tags).toEqual(['plain'])
})

test('on a phone: rows can be marked and sent, nothing stands out of the page', async () => {
  const [one] = (await someTickets('phone', 2)) as [string]
  const page = await as('desk', { viewport: 'phone' })
  await page.goto(queueOf('phone'))
  await alive(page)
  await box(page, one).check()
  for (const label of [zh.bulk.assign, zh.bulk.pause, zh.bulk.tag, zh.bulk.lookAgain]) {
    await openBulk(page, label)
    await page.locator('.bulk details[open] .chip-panel button.btn-go').waitFor()
    expect(await page.evaluate(overflow)).toBe(0)
  }
  await page.locator('.bulk [value=assign]').waitFor({ state: 'hidden' })
})

test('Q-12: a store marks and tags its own, and is offered nothing more', async () => {
  const page = await as('store1')
  await page.goto('/console/tickets')
  await page.locator('.q-head').waitFor()
  expect(await page.locator('.bulk [value=tag]').count()).toBe(1)
  expect(await page.locator('.bulk [value=assign], .bulk [value=pause]').count()).toBe(0)
})
