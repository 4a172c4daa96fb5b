import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { alive, allowTrouble, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { colleagueAt } from './colleague.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    since: '您上次看过之后',
    here: '也打开着这张工单',
    writing: '正在这张工单上写东西',
    send: /^发给/,
    changed: '刚才有同事改过',
    show: '显示',
    take: '接手',
    seen: '知道了',
    mine: '分给我',
    keys: '键盘快捷键',
    none: '没有找到',
  },
  en: {
    since: 'Since you last looked',
    here: 'also has this ticket open',
    writing: 'is writing on this ticket',
    send: /^Send to/,
    changed: 'A colleague has just changed',
    show: 'Show',
    take: 'Take it',
    seen: 'Seen',
    mine: 'Assign to me',
    keys: 'Keyboard shortcuts',
    none: 'Nothing found',
  },
} as const

const colleague = (email: string, options: Partial<PageOptions> = {}) =>
  colleagueAt(site, browser, email, options)
const nameOf = async (email: string) => {
  const [row] = await site.database.ask(
    (sql) => sql<{ name: string }[]>`select name from staff where email = ${email}`,
  )
  return row!.name
}

/** A matter that is open, without a return or a complaint to decide, and that nobody is being asked to take. */
const aTicket = async () => {
  const [row] = await site.database.ask(
    (sql) => sql<{ number: string }[]>`
      update tickets set owner_id = null where id = (
        select t.id from tickets t where status = 'triaged' and kind <> 'complaint'
        and not exists (select from handovers h where h.ticket_id = t.id)
        and not exists (select from return_cases c where c.ticket_id = t.id)
        and not exists (select from visits v where v.ticket_id = t.id) order by random() limit 1
      ) returning number`,
  )
  return row!.number
}

const at = (number: string) => `/console/tickets/${number}`
const openAt = async (page: Page, number: string) => {
  await page.goto(at(number))
  await alive(page)
}
const note = async (page: Page, words: string) => {
  await page.locator('#note-draft-body').fill(words)
  await page.locator('#note-draft button.btn').first().click()
  await page.locator('.msg-note', { hasText: words }).waitFor()
}

describe.each<Locale>(['zh-CN', 'en'])('two at one ticket, in %s', (locale) => {
  const words = said[locale]

  test('Q-6: each sees the other, what the other does appears, and what is typed stays', async () => {
    const number = await aTicket()
    const [one, two] = [
      await colleague('desk@demo.test', { locale }),
      await colleague('manager@demo.test', { locale }),
    ]
    await openAt(one, number)
    await openAt(two, number)
    const [desk, manager] = [await nameOf('desk@demo.test'), await nameOf('manager@demo.test')]
    await one.locator('.presence', { hasText: manager }).waitFor()
    await two.locator('.presence', { hasText: words.here }).waitFor()
    await two.keyboard.press('m')
    await two.locator('#message-draft-body').fill('我写到一半')
    await one.locator('.presence', { hasText: words.writing }).waitFor()

    await note(one, `看过门板-${locale}`)
    await two.locator('.msg-note', { hasText: `看过门板-${locale}` }).waitFor()
    await two.locator('#message-draft .meanwhile', { hasText: desk }).waitFor()
    await expectNoAxeViolations(two)
    expect(await two.locator('#message-draft-body').inputValue()).toBe('我写到一半')

    allowTrouble(two, /409/)
    await two.locator('#message-draft button.btn-go').click()
    await two.locator('#message-draft .error', { hasText: words.changed }).waitFor()
    expect(await two.locator('#message-draft-body').inputValue()).toBe('我写到一半')
    await two.locator('#message-draft button.btn-go').click()
    await two.locator('.msg-out', { hasText: '我写到一半' }).waitFor()
    await one.locator('.msg-out', { hasText: '我写到一半' }).waitFor()
    await two.close()
    await one.locator('.presence', { hasText: manager }).waitFor({ state: 'detached' })
  })

  test('IN-8: what changed since one looked is marked on the ticket and in the queue', async () => {
    const number = await aTicket()
    const [one, two] = [
      await colleague('desk@demo.test', { locale }),
      await colleague('manager@demo.test', { locale }),
    ]
    const looked = one.waitForResponse((answer) => answer.url().endsWith(`${number}/looks`))
    await openAt(one, number)
    await looked
    await one.goto('/console')
    await openAt(two, number)
    await note(two, `新的一条-${locale}`)
    await one.goto(at(number))
    await one.locator('.talk .day', { hasText: words.since }).waitFor()
    await one.locator('.events .new').first().waitFor()
    await expectNoAxeViolations(one)
  })

  test('IN-8: an open queue says that its tickets changed, and shows it when asked', async () => {
    const [one, two] = [
      await colleague('desk@demo.test', { locale }),
      await colleague('manager@demo.test', { locale }),
    ]
    const stream = one.waitForResponse((answer) => answer.url().includes('/resources/desk'))
    await one.goto('/console/tickets?queue=open')
    await alive(one)
    await stream
    const href = await one.locator('.q a').first().getAttribute('href')
    const number = new URL(href!, site.url).searchParams.get('open')!
    await openAt(two, number)
    await note(two, `排队时来的-${locale}`)
    const strip = one.locator('.live-queue', { hasText: '1' })
    await strip.waitFor()
    await expectNoAxeViolations(one)
    await strip.getByRole('button', { name: words.show }).click()
    await strip.waitFor({ state: 'detached' })
  })

  test('IN-9: brought in by a note, seen on Today, handed over and taken', async () => {
    const number = await aTicket()
    const manager = await nameOf('manager@demo.test')
    const one = await colleague('desk@demo.test', { locale })
    await openAt(one, number)
    await one.keyboard.press('n')
    await one.keyboard.type(`@${manager.slice(0, 1)}`)
    await one.locator('.mentions [role=option]', { hasText: manager }).first().waitFor()
    await expectNoAxeViolations(one)
    await one.locator('.mentions [role=option]', { hasText: manager }).first().click()
    expect(await one.locator('#note-draft-body').inputValue()).toBe(`@${manager} `)
    await note(one, `@${manager} 请看-${locale}`)

    await one.goto(`${at(number)}/handover`)
    await one.locator('select[name=to]').selectOption({ label: manager })
    await one.locator('textarea[name=note]').fill(`门板已订-${locale}`)
    await expectNoAxeViolations(one)
    await one.locator('form#handover button.btn-go').click()
    await one.waitForURL(`**${at(number)}`)

    const two = await colleague('manager@demo.test', { locale })
    await two.goto('/console')
    await two.getByText(`请看-${locale}`).first().waitFor()
    await two.getByText(`门板已订-${locale}`).first().waitFor()
    await expectNoAxeViolations(two)
    await two
      .getByRole('button', { name: `${words.seen}` })
      .first()
      .click()
    await two.waitForURL('**/console')
    await openAt(two, number)
    await two.getByRole('button', { name: words.take }).click()
    await two.locator('.events', { hasText: manager }).first().waitFor()
    await two.getByRole('button', { name: words.take }).waitFor({ state: 'detached' })
    const [kept] = await site.database.ask(
      (sql) => sql<{ name: string }[]>`
        select s.name from tickets t join staff s on s.id = t.owner_id where t.number = ${number}`,
    )
    expect(kept!.name).toBe(manager)
  })

  test('the palette finds, goes and does; every key is on one sheet', async () => {
    const number = await aTicket()
    const page = await colleague('desk@demo.test', { locale })
    await openAt(page, number)
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox')
    await box.waitFor()
    await page.getByRole('option', { name: words.mine }).waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('option', { name: words.mine }).click()
    await expect
      .poll(async () => {
        const [row] = await site.database.ask(
          (sql) => sql<{ mine: boolean }[]>`
            select s.email = 'desk@demo.test' as mine from tickets t
            left join staff s on s.id = t.owner_id where t.number = ${number}`,
        )
        return row!.mine
      })
      .toBe(true)

    await page.keyboard.press('/')
    await box.fill(number)
    await page.getByRole('option', { name: number }).first().waitFor()
    await expectNoAxeViolations(page)
    await box.fill('zzzzzzzz')
    await page.locator('.palette .said', { hasText: words.none }).waitFor()
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: words.keys }).waitFor()
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: words.keys }).waitFor({ state: 'hidden' })
  })
})

