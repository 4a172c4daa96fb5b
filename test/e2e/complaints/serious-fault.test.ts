import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hashToken, newToken } from '#app/platform/tokens.server.ts'
import type { ComplaintStatus } from '#db/vocabulary/complaints.ts'
import { locales } from '#db/vocabulary/locales.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { aTrackLink } from '../portal/coming-days.ts'
import { atHome, colleague, isFit, type Scene, see, wordsIn } from '../returns/story.ts'

const site = demoSite()
const browser = useBrowser()

const said = {
  'zh-CN': {
    poor: '师傅在门口大声争吵，邻居都出来看。',
    finding: '两位邻居都听见了，说法一致。',
    fault: '在门口和顾客争吵',
    side: '顾客先大声的，我没有还口。',
    verified: '听了本人的说明，两位邻居都说他先吵的。',
    cause: '前一单做得太久，着急',
    sorry: '我们向您道歉，以后换一个班组上门。',
    still: '只有道歉，灰还在地上。',
    again: '保洁明天上午到，不收费用。',
  },
  en: {
    poor: 'He shouted at the door until the neighbours came out.',
    finding: 'Two neighbours heard it and say the same.',
    fault: 'Quarrelled with the customer at the door',
    side: 'The customer shouted first; I said nothing back.',
    verified: 'Having heard his side: both neighbours say that he began.',
    cause: 'The job before took too long and he was in a hurry',
    sorry: 'We apologise; another crew comes from now on.',
    still: 'An apology, and the dust is still there.',
    again: 'A cleaner comes tomorrow morning, free of charge.',
  },
}

test.each(locales)(
  'CP-1 to CP-3: a complaint about a crew becomes a fault once they were heard, and ends on the customer’s word, %s',
  async (locale) => {
    const scene: Scene = { site, browser, locale }
    const words = said[locale]
    const visit = await aVisitToRate(scene)
    const home = await atHome(scene)
    await ratePoorly(home, visit, words.poor)
    const { number, ticket } = await complaintAbout(visit.id)

    const manager = await colleague(scene, 'manager')
    const at = `/console/complaints/${number}`
    await manager.goto('/console')
    await manager.click('nav a[href="/console/complaints"]')
    await manager.waitForURL('**/console/complaints')
    await isFit(manager)
    await manager.locator('main tbody tr', { hasText: number }).locator('th a').click()
    await see(manager, words.poor)
    await isFit(manager)
    await manager.locator('main .next .btn-go').click()
    await isFit(manager)
    await manager.locator('form#owner .btn-go').click()
    await stands(manager, scene, 'investigating')

    await open(manager, `${at}/people`)
    await manager.check(`[name=people][value="${visit.person}"]`)
    await manager.locator('form#people .btn-go').click()
    await manager.locator(`aside a[href="/console/records/${visit.person}"]`).waitFor()
    await open(manager, `${at}/findings`)
    await manager.fill('[name=body]', words.finding)
    await manager.locator('form#finding .btn-go').click()
    await see(manager.locator('main dd'), words.finding)

    await open(manager, `${at}/faults`)
    await manager.selectOption('[name=kind]', 'quarrel')
    await manager.fill('[name=what]', words.fault)
    await manager.locator('form#fault .btn-go').click()
    const fault = (await manager.locator('main a[href*="/faults/"]').getAttribute('href'))!
    await refuseUnheard(manager, fault)

    const crew = await colleague(scene, visit.email, { viewport: 'phone' })
    await sayTheirSide(crew, { at, side: words.side, mayNotRead: words.finding })
    await decideFault(manager, fault, words.verified)
    await see(manager.locator('main dd'), words.verified)
    await isFit(manager)

    await answer(manager, at, { cause: words.cause, resolution: words.sorry })
    await stands(manager, scene, 'answered')
    await home.goto(await aTrackLink(site, ticket))
    await giveVerdict(home, scene, { read: words.sorry, content: false, words: words.still })
    await open(manager, at)
    await stands(manager, scene, 'investigating')
    await see(manager, words.still)
    await answer(manager, at, { cause: words.cause, resolution: words.again })
    await home.reload()
    await giveVerdict(home, scene, { read: words.again, content: true, words: '' })
    await open(manager, at)
    await stands(manager, scene, 'closed')
    await manager.goto('/console/complaints?queue=closed')
    await see(manager.locator('main tbody'), number)
    await isFit(manager)

    await open(manager, `/console/records/${visit.person}`)
    await see(manager.locator('main dd'), words.verified)
    await open(crew, '/console/account/record')
    await see(crew.locator('main dd'), words.verified)
    for (const account of ['desk', 'dispatch', 'caller']) {
      const other = await colleague(scene, account)
      allowTrouble(other, /status of 40[34]/)
      const answered = await other.goto(`/console/records/${visit.person}`)
      expect([account, answered!.status()]).toEqual([account, 403])
      await other.context().close()
    }
  },
  300_000,
)

