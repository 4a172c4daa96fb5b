import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { formatter } from '#app/i18n/format.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import {
  aDay,
  callDue,
  extraWork,
  forColleagues,
  inMinutes,
  late,
  resting,
  takenAlong,
} from './on-the-day.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('the day of a visit, %s (script: %s)', (locale, javaScript) => {
  const say = (locale === 'en' ? en : zh).track
  const words = (locale === 'en' ? en : zh).words
  const format = formatter(locale, 'Asia/Shanghai', new Date())
  const sql = () => site.database.connect({ max: 1 })

  async function open(track: string): Promise<Page> {
    const page = await openPage(browser, {
      locale,
      javaScript,
      viewport: 'phone',
      baseUrl: site.url,
    })
    await page.goto(track)
    return page
  }

  /** The letter reads well, fits a phone, and holds nothing that is for colleagues. */
  async function sound(page: Page) {
    const html = await page.content()
    for (const hidden of [forColleagues, '31.299', '120.619']) expect(html).not.toContain(hidden)
    if (!javaScript) return
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await expectNoAxeViolations(page)
  }

  const headline = (page: Page) => page.locator('h1').innerText()
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click()

  test('on the way: who, with which vehicle, about when, and no position', async () => {
    const day = await aDay(site, 'on_the_way')
    const page = await open(day.track)
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.on_the_way)
    const about = await page.locator('.when time').innerText()
    expect(about).toMatch(/\d\d:\d[05]/)
    expect(await headline(page)).toContain(/\d\d:\d\d/.exec(about)![0])
    const facts = await page.locator('article .facts').first().innerText()
    expect(facts).toContain(locale === 'en' ? 'Repair crew 2' : '维修二组')
    expect(facts).toContain('王海涛')
    expect(facts).toContain('苏E·0A418')
    expect(await page.locator('article a[href^="tel:"]').count()).toBeGreaterThan(0)
    await sound(page)
  })

  test('DS-4: late, with an apology, why and the new time', async () => {
    const day = await aDay(site, 'confirmed')
    const expected = await late(site, day)
    const page = await open(day.track)
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.late)
    const rounded = new Date(Math.ceil(expected.getTime() / 300_000) * 300_000)
    expect(await headline(page)).toContain(format.time(rounded))
    const letter = await page.locator('article').innerText()
    expect(letter).toContain(say.late.traffic)
    expect(letter).toContain(say.late.note.replace('{{note}}', '高架上有事故'))
    expect(letter).toContain(say.events.late_told)
    await sound(page)
  })

  test('VS-2: at work, and resting with why', async () => {
    const day = await aDay(site, 'working')
    const page = await open(day.track)
    expect(await headline(page)).toBe(say.headline.working.replaceAll('|', ''))
    const at = format.time(day.visit.arrivedAt!)
    expect(await page.locator('.when time').innerText()).toBe(
      say.next.since.working.replace('{{at}}', at),
    )
    await resting(site, day)
    await page.goto(day.track)
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.rests)
    await page.getByText(say.rests.parts).waitFor()
    await sound(page)
  })

  test('VS-7: extra work is answered by name; sent twice it is one answer', async () => {
    const day = await aDay(site, 'working')
    const extra = await extraWork(site, day)
    const other = await extraWork(site, day, '加装缓冲器')
    const page = await open(day.track)
    allowTrouble(page, /status of (422|409)/)
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.asked)
    await sound(page)
    const form = page.locator('form', { hasText: extra.what })
    await form.locator('input[name=name]').fill(' ')
    await form.getByRole('button', { name: say.extras.accept }).click()
    await page.locator('.error').first().waitFor()
    const answer = () =>
      sql()<{ decision: string | null; decided_by: string | null; via: string | null }[]>`
        select decision, decided_by, via from visit_extras where key = ${extra.key}`
    expect((await answer())[0]?.decision).toBeNull()
    await sound(page)

    await form.locator('input[name=name]').fill('林小兰')
    await form.getByRole('button', { name: say.extras.accept }).dblclick()
    await page.getByText(say.extras.accepted, { exact: true }).waitFor()
    expect((await answer())[0]).toEqual({
      decision: 'accepted',
      decided_by: '林小兰',
      via: 'link',
    })
    const events = await sql()`
      select id from ticket_events where ticket_id = ${day.ticket.id} and kind = 'extra_decided'`
    expect(events).toHaveLength(1)

    await sql()`
      update visit_extras set decision = 'declined', decided_by = '林小兰', decided_at = now(),
        via = 'phone' where key = ${other.key}`
    await page
      .locator('form', { hasText: other.what })
      .getByRole('button', { name: say.extras.accept })
      .click()
    await page.getByText(say.extras.already).waitFor()
    expect(await page.locator('article').innerText()).toContain(say.extras.declined)
    await sound(page)
  })

  test('DS-4: nobody came: the desk has it in the conversation, once', async () => {
    const hours = { windowStart: inMinutes(-150), windowEnd: inMinutes(-30) }
    const day = await aDay(site, 'confirmed', {
      ...hours,
      plannedStart: inMinutes(-120),
      plannedEnd: inMinutes(-60),
    })
    const page = await open(day.track)
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.nobody)
    await sound(page)
    await page.locator('#nobody-form-words').fill('等了一下午')
    await press(page, say.nobody.submit)
    await page.locator('h1', { hasText: say.headline.nobody_told.split('|').at(-1)! }).waitFor()
    expect(await page.getByRole('button', { name: say.nobody.submit, exact: true }).count()).toBe(0)
    await sound(page)
    const kept = await sql()<{ body: string }[]>`
      select body from ticket_messages where ticket_id = ${day.ticket.id}`
    expect(kept).toHaveLength(1)
    expect(kept[0]?.body).toContain('等了一下午')
    expect(kept[0]?.body).toContain(format.span(hours.windowStart, hours.windowEnd))
  })

  test('DS-4: nobody was at home: told kindly, with another time', async () => {
    const day = await aDay(site, 'cancelled', {
      noShow: 'customer',
      cancelledAt: inMinutes(-1),
      cancelReason: forColleagues,
      ticket: { status: 'triaged' },
    })
    await day.record('customer_no_show', { note: forColleagues })
    const page = await open(day.track)
    expect(await headline(page)).toBe(say.headline.missed_you.replaceAll('|', ''))
    const callsSoon = say.next.missed_youDesk.replace(
      '{{hours}}',
      locale === 'en' ? 'every day 08:30–22:00' : '每天 08:30–22:00',
    )
    expect(await page.locator('article').innerText()).toContain(callsSoon)
    expect(await page.locator('#next ~ div .button--primary[href^="tel:"]').count()).toBe(1)
    await sound(page)
  })

  test('VS-4: taken along for repair: what, against which receipt, back when', async () => {
    const day = await aDay(site, 'finished', {
      outcome: 'taken_away',
      ticket: { status: 'paused', pausedUntil: '2099-03-17' },
    })
    const receipt = await takenAlong(site, day)
    const page = await open(day.track)
    expect(await headline(page)).toContain('中门')
    expect(await page.locator('.chip').first().innerText()).toBe(say.chip.away)
    const papers = page.locator(`a[href="${day.track}/receipts/${receipt.number}"]`)
    expect(await papers.count()).toBe(2)
    await sound(page)
    await sql()`
      update custody_receipts set returned_at = now(), returned_by = ${day.member.id},
        received_by = '林小兰', reclaimed = true where id = ${receipt.id}`
    await page.goto(day.track)
    expect(await page.locator('#items').count()).toBe(1)
    expect(await headline(page)).not.toContain('中门')
  })

  test('VS-9: when and how to be asked, while the call is still to come', async () => {
    const day = await aDay(site, 'finished', { outcome: 'done' })
    await callDue(site, day)
    const page = await open(day.track)
    await page.getByText(say.wish.phone.any).waitFor()
    await page.getByText(say.wish.change).click()
    await sound(page)
    await page.getByText(words.wishWay.none, { exact: true }).click()
    expect(await page.getByText(words.wishPart.evening, { exact: true }).isVisible()).toBe(false)
    await page.getByText(words.wishWay.phone, { exact: true }).click()
    await page.getByText(words.wishPart.evening, { exact: true }).click()
    await press(page, say.wish.submit)
    await page.getByText(say.wish.phone.evening).waitFor()
    await page.getByText(say.wish.saved, { exact: true }).waitFor()
    const wished = await sql()`
      select wish_part, wish_way, status from follow_ups where visit_id = ${day.visit.id}`
    expect(wished[0]).toEqual({ wish_part: 'evening', wish_way: 'phone', status: 'due' })
    await sql()`update follow_ups set status = 'done', done_at = now() where visit_id = ${day.visit.id}`
    await page.goto(day.track)
    expect(await page.locator('#wish').count()).toBe(0)
  })
})
