import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { photo } from '#test/setup/photos.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { draw } from '../draw.ts'
import { aVisitAtHome, expectTaken, openVisit, unplanned } from './at-home.ts'

const site = demoSite()
const browser = useBrowser()
const { crew, words } = zh
const narrow = { width: 360, height: 760 }

async function crewPhone(options: { javaScript?: boolean; locale?: 'zh-CN' | 'en' } = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: narrow, ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp|status of (409|422)/)
  await signInAs(page, site, 'crew1@demo.test')
  return page
}

const database = () => site.database.connect({ max: 1 })
const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

type Phone = Awaited<ReturnType<typeof crewPhone>>
const tap = (page: Phone, name: string) => page.getByRole('button', { name, exact: true }).click()
const noWider = (page: Phone) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** Finishes with what must be done left out for a reason. */
async function finish(page: Phone, { link, submit }: { link: string; submit: string }) {
  await page.getByRole('link', { name: link }).click()
  await page.fill('[name=workDone]', '看过了，三扇门都要调')
  const reasons = page.locator('[name^=reason-]')
  for (const reason of await reasons.all()) {
    if ((await reason.inputValue()) === '') await reason.fill('这次不用')
  }
  await expectNoAxeViolations(page)
  await tap(page, submit)
  await page.getByRole('heading', { name: crew.sign.heading }).waitFor()
}

