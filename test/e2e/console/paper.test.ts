import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { create } from 'qrcode'
import { beforeAll, describe, expect, test } from 'vitest'
import { siteChecks } from '#db/schema/bookings.ts'
import { custodyReceipts } from '#db/schema/custody.ts'
import { orderLines } from '#db/schema/customers.ts'
import { visitMarks } from '#db/schema/visits.ts'
import { aCrew } from '#test/factories/crews.ts'
import { anOrderReady } from '#test/factories/customers.ts'
import { only, serial } from '#test/factories/serial.ts'
import { aColleague } from '#test/factories/staff.ts'
import { aTicket } from '#test/factories/tickets.ts'
import { aConfirmedVisit } from '#test/factories/visits.ts'
import { expectNoAxeViolations } from '#test/setup/axe.ts'
import { allowTrouble, openPage, useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()
const browser = useBrowser()

/** A day of our own, far from what the demo planned. */
const day = '2031-03-05'
const at = (time: string) => new Date(`${day}T${time}:00+08:00`)
const hostile = '<script>document.title="broken"</script><img src=x onerror=alert(1)>'
const long = '左门下垂，铰链崩出，螺丝孔豁开，顾客已把门卸下靠墙。'.repeat(60)

let crew: Awaited<ReturnType<typeof aCrew>>
let repair: Awaited<ReturnType<typeof aConfirmedVisit>>
let delivery: Awaited<ReturnType<typeof aConfirmedVisit>>
let wordy: Awaited<ReturnType<typeof aConfirmedVisit>>
let receipt: string

beforeAll(async () => {
  const { db } = site.database
  crew = await aCrew(db, {
    nameZh: '纸上一组',
    nameEn: 'Paper crew',
    vehicle: '沪A·88888',
    skills: ['repair', 'delivery'],
  })
  const member = await aColleague(db, 'crew', { crewId: crew.id, name: '朱晓峰' })
  const visitAt = (time: string, facts: Parameters<typeof aConfirmedVisit>[1]) =>
    aConfirmedVisit(db, {
      crewId: crew.id,
      plannedStart: at(time),
      plannedEnd: new Date(at(time).getTime() + 3_600_000),
      windowStart: at(time),
      windowEnd: new Date(at(time).getTime() + 7_200_000),
      ...facts,
    })
  const ticket = await aTicket(db, { severity: 2, name: '林薇' })
  repair = await visitAt('09:00', { ticketId: ticket.id, work: '换铰链 3 只' })
  await db.insert(visitMarks).values({
    visitId: repair.id,
    kind: 'parts_short',
    note: '缺缓冲铰链',
    madeAt: new Date(),
  })
  await db
    .insert(siteChecks)
    .values({ ticketId: ticket.id, floor: 17, lift: true, answeredAt: new Date() })
  const order = await anOrderReady(db, { readyAt: null, agreeBy: null })
  await db.update(orderLines).set({ arrivedAt: null }).where(eq(orderLines.orderId, order.id))
  const toBring = await aTicket(db, { kind: 'delivery', orderId: order.id, name: '周建平' })
  delivery = await visitAt('13:00', { ticketId: toBring.id, skill: 'delivery', work: '送货' })
  const odd = await aTicket(db, {
    name: hostile,
    description: `${hostile}\n${long}`,
    address: long,
  })
  wordy = await visitAt('16:00', { ticketId: odd.id, work: 'W'.repeat(900) })
  receipt = only(
    await db
      .insert(custodyReceipts)
      .values({
        key: `paper-${serial()}`,
        visitId: repair.id,
        ticketId: ticket.id,
        purpose: 'repair',
        item: `左门板 ${hostile}`,
        condition: '边角有一处磕碰',
        backOn: '2031-03-12',
        takenAt: at('10:00'),
        takenBy: member.id,
        handedBy: '林薇',
      })
      .returning(),
  ).number
})

const batch = (what = 'both') => `/console/dispatch/paper?day=${day}&crew=${crew.id}&what=${what}`

async function paperAs(email: string, locale: 'zh-CN' | 'en', javaScript = true) {
  const page = await openPage(browser, { locale, viewport: 'desk', javaScript, baseUrl: site.url })
  await signInAs(page, site, email)
  return page
}

/** How many pages the browser prints, each of them A4. */
async function printed(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  for (const [, width, height] of sizes) {
    expect(Math.abs(Number(width) - 595.28)).toBeLessThan(1)
    expect(Math.abs(Number(height) - 841.89)).toBeLessThan(1)
  }
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
}

/** The dark modules a path draws, as the code's own matrix says them. */
function modulesOf(path: string, size: number): string {
  const rows = Array.from({ length: size }, () => Array<number>(size).fill(0))
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(run); i++) rows[Number(y)]![Number(x) + i] = 1
  }
  return rows.flat().join('')
}

