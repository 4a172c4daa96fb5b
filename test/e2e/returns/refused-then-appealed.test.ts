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
  expectToDo,
  isFit,
  press,
  type Scene,
  see,
  toDo,
  wordsIn,
} from './story.ts'
import { receiveAndInspect } from './supplying.ts'
import {
  arrive,
  begin,
  book,
  finishAndSign,
  itsDayComes,
  takeOriginal,
  workThrough,
} from './visiting.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    problem: '放进卧室才发现太大，不想要了。',
    refused: '送到两个月，拆了包装，不在无理由退换的期限里。',
    disagree: '送货那天我就说过太大，师傅让我先放着看看。',
    heard: '送货班组承认，当天顾客就提出来了。',
    signed: '当天没有登记是我们的错，同意退。',
    condition: '完好，只拆了包装',
    found: '完好，可以再卖',
    cause: '送货当天没有登记顾客的要求',
    evidence: '送货班组的说明',
    collected: '衣柜拆开收走',
    reference: 'TK-2026-118',
  },
  en: {
    problem: 'It turned out far too big for the bedroom; I no longer want it.',
    refused: 'Two months since it came and unpacked: past the time to change one’s mind.',
    disagree: 'I said so on the day it came, and was told to wait and see.',
    heard: 'The crew that brought it says the customer asked on that day.',
    signed: 'Not written down on the day is our mistake. Take it back.',
    condition: 'Sound, only unpacked',
    found: 'Sound, can be sold again',
    cause: 'What the customer asked for on the day was not written down',
    evidence: 'What the crew says',
    collected: 'Wardrobe taken apart and carried out',
    reference: 'TK-2026-118',
  },
}

test.each(locales)(
  'RX-2, RX-3: a return that was refused is looked at again a level up, and signed above that, %s',
  async (locale) => {
    const scene: Scene = { site, browser, locale }
    const t = wordsIn(scene)
    const words = said[locale]
    const homeowner = await aDeliveredOrder(scene, {
      daysAgo: 60,
      email: `refused-${locale.toLowerCase()}@example.test`,
    })
    const { name: customer, email } = homeowner
    await limitIs(scene, '1000')

    const home = await atHome(scene)
    await ask(home, scene, homeowner, {
      reason: 'changed_mind',
      wish: 'refund',
      words: words.problem,
      cover: ({ verdict }) => [verdict.overSince.split('{{date}}')[1]!],
    })
    await home.locator('.actions a.button--primary').click()
    await home.waitForURL(/\/track\//)
    const letter = home.locator('section:has(> #return)')

    const desk = await colleague(scene, 'desk')
    const number = await openFromQueue(desk, customer)
    const refusal = await decide(desk, scene, {
      remedy: 'reject',
      why: words.refused,
      becomes: 'acting',
    })
    const mail = await site.resend.waitForMail(
      (one) => one.to.includes(email) && one.text!.includes(refusal),
    )
    expect(mail.text).not.toContain(words.refused)
    await home.reload()
    await see(letter, refusal)
    expect(await home.content()).not.toContain(words.refused)

    await disagree(home, scene, words.disagree)
    await see(letter, beginning(t.asks.track.now.appealed))
    await isFit(home)

    const manager = await colleague(scene, 'manager')
    await openFromQueue(manager, customer, '?queue=appealed')
    await see(manager, words.disagree)
    await isFit(manager)
    const granted = await decide(manager, scene, {
      remedy: 'refund',
      why: words.heard,
      method: 'original',
      collect: 'before',
      becomes: 'approving',
    })
    expect(await manager.locator('#approval').count()).toBe(0)
    await home.reload()
    await see(letter, beginning(t.asks.track.now.approving))
    expect(await letter.innerText()).not.toContain(granted)

    const general = await approve(
      scene,
      { number, customer, why: words.heard, reason: words.signed },
      'general',
    )
    expect(await general.locator('.decided > li').count()).toBe(2)
    await isFit(general)
    await site.resend.waitForMail((one) => one.to.includes(email) && one.text!.includes(granted))
    await home.reload()
    await see(letter, granted)
    await see(letter, t.asks.track.appeal.answered.split('{{at}}')[1]!)
    expect(await letter.locator('summary').count()).toBe(0)
    await isFit(home)

    await desk.goto(caseAt(number))
    await expectToDo(desk, scene, { collection: 'open', original: 'open', refund: 'open' })
    const collection = await book(desk, scene, { number, kind: 'collection' })
    await itsDayComes(scene, collection)
    const crew = await arrive(scene, collection, customer)
    await begin(crew, scene)
    await takeOriginal(crew, scene, words.condition)
    await workThrough(crew)
    await finishAndSign(crew, scene, words.collected)
    const warehouse = await colleague(scene, 'warehouse')
    await receiveAndInspect(warehouse, scene, { number, condition: words.found, fate: 'stock' })
    await payBack(manager, scene, number, words.reference)
    await expectToDo(manager, scene, { collection: 'done', original: 'done', refund: 'done' })
    await see(manager.locator('main .st-fill'), t.returns.status.acting)
    await sayAnswerable(manager, scene, {
      cause: words.cause,
      evidence: words.evidence,
      shares: { factory: 0, customer: 0, logistics: 100 },
    })
    await see(manager.locator('main .st-fill'), t.returns.status.closed)
    await isFit(manager)
    await home.reload()
    await see(letter, t.asks.track.now.closed)
    await isFit(home)
  },
  300_000,
)

/** RX-2: above so much a return goes to the general manager. */
async function limitIs(scene: Scene, yuan: string) {
  const page = await colleague(scene, 'manager')
  await page.goto('/console/returns/settings/costs')
  await isFit(page)
  await page.fill('[name=general]', yuan)
  await page.fill('[name=desk]', yuan)
  await page.locator('main form .btn-go').click()
  await page.waitForURL(/saved/)
}

/** RX-3: the customer says once that they don’t agree; without a word of why nothing is sent. */
async function disagree(page: Page, scene: Scene, why: string) {
  const { disagree: says, appeal } = wordsIn(scene).asks.track
  const letter = page.locator('section:has(> #return)')
  allowTrouble(page, /status of 422/)
  await letter.locator('summary').click()
  await isFit(page)
  await press(page, says.submit)
  await letter.locator('.error').first().waitFor()
  await letter.locator('textarea').fill(why)
  await press(page, says.submit)
  await page.waitForURL(/#return$/)
  await see(letter, appeal.said.split('{{at}}')[1]!)
  expect(await letter.locator('summary').count()).toBe(0)
}

/** RX-4: the money went back, and by which number it is found. */
async function payBack(page: Page, scene: Scene, number: string, reference: string) {
  const { actions } = wordsIn(scene).returns.supply
  await page.goto(caseAt(number))
  await toDo(page, scene, 'refund').getByRole('link', { name: actions.refund }).click()
  await page.locator('#refund').waitFor()
  await page.fill('[name=reference]', reference)
  await isFit(page)
  await page.locator('#refund .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
  await see(page, reference)
}
