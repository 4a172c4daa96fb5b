import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { ask } from './asking.ts'
import { approve, caseAt, decide, openFromQueue, sayAnswerable } from './deciding.ts'
import {
  aDeliveredOrder,
  atHome,
  beginning,
  colleague,
  dayAsRead,
  expectToDo,
  inDays,
  isFit,
  press,
  type Scene,
  see,
  wordsIn,
} from './story.ts'
import { findSupply, makeReady, promise, receiveAndInspect } from './supplying.ts'
import {
  arrive,
  begin,
  book,
  expectGate,
  finishAndSign,
  itsDayComes,
  openBooking,
  takeOriginal,
  workThrough,
} from './visiting.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    problem: '左门比右门深很多，一起放在窗边看得很清楚。',
    why: '和样板对过，左门深了两个色号，三十天内。',
    approved: '同意换，色差确实明显。',
    later: '工厂补喷，晚两天',
    shelf: '二号库 B-12',
    condition: '四角完好，门板色差明显',
    found: '左门颜色偏深，其余完好，包装齐全',
    cause: '这一批左门用了另一缸色浆',
    evidence: '标签批号不同，工厂来电承认',
    collected: '旧衣柜拆开收走，地面清干净了',
    delivered: '新衣柜送到卧室，开箱看过颜色',
    solution: '换了一只颜色一致的衣柜，旧的已收回。',
  },
  en: {
    problem: 'The left door is much darker than the right one, plain to see by the window.',
    why: 'Held against the sample: two shades too dark, and within thirty days.',
    approved: 'Agreed, the difference is plain.',
    later: 'The factory paints it again, two days more',
    shelf: 'Hall 2, B-12',
    condition: 'All corners sound, the doors differ in colour',
    found: 'Left door too dark, the rest sound, all of the packaging there',
    cause: 'The left doors of this batch were painted from another vat',
    evidence: 'Two batch numbers on the labels; the factory says so itself',
    collected: 'Old wardrobe taken apart and carried out, floor swept',
    delivered: 'New wardrobe brought to the bedroom, unpacked, colours compared',
    solution: 'Exchanged for a wardrobe of one colour; the old one is back with us.',
  },
}

