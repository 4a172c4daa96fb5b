import { expect, test } from 'vitest'
import { locales } from '#db/vocabulary/locales.ts'
import { useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { askOnTicket, bookFitting } from './asking.ts'
import { caseAt, decide, sayAnswerable } from './deciding.ts'
import {
  aDeliveredOrder,
  atHome,
  beginning,
  colleague,
  dayAsRead,
  expectToDo,
  followMail,
  inDays,
  isFit,
  type Scene,
  see,
  wordsIn,
} from './story.ts'
import { findSupply, makeReady, promise } from './supplying.ts'
import {
  arrive,
  begin,
  book,
  expectGate,
  finishAndSign,
  followUpOf,
  handOn,
  itsDayComes,
  noteDamage,
  openBooking,
  visitOf,
  workThrough,
} from './visiting.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    crack: '左门内侧有一道三十厘米的裂纹，开箱就有',
    found: '左门裂了，柜体和右门先装好',
    needed: '换整扇左门，一个人就够',
    piece: '左门',
    part: '左门，YS-W320，橡木本色',
    why: '出厂就裂，一年包换，换门比换整柜快。',
    later: '工厂周五才发货',
    shelf: '一号库 A-03',
    cause: '出厂前木材没有干透',
    evidence: '开箱照片上裂纹已经在',
    fitted: '换上新左门，三扇门调平',
  },
  en: {
    crack: 'A crack of thirty centimetres inside the left door, there as it was unpacked',
    found: 'Left door cracked; carcass and right door are fitted',
    needed: 'A whole left door; one person is enough',
    piece: 'Left door',
    part: 'Left door, YS-W320, natural oak',
    why: 'Cracked from the factory, exchanged for a year; a door is quicker than a wardrobe.',
    later: 'The factory sends it on Friday only',
    shelf: 'Hall 1, A-03',
    cause: 'The timber had not dried',
    evidence: 'The crack is on the photo taken at unpacking',
    fitted: 'New left door fitted, all three set level',
  },
}

test.each(locales)(
  'RX-1 to RX-5, VS-4: a door found cracked on the day of the fitting is exchanged on a second visit, %s',
  async (locale) => {
    const scene: Scene = { site, browser, locale }
    const t = wordsIn(scene)
    const words = said[locale]
    const homeowner = await aDeliveredOrder(scene, {
      daysAgo: 1,
      email: `crack-${locale.toLowerCase()}@example.test`,
    })
    const { name: customer, email } = homeowner

    const home = await atHome(scene)
    const ticket = await bookFitting(home, homeowner)
    await followMail(home, scene, email)

    const fitting = await visitOf(scene, ticket)
    await itsDayComes(scene, fitting)
    const fitter = await arrive(scene, fitting, customer)
    await noteDamage(fitter, scene, words.crack)
    await begin(fitter, scene)
    await handOn(fitter, scene, { found: words.found, needed: words.needed })
    await site.resend.waitForMail(
      (mail) => mail.to.includes('manager@demo.test') && mail.text!.includes(words.needed),
    )
    await home.reload()
    await isFit(home)

    const desk = await colleague(scene, 'desk')
    await desk.goto(`/console/tickets/${ticket}`)
    await see(desk, words.needed)
    await isFit(desk)
    const number = await askOnTicket(desk, { ticket, piece: words.piece, words: words.crack })
    await see(desk, t.returns.case.verdictOf.applies)
    const told = await decide(desk, scene, {
      remedy: 'part',
      why: words.why,
      what: words.part,
      promisedOn: inDays(4),
      becomes: 'acting',
    })
    await site.resend.waitForMail((mail) => mail.to.includes(email) && mail.text!.includes(told))
    await expectToDo(desk, scene, { part: 'open', repair: 'open' })
    await home.reload()
    const letter = home.locator('section:has(> #return)')
    await see(letter, told)
    await isFit(home)

    const warehouse = await colleague(scene, 'warehouse')
    await findSupply(warehouse, number)
    await promise(warehouse, scene, {
      number,
      kind: 'part',
      day: inDays(6),
      reason: words.later,
    })

    await desk.goto(caseAt(number))
    await openBooking(desk, scene, 'repair')
    await expectGate(desk, scene, inDays(6))
    await desk.goto(caseAt(number))
    const second = await book(desk, scene, { number, kind: 'repair' })
    await expectToDo(desk, scene, { part: 'open', repair: 'going' })
    await home.reload()
    await see(letter, t.asks.track.step.part)
    expect(await letter.innerText()).toContain(dayAsRead(scene, inDays(6)))

    await makeReady(warehouse, scene, { number, note: words.shelf })
    await desk.reload()
    await expectToDo(desk, scene, { part: 'done', repair: 'going' })
    await sayAnswerable(desk, scene, {
      cause: words.cause,
      evidence: words.evidence,
      shares: { factory: 100 },
    })
    await see(desk.locator('main .st-fill'), t.returns.status.acting)

    await itsDayComes(scene, second)
    const repairer = await arrive(scene, second, customer)
    await see(repairer, words.part)
    await begin(repairer, scene)
    await workThrough(repairer)
    await finishAndSign(repairer, scene, words.fitted)

    await desk.goto(caseAt(number))
    await see(desk.locator('main .st-fill'), t.returns.status.closed)
    await expectToDo(desk, scene, { part: 'done', repair: 'done' })
    await desk.goto(`/console/tickets/${ticket}`)
    await see(desk, t.words.ticketStatus.resolved)
    await isFit(desk)
    await home.reload()
    await see(letter, t.asks.track.now.closed)
    await see(home, beginning(t.track.next.rate))
    await isFit(home)

    const caller = await colleague(scene, 'caller')
    await caller.goto('/console/follow-ups')
    await isFit(caller)
    await caller.click(`main a[href="/console/follow-ups/${await followUpOf(scene, second)}"]`)
    await caller.waitForURL(/\/follow-ups\/\d+/)
    await see(caller, customer)
    await see(caller, words.fitted)
    await isFit(caller)
  },
  300_000,
)