describe('what wasn’t planned, on the crew’s phone', () => {
  test('DS-4 running late: the customer is told at once, with the reason and the time', async () => {
    const sql = database()
    const { id, email } = await aVisitAtHome(sql, { status: 'confirmed' })
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.late.title)
    const chip = page.getByRole('button', { name: fill(crew.late.chip, { minutes: 30 }) })
    await chip.click()
    expect(await page.inputValue('#late [name=expected]')).toMatch(/^\d\d:\d\d$/)
    expect(await chip.getAttribute('aria-pressed')).toBe('true')
    await expectNoAxeViolations(page)
    expect(await noWider(page)).toBe(true)

    await tap(page, crew.late.submit)
    await page.getByText(zh.validation.choose).waitFor()
    await page.fill('#late [name=expected]', '23:55')
    await page.check('#late [value=traffic]')
    await tap(page, crew.late.submit)
    const told = fill(crew.late.standing, { time: '23:55', reason: words.lateReason.traffic })
    await page.getByRole('status').filter({ hasText: told }).waitFor()
    await expectTaken(sql, id, ['late'])
    const mail = await site.resend.waitForMail(
      (one) => one.to.includes(email) && one.text!.includes('23:55'),
    )
    expect(mail.text).toContain(words.lateReason.traffic)
    await page.goto('/crew')
    await page
      .getByText(fill(crew.marks.late, { time: '23:55' }))
      .first()
      .waitFor()
    await expectNoAxeViolations(page)
  })

  test('VS-1, VS-2, VS-7, VS-9 damage shown first, a pause, extra work agreed, the wish at signing', async () => {
    const sql = database()
    const { id, name } = await aVisitAtHome(sql, { status: 'arrived' })
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.damage.title)
    await page.locator('#damage input[type=file]').setInputFiles([await photo('wall.jpg')])
    await page.fill('#damage [name=what]', '玄关墙角有一道划痕')
    await page.fill('#damage [name=acknowledgedBy]', name)
    await page.locator('#damage').getByText(crew.drawing.open).click()
    await draw(page, '#damage-drawing')
    await expectNoAxeViolations(page)
    await tap(page, crew.damage.submit)
    const damages = page.locator('section').filter({ hasText: crew.damage.list })
    await damages.getByRole('img', { name: fill(crew.damage.alt, { n: 1 }) }).waitFor()
    await expectTaken(sql, id, ['damage', 'photo'])

    await tap(page, crew.visit.step.started)
    await unplanned(page, crew.unplanned.title, crew.pause.title)
    await page.check('#pause [value=other]')
    await tap(page, crew.pause.submit)
    await page.getByText(zh.validation.reason).waitFor()
    await page.check('#pause [value=parts]')
    await tap(page, crew.pause.submit)
    await page.getByRole('status').filter({ hasText: words.pauseReason.parts }).waitFor()
    await expectNoAxeViolations(page)
    await tap(page, crew.pause.resume)
    await page.getByRole('link', { name: crew.visit.finish }).waitFor()

    await unplanned(page, crew.unplanned.title, crew.extra.title)
    await page.fill('#extra [name=what]', '背板加两条筋')
    await page.fill('#extra [name=minutes]', '30')
    await page.fill('#extra [name=price]', '120')
    await tap(page, crew.extra.submit)
    const asked = page.getByRole('region', { name: crew.extra.asked })
    await asked.getByText('¥120').waitFor()
    expect(await page.getByRole('link', { name: crew.visit.finish }).count()).toBe(0)
    const accept = asked.getByRole('button', { name: crew.extra.accept, exact: true })
    expect((await accept.boundingBox())!.height).toBeGreaterThanOrEqual(48)
    await expectNoAxeViolations(page)
    expect(await noWider(page)).toBe(true)
    await draw(page, '.asked canvas')
    await accept.click()
    await asked.waitFor({ state: 'detached' })

    await finish(page, { link: crew.visit.finish, submit: crew.completion.submit })
    await page.check(`[name=wishPart][value=evening]`)
    await expectNoAxeViolations(page)
    await draw(page)
    await tap(page, crew.sign.submit)
    await page.getByText(crew.visit.allDone).waitFor()
    await expectTaken(sql, id, [
      ...['damage', 'photo', 'step', 'pause', 'resume', 'extra', 'extra_decision'],
      ...['finish', 'signature'],
    ])
    const [extra] = await sql`
      select minutes, price, decision, decided_by from visit_extras where visit_id = ${id}`
    expect(extra).toEqual({ minutes: 30, price: 12_000, decision: 'accepted', decided_by: name })
  })

  test('VS-4 taken away against a receipt, given back on the next visit', async () => {
    const sql = database()
    const { id, ticket, name, email } = await aVisitAtHome(sql)
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.cannot.title)
    await page.locator('summary').filter({ hasText: crew.cannot.takeAwayGo }).click()
    const form = page.getByRole('form', { name: crew.cannot.takeAway })
    await form.locator('[name=item]').fill('中间那扇门')
    await form.locator('[name=condition]').fill('下角开裂，带走两个铰链')
    await form.locator('input[type=file]').setInputFiles([await photo('door.jpg')])
    await expectNoAxeViolations(page)
    await form.getByRole('button', { name: crew.custody.submit }).click()
    await page.getByRole('img', { name: fill(crew.custody.alt, { n: 1 }) }).waitFor()
    await site.resend.waitForMail(
      (mail) => mail.to.includes(email) && mail.text!.includes('中间那扇门'),
    )
    await finish(page, { link: crew.cannot.finishTaken, submit: crew.cannot.finishTaken })
    await expectTaken(sql, id, ['custody', 'photo', 'finish'])
    const [after] = await sql`
      select v.outcome, t.status from visits v join tickets t on t.id = v.ticket_id where v.id = ${id}`
    expect(after).toEqual({ outcome: 'taken_away', status: 'paused' })

    const back = await aVisitAtHome(sql, { status: 'arrived', ticket })
    await openVisit(page, back.id)
    await page.getByRole('heading', { name: crew.giveBack.title }).waitFor()
    await page.locator('summary').filter({ hasText: crew.giveBack.submit }).click()
    await page.check('[name=reclaimed][value=no]')
    await expectNoAxeViolations(page)
    await tap(page, crew.giveBack.submit)
    await page.getByText(zh.validation.reason).waitFor()
    await page.fill('[name=because]', '业主找不到那张纸了')
    await tap(page, crew.giveBack.submit)
    await page.getByText(crew.giveBack.returned.split('，')[0]!.replace('{{name}}', name)).waitFor()
    await expectTaken(sql, back.id, ['custody_return'])
    const [receipt] = await sql`
      select reclaimed, received_by from custody_receipts where ticket_id = ${ticket}`
    expect(receipt).toEqual({ reclaimed: false, received_by: name })
  })

  test('VS-4 what can’t be mended is handed on with what is needed', async () => {
    const sql = database()
    const { id } = await aVisitAtHome(sql)
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.cannot.title)
    await page.getByRole('link', { name: crew.cannot.handOnGo }).click()
    await tap(page, crew.cannot.finishEscalated)
    await page.getByText(zh.validation.needed).first().waitFor()
    await page.fill('[name=needed]', '换整扇门板，两个人')
    await page.fill('[name=workDone]', '门板从里面裂开了')
    await expectNoAxeViolations(page)
    await tap(page, crew.cannot.finishEscalated)
    await page.getByRole('heading', { name: crew.sign.heading }).waitFor()
    await expectTaken(sql, id, ['finish'])
    await site.resend.waitForMail(
      (mail) => mail.to.includes('manager@demo.test') && mail.text!.includes('换整扇门板'),
    )
    const [after] = await sql`
      select t.status from tickets t join visits v on v.ticket_id = t.id where v.id = ${id}`
    expect(after).toEqual({ status: 'triaged' })
  })

  test('DS-4 nobody at home: one calls, says so, and the stop is over', async () => {
    const sql = database()
    const { id } = await aVisitAtHome(sql, { status: 'arrived' })
    const page = await crewPhone()
    await openVisit(page, id)
    await unplanned(page, crew.unplanned.title, crew.noShow.title)
    await page.fill('#no_show [name=note]', '敲门没人应')
    await tap(page, crew.noShow.submit)
    await page.getByText(zh.refusals.noShowUncalled).waitFor()
    await expectNoAxeViolations(page)
    await page.getByLabel(crew.noShow.called).check()
    await tap(page, crew.noShow.submit)
    await page.getByRole('status').filter({ hasText: zh.words.entry.no_show }).waitFor()
    await expectTaken(sql, id, ['call', 'no_show'])
    const [visit] = await sql`select status, no_show from visits where id = ${id}`
    expect(visit).toEqual({ status: 'cancelled', no_show: 'customer' })
  })

  test('VS-5 in an exchange the original comes first, or why it stays', async () => {
    const sql = database()
    const facts = { kind: 'exchange', skill: 'delivery' } as const
    const first = await aVisitAtHome(sql, facts)
    const page = await crewPhone()
    await openVisit(page, first.id)
    await page.getByRole('link', { name: crew.original.next }).click()
    await page.locator('#original [name=condition]').fill('旧柜子，四角完好')
    await expectNoAxeViolations(page)
    await tap(page, crew.original.submit)
    await page.getByRole('link', { name: crew.visit.finish }).waitFor()
    await expectTaken(sql, first.id, ['custody'])

    const second = await aVisitAtHome(sql, facts)
    await openVisit(page, second.id)
    await page.locator('#original').getByText(crew.original.cannot, { exact: true }).click()
    await page.getByLabel(crew.original.reason).fill('业主已经搬走了')
    await tap(page, crew.original.reasonSubmit)
    await page.getByText(fill(crew.original.left, { reason: '业主已经搬走了' })).waitFor()
    await page.getByRole('link', { name: crew.visit.finish }).waitFor()
    await expectTaken(sql, second.id, ['not_collected'])
  })

  test('VS-8 a big job passes its checks one after the other, and a reading out of limits is said', async () => {
    const sql = database()
    await sql`update services set three_checks = true where skill = 'repair'`
    const [item] = await sql<{ id: number; text_zh: string }[]>`
      update checklist_items set unit = 'mm', lowest = 1, highest = 3
      where id = (select min(id) from checklist_items where skill = 'repair' and active)
      returning id, text_zh`
    await sql`
      update crews set leader_id = s.id from staff s
      where s.email = 'crew1@demo.test' and crews.id = s.crew_id`
    try {
      const { id } = await aVisitAtHome(sql)
      const page = await crewPhone()
      await openVisit(page, id)
      const reading = page.getByLabel(
        `${item!.text_zh} ${fill(crew.reading.label, { unit: 'mm' })}`,
      )
      await reading.fill('4,5')
      await reading.blur()
      await page.getByText(fill(crew.reading.high, { highest: 3, unit: 'mm' })).waitFor()
      await expectNoAxeViolations(page)
      await page.getByRole('link', { name: crew.inspection.next.self }).click()
      await page.check('#check-self [value=yes]')
      await tap(page, crew.inspection.submit)
      await page.getByRole('link', { name: crew.inspection.next.leader }).waitFor()
      await page.check('#check-leader [value=no]')
      await tap(page, crew.inspection.submit)
      await page.getByText(zh.validation.reason).waitFor()
      await page.fill('#check-leader [name=note]', '门缝不匀')
      await expectNoAxeViolations(page)
      await tap(page, crew.inspection.submit)
      await page.getByRole('link', { name: crew.inspection.next.self }).waitFor()
      await page.getByText('门缝不匀').waitFor()
      for (const level of ['self', 'leader'] as const) {
        await page.check(`#check-${level} [value=yes]`)
        await tap(page, crew.inspection.submit)
        await page.locator(`#check-${level}`).waitFor({ state: 'detached' })
      }
      await page.getByRole('link', { name: crew.inspection.waits.inspector }).waitFor()
      await expectTaken(sql, id, ['check', ...Array<string>(4).fill('inspection')])
      const [kept] = await sql`select value from visit_checks where visit_id = ${id}`
      expect(Number(kept!.value)).toBe(4.5)
    } finally {
      await sql`update services set three_checks = false`
    }
  })

  test('VS-2, VS-7 works without a script, in English', async () => {
    const sql = database()
    const { id } = await aVisitAtHome(sql, { locale: 'en' })
    const page = await crewPhone({ javaScript: false, locale: 'en' })
    const words = en.crew
    await page.goto(`/crew/visits/${id}`)
    await unplanned(page, words.unplanned.title, words.extra.title)
    await page.fill('#extra [name=what]', 'Two more battens')
    await page.fill('#extra [name=minutes]', '30')
    await page.fill('#extra [name=price]', 'a lot')
    await tap(page, words.extra.submit)
    await page.getByText(en.validation.extraPrice).waitFor()
    expect(await page.inputValue('#extra [name=what]')).toBe('Two more battens')
    await page.fill('#extra [name=price]', '80.50')
    await tap(page, words.extra.submit)
    await page.waitForURL(`**/crew/visits/${id}`)
    const asked = page.getByRole('region', { name: words.extra.asked })
    await asked.getByText('¥80.50').waitFor()
    await asked.getByRole('button', { name: words.extra.decline, exact: true }).click()
    await page.getByText(words.extra.declined.split('{{')[0]!).waitFor()

    await unplanned(page, words.unplanned.title, words.pause.title)
    await page.check('#pause [value=rest]')
    await tap(page, words.pause.submit)
    await tap(page, words.pause.resume)
    await page.getByRole('link', { name: words.visit.finish }).waitFor()
    await expectTaken(sql, id, ['extra', 'extra_decision', 'pause', 'resume'])
  })
})

test('every form reads well in English, on a narrow phone', async () => {
  const sql = database()
  const page = await crewPhone({ locale: 'en' })
  for (const status of ['confirmed', 'arrived', 'working'] as const) {
    const { id } = await aVisitAtHome(sql, { status, locale: 'en' })
    await openVisit(page, id)
    await page.getByText(en.crew.unplanned.title, { exact: true }).click()
    for (const way of await page.locator('.turn > summary').all()) {
      await way.click()
      await expectNoAxeViolations(page)
      expect(await noWider(page)).toBe(true)
    }
  }
})
