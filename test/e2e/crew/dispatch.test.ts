import { describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { crewOneOf, twoVisitsToAssign } from './scene.ts'

const site = demoSite()
const browser = useBrowser()

async function dispatcher(options: { javaScript?: boolean; locale?: 'zh-CN' | 'en' } = {}) {
  const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk', ...options })
  if (options.javaScript === false) allowTrouble(page, /request csp/)
  await signInAs(page, site, 'dispatch@demo.test')
  return page
}

/** How many forms of each kind the visit's page offers. */
async function formsOf(page: Awaited<ReturnType<typeof openPage>>) {
  const count = (form: string) => page.locator(`form[action$="/${form}"]`).count()
  return {
    crew: await count('crew'),
    window: await count('window'),
    cancellation: await count('cancellation'),
  }
}

describe('dispatch', () => {
  test.each([true, false])(
    'Q-3 who comes second sees why, keeps what they chose, and goes on (script: %s)',
    async (javaScript) => {
      const sql = site.database.connect({ max: 1 })
      const crew = await crewOneOf(site)
      await sql`update visits set status = 'cancelled' where work = '看一看'`
      const [one, two] = await twoVisitsToAssign(sql)
      const [first, second] = [await dispatcher({ javaScript }), await dispatcher({ javaScript })]
      await Promise.all([
        first.goto(`/console/visits/${one}`),
        second.goto(`/console/visits/${two}`),
      ])
      for (const page of [first, second]) {
        await page.check(`[name=crewId][value="${crew}"]`)
        await page.fill('#assign-start', '10:00')
      }
      allowTrouble(second, /409/)
      await first.getByRole('button', { name: zh.visits.assign.confirm }).click()
      await first.getByText(zh.visits.assign.titleAgain).waitFor()
      expect(await formsOf(first)).toEqual({ crew: 1, window: 1, cancellation: 1 })
      await first.getByText('已派给').waitFor()
      await second.getByRole('button', { name: zh.visits.assign.confirm }).click()
      await second.getByRole('alert').getByText('10:00–11:00').waitFor()
      expect(await second.inputValue('#assign-start')).toBe('10:00')

      const summary = second.locator('summary', { hasText: zh.visits.move.title })
      await summary.click()
      await second.fill('#move-from', '14:00')
      await second.fill('#move-to', '13:00')
      allowTrouble(second, /422/)
      await second.getByRole('button', { name: zh.visits.move.submit }).click()
      await second.getByText(zh.validation.windowOrder).waitFor()
      await second.fill('#move-to', '16:00')
      await second.fill('#move-reason', '上午没有班组')
      await second.getByRole('button', { name: zh.visits.move.submit }).click()
      await second.waitForURL(/\/visits\/\d+$/)
      await second.check(`[name=crewId][value="${crew}"]`)
      await second.getByRole('button', { name: zh.visits.assign.confirm }).click()
      await second.getByText(zh.visits.assign.titleAgain).waitFor()

      await first.locator('summary', { hasText: zh.visits.cancel.title }).click()
      await first.fill('#cancel-reason', '顾客出差')
      await first.getByRole('button', { name: zh.visits.cancel.submit }).click()
      await first.getByText(zh.visits.visit.cancelReason).waitFor()
      expect(await formsOf(first)).toEqual({ crew: 0, window: 0, cancellation: 0 })
      const rows = await sql`select status from visits where id in (${one}, ${two}) order by id`
      expect(rows.map(({ status }) => status as string)).toEqual(['cancelled', 'confirmed'])
    },
  )

  test('BK-3 the desk may move and cancel a visit, and is not asked for a crew', async () => {
    const page = await openPage(browser, { baseUrl: site.url, viewport: 'desk' })
    await signInAs(page, site, 'desk@demo.test')
    const sql = site.database.connect({ max: 1 })
    const [visit] = await sql`select id from visits where status = 'proposed' limit 1`
    await page.goto(`/console/visits/${visit!.id}`)
    await page.getByRole('heading', { name: zh.visits.visit.facts }).waitFor()
    expect(await formsOf(page)).toEqual({ crew: 0, window: 1, cancellation: 1 })
    expect(await page.locator('[name=crewId]').count()).toBe(0)
  })

  test.each([
    ['zh-CN', zh],
    ['en', en],
  ] as const)('the day and its visits read well in %s', async (locale, words) => {
    const page = await dispatcher({ locale })
    await page.goto('/console/dispatch')
    await page.getByText(words.visits.dispatch.crews).first().waitFor()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: words.visits.dispatch.next }).click()
    await page.waitForURL(/day=\d{4}-\d\d-\d\d/)
    const sql = site.database.connect({ max: 1 })
    for (const status of ['proposed', 'confirmed', 'finished']) {
      const [visit] = await sql`
        select id from visits where status = ${status} order by window_start desc limit 1`
      await page.goto(`/console/visits/${visit!.id}`)
      await page.getByRole('heading', { name: words.visits.visit.facts }).waitFor()
      await expectNoAxeViolations(page)
    }
  })
})
