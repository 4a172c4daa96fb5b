import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { tickets } from '#db/schema/tickets.ts'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { aCustomer } from '#test/factories/customers.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, type PageOptions, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'

/** The company's clock stands near noon: the day has room before and after. */
const ahead = 12 - new Date().getUTCHours()
const zone = ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`

const site = demoSite({ env: { COMPANY_ZONE: zone } })
const browser = useBrowser()
let mailboxes = 0

const minutes = (n: number) => new Date(Date.now() + n * 60_000)
const clock = (at: Date) =>
  at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })

/** A visit of today, planned for so many minutes from now, in a window of two hours. */
async function aVisitToday(start: number, facts: Parameters<typeof aConfirmedVisit>[1] = {}) {
  const { db } = site.database
  const email = `late${++mailboxes}@example.test`
  const customer = await aCustomer(db, { email, locale: 'zh-CN' })
  const ticket = await aTicket(db, { customerId: customer.id, status: 'scheduled' })
  const visit = await aConfirmedVisit(db, {
    ticketId: ticket.id,
    ...{ windowStart: minutes(start), windowEnd: minutes(start + 120) },
    ...{ plannedStart: minutes(start), plannedEnd: minutes(start + 60) },
    ...facts,
  })
  return { visit, email }
}

async function dispatcher(options: Partial<PageOptions> = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  await signInAs(page, site, 'dispatch@demo.test')
  return page
}

describe('DS-4 at the console', () => {
  test('the customer is told that the crew comes later, from the board’s panel, and reads when', async () => {
    const { visit, email } = await aVisitToday(30)
    const page = await dispatcher({ locale: 'zh-CN' })
    allowTrouble(page, /status of 422/)
    const words = zh.visits.late
    await page.goto(`/console/dispatch/visits/${visit.id}`)
    await page.getByRole('link', { name: words.link }).click()
    const form = page.locator('#late')
    await form.getByRole('button', { name: words.submit }).click()
    await form.locator('.error').first().waitFor()
    await form.getByLabel(words.reason).selectOption('traffic')
    const expected = clock(minutes(95))
    await form.getByLabel(words.expected).fill(expected)
    await form.getByLabel(words.note).fill('高架封了一段')
    await expectNoAxeViolations(page)
    await form.getByRole('button', { name: words.submit }).click()
    await page.waitForURL(`**/console/visits/${visit.id}`)
    const mail = await site.resend.waitForMail(
      ({ to, subject }) => to.includes(email) && subject.includes('对不起'),
    )
    expect(mail.text).toContain('高架封了一段')
    expect(mail.text).toContain(zh.words.lateReason.traffic)
    await page.goto(`/console/dispatch/visits/${visit.id}`)
    await page.getByText(zh.words.lateReason.traffic).first().waitFor()
    await expectNoAxeViolations(page)
  })

  test('a time that has passed is refused with what was typed, also without a script', async () => {
    const { visit } = await aVisitToday(30)
    const page = await dispatcher({ locale: 'en', javaScript: false })
    allowTrouble(page, /status of 422/)
    await page.goto(`/console/visits/${visit.id}/lateness`)
    await page.getByLabel(en.visits.late.reason).selectOption('weather')
    await page.getByLabel(en.visits.late.expected).fill(clock(minutes(-30)))
    await page.getByRole('button', { name: en.visits.late.submit }).click()
    await page.getByText(en.refusals.expectedInPast).waitFor()
    expect(await page.getByLabel(en.visits.late.reason).inputValue()).toBe('weather')
  })

  test('a crew that never came is put down as that, and the customer reads an apology', async () => {
    const { visit, email } = await aVisitToday(-180)
    const page = await dispatcher({ locale: 'en' })
    await page.goto(`/console/visits/${visit.id}`)
    await page.getByText(en.words.noShow.crew).first().click()
    await page.getByLabel(en.visits.noShow.crewNote).fill('车在路上坏了')
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: en.visits.noShow.submit }).click()
    const again = page.getByRole('link', { name: en.visits.noShow.again })
    await again.waitFor()
    expect(await page.locator('.st-fill').textContent()).toBe(en.words.noShow.crew)
    await expectNoAxeViolations(page)
    const mail = await site.resend.waitForMail(({ to }) => to.includes(email))
    expect(mail.subject).toContain('我们没有来')
    expect(mail.text).toContain('车在路上坏了')
  })

  test('while the window isn’t over it says from when nobody came; who has no email is called', async () => {
    const { visit } = await aVisitToday(30)
    const { db } = site.database
    await db.update(tickets).set({ email: null }).where(eq(tickets.id, visit.ticketId))
    const page = await dispatcher({ locale: 'en' })
    await page.goto(`/console/visits/${visit.id}/lateness`)
    const at = clock(visit.windowEnd)
    await page.getByText(`${en.words.noShow.crew}: can be recorded after ${at}`).waitFor()
    const form = page.locator('#late')
    expect(await form.textContent()).toContain(en.visits.late.toCall)
    expect(await form.locator('a[href^="tel:"]').count()).toBe(1)
    await form.getByLabel(en.visits.late.reason).selectOption('traffic')
    await form.getByLabel(en.visits.late.expected).fill(clock(minutes(95)))
    await form.getByRole('button', { name: en.visits.late.submit }).click()
    await page.waitForURL(`**/console/visits/${visit.id}`)
    const facts = page.locator('main .facts').first()
    await expect.poll(() => facts.textContent()).toContain(en.visits.late.toCall)
  })

  test('a customer who wasn’t at home is told when the crew was there', async () => {
    const { visit, email } = await aVisitToday(-30, {
      ...{ status: 'arrived', setOutAt: minutes(-50), arrivedAt: minutes(-20) },
    })
    const page = await dispatcher({ locale: 'zh-CN' })
    await page.goto(`/console/visits/${visit.id}`)
    await page.getByText(zh.words.noShow.customer).first().click()
    await page.getByLabel(zh.visits.noShow.customerNote).fill('敲门没有人应')
    await page.getByRole('button', { name: zh.visits.noShow.submit }).click()
    await page.getByRole('link', { name: zh.visits.noShow.again }).click()
    await page.waitForURL('**/visits')
    await page.goto(new URL('.', page.url()).pathname.slice(0, -1))
    await page.getByRole('row').getByText(zh.words.noShow.customer).waitFor()
    const mail = await site.resend.waitForMail(({ to }) => to.includes(email))
    expect(mail.subject).toContain('没有见到您')
    expect(mail.text).toContain(clock(visit.arrivedAt!))
    expect(mail.text).not.toContain('敲门没有人应')
  })
})