async function codeOn(page: Page, n = 0) {
  const svg = page.locator('svg.qr').nth(n)
  const size = Number((await svg.getAttribute('viewBox'))?.split(' ')[2])
  return {
    modules: modulesOf((await svg.locator('path').getAttribute('d')) ?? '', size),
    label: await svg.getAttribute('aria-label'),
  }
}

const lastNumber = async (page: Page) => (await page.locator('.a4 .no').last().textContent()) ?? ''

const codeOf = (path: string) =>
  [...create(site.url + path, { errorCorrectionLevel: 'M' }).modules.data].join('')

describe.each(['zh-CN', 'en'] as const)('DS-5 a day on paper, %s', (locale) => {
  test('each sheet is one page; a long one is several, each with its number', async () => {
    const page = await paperAs('dispatch@demo.test', locale)
    await page.goto(batch())
    const sheets = page.locator('.a4')
    const count = await sheets.count()
    expect(count).toBeGreaterThanOrEqual(5)
    expect(await printed(page)).toBe(count)
    const number = await page.locator('.a4 .no').allTextContents()
    expect(number).toHaveLength(count)
    // The last sheet is the wordy one's.
    const pages = await page
      .locator(`.a4[aria-label*="${await lastNumber(page)}"] .foot span:last-child`)
      .allTextContents()
    expect(pages.length).toBeGreaterThan(2)
    expect(pages).toEqual(
      pages.map((_, i) =>
        locale === 'en'
          ? `Page ${i + 1} of ${pages.length}`
          : `第 ${i + 1} 页，共 ${pages.length} 页`,
      ),
    )
    // Nothing typed is lost between the pages.
    const said = (await page.locator('.a4').allTextContents()).slice(1).join('')
    expect(said.split('W').length - 1).toBeGreaterThanOrEqual(900)
    expect(said.split('螺丝孔豁开').length - 1).toBe(120)
    for (const sheet of await sheets.all()) {
      const box = await sheet.boundingBox()
      expect(box!.height).toBeLessThan((272 / 25.4) * 96)
    }
  })

  test('what is written fits the paper and is for everybody to read', async () => {
    const page = await paperAs('dispatch@demo.test', locale)
    for (const path of [batch(), `/console/visits/${repair.id}/sheet`]) {
      await page.goto(path)
      await expectNoAxeViolations(page)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        )
      }
    }
  })

  test('a custody receipt is one page', async () => {
    const page = await paperAs('warehouse@demo.test', locale)
    await page.goto(`/console/custody/${receipt}/paper`)
    expect(await printed(page)).toBe(1)
    await expectNoAxeViolations(page)
    expect(await page.locator('.no').textContent()).toBe(receipt)
    expect((await codeOn(page)).modules).toBe(codeOf(`/console/custody/${receipt}`))
    expect(await page.title()).toContain(receipt)
  })
})

test('DS-5 a job sheet says what the crew needs, and its code opens the visit', async () => {
  const page = await paperAs('dispatch@demo.test', 'zh-CN')
  await page.goto(`/console/visits/${repair.id}`)
  await page.getByRole('link', { name: '作业单' }).click()
  const sheet = page.getByRole('article')
  for (const text of [
    '林薇',
    '换铰链 3 只',
    '2 级',
    '17 楼，有电梯',
    '缺缓冲铰链',
    '技师：朱晓峰',
    '当天第 1 站，共 3 站',
    '服务热线',
  ]) {
    expect(await sheet.textContent()).toContain(text)
  }
  const { modules, label } = await codeOn(page)
  expect(modules).toBe(codeOf(`/crew/visits/${repair.id}`))
  expect(label).toContain((await page.locator('.no').first().textContent())!)
  expect(await page.locator('.must').count()).toBeGreaterThan(0)
  expect(await page.locator('script[src]').count()).toBe(1)
})

