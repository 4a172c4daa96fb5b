import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { answerComplaint } from '#app/domain/complaints/answer-complaint.server.ts'
import { decideCase, openCase } from '#app/domain/returns/index.server.ts'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { contextOf } from '#test/factories/context.ts'
import { serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { aDecision } from '../../domain/returns/deciding.ts'
import { aTrackLink } from './coming-days.ts'

process.env.APP_SECRET ??= 'only-for-tests-only-for-tests-only-for-tests'
const site = demoSite()
const browser = useBrowser()

const now = () => ({ now: new Date() })
const part = (page: Page, id: string) => page.locator(`section:has(> #${id})`)
const canary = 'canary-only-for-colleagues'

async function opened(
  ticket: { id: number },
  { locale, javaScript }: { locale: 'zh-CN' | 'en'; javaScript: boolean },
) {
  const page = await openPage(browser, {
    locale,
    javaScript,
    viewport: 'phone',
    baseUrl: site.url,
  })
  allowTrouble(page, /status of 422|request csp/)
  await page.goto(await aTrackLink(site, ticket.id))
  return page
}

async function aRejectedCase() {
  const { db } = site.database
  const ticket = await aTicket(db, { kind: 'exchange', status: 'triaged' })
  const desk = contextOf(db, await aColleague(db, 'desk'), now())
  const { number } = await inTransaction(desk, (tx) =>
    openCase(tx, ticket, {
      product: '听雨餐桌',
      reason: 'changed_mind',
      wish: 'refund',
      words: '不想要了',
    }),
  )
  return {
    ticket,
    number,
    reject: () =>
      decideCase(
        desk,
        number,
        aDecision({
          remedy: 'reject',
          why: canary,
          told: '抱歉，拆封以后不能退。',
          collect: undefined,
          promisedOn: '',
        }),
      ),
  }
}

describe.each([
  ['zh-CN', true],
  ['en', false],
] as const)('following a return, %s (script: %s)', (locale, javaScript) => {
  const say = (locale === 'en' ? en : zh).asks

  test('RX-3: asked, then told the decision; the customer disagrees once, and it is a level up', async () => {
    const { ticket, number, reject } = await aRejectedCase()
    const page = await opened(ticket, { locale, javaScript })
    const letter = part(page, 'return')
    expect(await letter.locator('h2').innerText()).toContain(number)
    expect(await letter.innerText()).toContain(say.track.now.asked.split('{{by}}')[0])
    await reject()
    await page.reload()
    expect(await letter.innerText()).toContain('抱歉，拆封以后不能退。')
    expect(await page.content()).not.toContain(canary)
    if (javaScript) await expectNoAxeViolations(page)
    await letter.locator('summary').click()
    const press = () =>
      page.getByRole('button', { name: say.track.disagree.submit, exact: true }).click()
    await press()
    await letter.locator('.error').first().waitFor()
    if (javaScript) await expectNoAxeViolations(page)
    await letter.locator('textarea').fill('还没有拆封')
    await press()
    await page.waitForURL(/#return$/)
    await letter.getByText(say.track.appeal.said.split('{{at}}')[1]!).waitFor()
    const after = await letter.innerText()
    expect(after).toContain(say.track.now.appealed.split('{{by}}')[0])
    expect(after).toContain('还没有拆封')
    expect(await letter.locator('summary').count()).toBe(0)
    if (javaScript) await expectNoAxeViolations(page)
  })

  test('CP-1: whoever complained reads the answer and says that they are content', async () => {
    const { db } = site.database
    const ticket = await aTicket(db, { kind: 'complaint', status: 'triaged' })
    const page = await opened(ticket, { locale, javaScript })
    const letter = part(page, 'complaint')
    expect(await letter.innerText()).toContain(say.complaint.now.open)
    const manager = contextOf(db, await aColleague(db, 'aftersales_manager'), now())
    await answerComplaint(manager, ticket.number, {
      version: 1,
      submissionKey: `answer-${String(serial()).padStart(20, '0')}`,
      about: 'service',
      cause: canary,
      resolution: '对不起，我们换一位师傅再来。',
    })
    await page.reload()
    expect(await letter.innerText()).toContain('对不起，我们换一位师傅再来。')
    if (javaScript) await expectNoAxeViolations(page)
    await letter.getByText(say.complaint.verdict.content, { exact: true }).click()
    await page.getByRole('button', { name: say.complaint.verdict.submit, exact: true }).click()
    await letter.getByText(say.complaint.now.closed).waitFor()
    expect(await letter.innerText()).toContain(say.complaint.said.content.split('{{day}}')[1])
    expect(await page.content()).not.toContain(canary)
  })
})