test('Q-6: without scripts too, the later one is shown what changed and keeps what was typed', async () => {
  const number = await aTicket()
  const one = await colleague('desk@demo.test', { javaScript: false })
  const two = await colleague('manager@demo.test', { javaScript: false })
  for (const page of [one, two]) allowTrouble(page, /request csp|status of 4/)
  await two.goto(`${at(number)}/resolution`)
  await two.locator('textarea[name=solution]').fill('拧紧就好了')
  await one.goto(`${at(number)}/notes`)
  await one.locator('form#note textarea[name=body]').fill('顾客说还没好')
  await one.locator('section form#note button.btn-go').click()
  await one.waitForURL(`**${at(number)}`)
  await two.locator('section form#resolution button.btn-go').click()
  await two.locator('#resolution .meanwhile', { hasText: await nameOf('desk@demo.test') }).waitFor()
  expect(await two.locator('textarea[name=solution]').inputValue()).toBe('拧紧就好了')
  await two.locator('section form#resolution button.btn-go').click()
  await two.waitForURL(`**${at(number)}`)
})

describe('Q-12 the stream of the desk', () => {
  test('a store hears of no ticket of another; signed out nobody hears', async () => {
    const { sessionCookie } = await import('#test/setup/sign-in.ts')
    const [theirs] = await site.database.ask(
      (sql) => sql<{ number: string }[]>`
        select number from tickets where store_id is distinct from
        (select store_id from staff where email = 'store1@demo.test') limit 1`,
    )
    const open = async (query: string, cookie?: string) => {
      const leave = new AbortController()
      const response = await fetch(`${site.url}/resources/desk${query}`, {
        ...(cookie ? { headers: { Cookie: `session=${cookie}` } } : {}),
        signal: leave.signal,
      })
      leave.abort()
      return response.status
    }
    const cookie = await sessionCookie(site, 'store1@demo.test')
    const tab = 'tab=of-one-test'
    expect(await open('', cookie)).toBe(200)
    expect(await open(`?ticket=${theirs!.number}&${tab}`, cookie)).toBe(404)
    expect(
      await open(`?ticket=${theirs!.number}`, await sessionCookie(site, 'desk@demo.test')),
    ).toBe(404)
    expect(await open('')).toBe(401)
  })
})