const open = async (page: Page, path: string) => {
  await page.goto(path)
  await isFit(page)
}

const stands = (page: Page, scene: Scene, status: ComplaintStatus) =>
  see(page.locator('main .st'), wordsIn(scene).complaints.status[status])

interface Rated {
  id: number
  person: string
  email: string
  link: string
}

/** A finished visit nobody has rated yet, one of the crew that was there, and the link that its mail has. */
const aVisitToRate = ({ locale }: Scene): Promise<Rated> =>
  site.database.ask(async (sql) => {
    const [visit] = await sql<{ id: number; ticket: number; person: string; email: string }[]>`
      select v.id, v.ticket_id as ticket, s.id as person, s.email from visits v
      join staff s on s.crew_id = v.crew_id and s.password_hash is not null
      join staff_roles r on r.staff_id = s.id and r.role = 'crew'
      left join ratings rated on rated.visit_id = v.id
      where v.status = 'finished' and rated.visit_id is null
        and not exists (select 1 from tickets t where t.about_visit_id = v.id)
      order by v.id limit 1`
    await sql`update tickets set locale = ${locale} where id = ${visit!.ticket}`
    const token = newToken()
    await sql`
      insert into private_links (id, purpose, ticket_id, visit_id, token_hash, created_at)
      values (gen_random_uuid(), 'rate', ${visit!.ticket}, ${visit!.id}, ${hashToken(token)}, now())`
    return { ...visit!, link: `/rate/${token}` }
  })

/** FU-4: so poor a rating is a complaint. */
async function ratePoorly(page: Page, { link }: Rated, words: string) {
  await open(page, link)
  for (const question of ['attitude', 'quality', 'solved', 'punctuality', 'tidiness']) {
    await page.check(`input[name="${question}"][value="${question === 'attitude' ? 1 : 4}"]`)
  }
  await page.fill('#rate-words', words)
  await isFit(page)
  await page.locator('.button--primary').click()
  await page.locator('.facts', { hasText: words }).waitFor()
  await isFit(page)
}

const complaintAbout = (visit: number) =>
  site.database.ask(async (sql) => {
    const [row] = await sql<{ ticket: number; number: string }[]>`
      select id as ticket, number from tickets where about_visit_id = ${visit} and kind = 'complaint'`
    return row!
  })

async function decideFault(page: Page, path: string, why: string) {
  await page.goto(path)
  await page.locator('label', { has: page.locator('[name=decision][value=verified]') }).click()
  await page.fill('[name=why]', why)
  await isFit(page)
  await page.locator('form#decision .btn-go').click()
}

/** CP-2: nothing counts before the person was heard. */
async function refuseUnheard(page: Page, fault: string) {
  await page.goto(fault)
  await page.locator('[name=decision][value=dismissed]').waitFor({ state: 'attached' })
  expect(await page.locator('[name=decision][value=verified]').count()).toBe(0)
  await isFit(page)
}

/** CP-2: whom it is about reads what is said of them, and nothing of the complaint, and answers. */
async function sayTheirSide(
  page: Page,
  { at, side, mayNotRead }: { at: string; side: string; mayNotRead: string },
) {
  await open(page, '/crew/me')
  await page.click('a[href="/console/account/record"]')
  await page.locator('main a[href*="/account/record/faults/"]').click()
  await page.locator('form#hear').waitFor()
  await isFit(page)
  await page.fill('[name=answer]', side)
  await page.locator('form#hear .btn-go').click()
  await see(page.locator('main dd'), side)
  await isFit(page)
  allowTrouble(page, /status of 403/)
  await page.goto(at)
  expect(await page.content()).not.toContain(mayNotRead)
}

async function answer(
  page: Page,
  at: string,
  { cause, resolution }: { cause: string; resolution: string },
) {
  await page.goto(`${at}/answer`)
  await page.locator('label', { has: page.locator('[name=about][value=conduct]') }).click()
  await page.fill('[name=cause]', cause)
  await page.fill('[name=resolution]', resolution)
  await isFit(page)
  await page.locator('form#answer .btn-go').click()
  await see(page, resolution)
}

/** CP-1: the customer reads the answer on their own page and says what they think of it. */
async function giveVerdict(
  page: Page,
  scene: Scene,
  { read, content, words }: { read: string; content: boolean; words: string },
) {
  const { verdict, now } = wordsIn(scene).asks.complaint
  const letter = page.locator('section:has(> #complaint)')
  await see(letter, read)
  await isFit(page)
  await letter.getByText(content ? verdict.content : verdict.not_content, { exact: true }).click()
  if (words) await letter.locator('textarea').fill(words)
  await page.getByRole('button', { name: verdict.submit, exact: true }).click()
  await see(letter, content ? now.closed : now.investigating)
  await isFit(page)
}