test.each(locales)(
  'RX-1 to RX-5: a wardrobe of two colours is exchanged, from asking to the end, %s',
  async (locale) => {
    const scene: Scene = { site, browser, locale }
    const t = wordsIn(scene)
    const words = said[locale]
    const homeowner = await aDeliveredOrder(scene, {
      daysAgo: 4,
      email: `colour-${locale.toLowerCase()}@example.test`,
    })
    const { name: customer, email } = homeowner

    const home = await atHome(scene)
    const ticket = await ask(home, scene, homeowner, {
      reason: 'colour',
      wish: 'exchange',
      words: words.problem,
      cover: ({ verdict, usual }) => [
        verdict.applies.split('{{date}}')[1]!,
        verdict.unpacked,
        usual.exchange,
      ],
    })
    await home.locator('.actions a.button--primary').click()
    await home.waitForURL(/\/track\//)
    const letter = home.locator('section:has(> #return)')
    await see(letter, beginning(t.asks.track.now.asked))
    await isFit(home)

    const desk = await colleague(scene, 'desk')
    allowTrouble(desk, /status of 409/)
    const number = await openFromQueue(desk, customer)
    await seeTermsAndCosts(desk, scene)
    const told = await decide(desk, scene, {
      remedy: 'exchange',
      why: words.why,
      promisedOn: inDays(3),
      collect: 'before',
      becomes: 'approving',
    })
    await home.reload()
    await see(letter, beginning(t.asks.track.now.approving))
    expect(await home.content()).not.toContain(words.why)

    await approve(scene, { number, customer, why: words.why, reason: words.approved })
    const mail = await site.resend.waitForMail(
      (one) => one.to.includes(email) && one.text!.includes(told),
    )
    expect(mail.text).not.toContain(words.why)
    await home.reload()
    await see(letter, told)
    await isFit(home)
    await desk.goto(caseAt(number))
    const toDo = { goods: 'open', collection: 'open', delivery: 'open', original: 'open' } as const
    await expectToDo(desk, scene, toDo)

    const warehouse = await colleague(scene, 'warehouse')
    await findSupply(warehouse, number)
    await promise(warehouse, scene, {
      number,
      kind: 'goods',
      day: inDays(5),
      reason: words.later,
    })
    await home.reload()
    await see(letter, beginning(t.asks.track.when.promised))
    expect(await letter.innerText()).toContain(dayAsRead(scene, inDays(5)))

    await desk.goto(caseAt(number))
    await openBooking(desk, scene, 'delivery')
    await expectGate(desk, scene, inDays(5))
    await desk.selectOption('[name=window]', { index: 1 })
    await desk.locator('#booking .btn-go').click()
    await see(desk, t.refusals.collectionFirst)
    await isFit(desk)
    await desk.goto(caseAt(number))
    const collection = await book(desk, scene, { number, kind: 'collection' })
    const collects = beginning(t.returns.supply.work.collection)
    await site.resend.waitForMail((one) => one.to.includes(email) && one.text!.includes(collects))
    const delivery = await book(desk, scene, { number, kind: 'delivery' })
    await expectToDo(desk, scene, { ...toDo, collection: 'going', delivery: 'going' })
    await isFit(desk)
    await home.reload()
    await isFit(home)

    await itsDayComes(scene, collection)
    const collecting = await arrive(scene, collection, customer)
    await see(collecting, collects)
    await begin(collecting, scene)
    await takeOriginal(collecting, scene, words.condition)
    await workThrough(collecting)
    await finishAndSign(collecting, scene, words.collected)

    await makeReady(warehouse, scene, { number, note: words.shelf })
    await receiveAndInspect(warehouse, scene, { number, condition: words.found, fate: 'factory' })
    await desk.goto(caseAt(number))
    await expectToDo(desk, scene, {
      ...{ goods: 'done', collection: 'done', delivery: 'going', original: 'done' },
    })
    await isFit(desk)
    await itsDayComes(scene, delivery)
    const delivering = await arrive(scene, delivery, customer)
    await begin(delivering, scene)
    expect(await delivering.locator('#original').count()).toBe(0)
    await workThrough(delivering)
    await finishAndSign(delivering, scene, words.delivered)

    await home.reload()
    await see(letter, t.asks.track.now.ready)
    await openFromQueue(desk, customer, '?queue=acting')
    await expectToDo(desk, scene, {
      ...{ goods: 'done', collection: 'done', delivery: 'done', original: 'done' },
    })
    await see(desk.locator('main .st-fill'), t.returns.status.acting)
    await isFit(desk)
    await refuseToResolve(desk, scene, ticket, words.solution)
    await desk.goto(caseAt(number))
    await sayAnswerable(desk, scene, {
      cause: words.cause,
      evidence: words.evidence,
      shares: { factory: 80, store: 20 },
    })
    await see(desk.locator('main .st-fill'), t.returns.status.closed)
    await isFit(desk)
    await home.reload()
    await see(letter, t.asks.track.now.closed)
    await isFit(home)
    await desk.goto(`/console/tickets/${ticket}`)
    await see(desk, t.words.ticketStatus.resolved)
    await isFit(desk)
  },
  300_000,
)

/** RX-2, RX-3: which term holds and which doesn't, and what each way costs. */
async function seeTermsAndCosts(page: Page, scene: Scene) {
  const { returns } = wordsIn(scene)
  await see(page, returns.case.verdictOf.applies)
  await see(page, returns.case.why.unpacked)
  await see(page, returns.cost.total)
  await page.locator('[name=remedy][value=exchange]:checked').waitFor()
  await isFit(page)
}

/** RX-5: a ticket doesn’t end before its case does. */
async function refuseToResolve(page: Page, scene: Scene, ticket: string, solution: string) {
  await page.goto(`/console/tickets/${ticket}/resolution`)
  await page.fill('[name=solution]', solution)
  await press(page, wordsIn(scene).tickets.resolution.submit)
  await see(page, wordsIn(scene).refusals.returnCaseOpen.split('{{number}}')[1]!)
  await isFit(page)
}