test('DS-5 a load list begins with the last stop and says what isn’t there', async () => {
  const page = await paperAs('dispatch@demo.test', 'en')
  await page.goto(batch('loads'))
  const list = page.getByRole('article').first()
  expect(await list.textContent()).toContain('沪A·88888')
  const stops = await list
    .locator('tr.stop')
    .evaluateAll((rows) =>
      rows.map((row) => [row.children[0]!.textContent, row.children[1]!.textContent]),
    )
  expect(stops).toEqual([
    ['1', '3'],
    ['2', '2'],
    ['3', '1'],
  ])
  const said = await list.textContent()
  expect(said).toContain('Stop 1, 林薇: 缺缓冲铰链')
  expect(said).toContain('Stop 2, 周建平')
  expect(said).toContain('Sliding-door wardrobe (not in stock yet)')
  expect((await codeOn(page)).modules).toBe(codeOf('/crew'))
})

test('DS-5 the board leads to the day’s papers, of every crew or of one', async () => {
  const page = await paperAs('dispatch@demo.test', 'en')
  await page.goto('/console/dispatch')
  await page.getByRole('link', { name: 'Print' }).click()
  await page.locator('.a4').first().waitFor()
  await page.getByRole('button', { name: 'Print' }).waitFor()
  expect(await printed(page)).toBe(await page.locator('.a4').count())
  await page.getByRole('link', { name: 'Load lists' }).click()
  await page.waitForURL(/what=loads/)
  await page.getByRole('article').first().waitFor()
  await page.waitForLoadState()
  const crews = await page.getByRole('article').count()
  expect(crews).toBeGreaterThan(0)
  const selector = page.getByLabel('Crew', { exact: true })
  expect(await selector.locator('option:checked').textContent()).toBe('All crews')
  await selector.selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Show' }).click()
  expect(await page.getByRole('article').count()).toBeLessThanOrEqual(1)
  await page.getByRole('link', { name: 'All crews' }).click()
  expect(await page.getByRole('article').count()).toBe(crews)
})

test('a day without visits says so, and prints nothing else', async () => {
  const page = await paperAs('dispatch@demo.test', 'zh-CN')
  await page.goto('/console/dispatch/paper?day=2031-06-01')
  expect(await page.locator('main').textContent()).toContain('没有派好的上门')
  expect(await page.locator('.a4').count()).toBe(0)
  await expectNoAxeViolations(page)
})

test('Q-16 what a customer called themselves is only text on paper', async () => {
  const page = await paperAs('dispatch@demo.test', 'zh-CN')
  for (const path of [batch(), `/console/visits/${wordy.id}/sheet`]) {
    await page.goto(path)
    expect(await page.locator('main').textContent()).toContain(hostile)
    expect(await page.title()).not.toBe('broken')
    expect(await page.locator('main img, main script').count()).toBe(0)
  }
})

test('without script the browser’s own menu prints', async () => {
  const page = await paperAs('dispatch@demo.test', 'en', false)
  await page.goto(`/console/visits/${delivery.id}/sheet`)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false)
  expect(await page.getByText('use “Print” in your browser’s menu').isVisible()).toBe(true)
})

test('DS-5 a scanned sheet opens the stop for its crew and the console for colleagues', async () => {
  const colleague = await paperAs('desk@demo.test', 'zh-CN')
  await colleague.goto(`/crew/visits/${repair.id}`)
  expect(new URL(colleague.url()).pathname).toBe(`/console/visits/${repair.id}`)
  const other = await paperAs('crew1@demo.test', 'zh-CN')
  allowTrouble(other, /status of 404/)
  expect((await other.goto(`/crew/visits/${repair.id}`))?.status()).toBe(404)
  const seller = await paperAs('sales@demo.test', 'zh-CN')
  allowTrouble(seller, /status of 403/)
  expect((await seller.goto(`/crew/visits/${repair.id}`))?.status()).toBe(403)
})
