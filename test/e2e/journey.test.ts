import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { catalogue as en } from '#app/i18n/en/index.ts'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import type { Locale } from '#db/vocabulary/locales.ts'
import { ratingQuestions } from '#db/vocabulary/follow-ups.ts'
import { openPage, useBrowser } from '#test/setup/browser.ts'
import { largePhoto, photo, uprightPhotoWithPosition } from '#test/setup/photos.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { draw } from './draw.ts'

/** Where it is about ten in the morning just now, so that there is a day left to work in. */
function zoneAtTen(): string {
  const hour = new Date().getUTCHours()
  const ahead = hour > 21 ? 34 - hour : 10 - hour
  if (ahead === 0) return 'Etc/GMT'
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

const zone = zoneAtTen()
const site = demoSite({ env: { COMPANY_ZONE: zone } })
const browser = useBrowser()
const words = { 'zh-CN': zh, en }

beforeAll(async () => {
  // Repair crew 1 has its day to itself: what the demo planned for it lies far back.
  const sql = site.database.connect({ max: 1 })
  await sql`
    update visits set window_start = window_start - interval '4 years', window_end = window_end - interval '4 years',
      planned_start = planned_start - interval '4 years', planned_end = planned_end - interval '4 years'
    where crew_id = (select crew_id from staff where email = 'crew1@demo.test')`
})

interface Homeowner {
  locale: Locale
  javaScript: boolean
  name: string
  phone: string
  email: string
  product: string
  description: string
}

const homeowners: Homeowner[] = [
  {
    locale: 'zh-CN',
    javaScript: true,
    name: '欧阳雨荷',
    phone: '13900001111',
    email: 'xiaolan@example.test',
    product: '三门橡木衣柜',
    description: '中间那扇门往下掉，关的时候会蹭到旁边的门。',
  },
  {
    locale: 'en',
    javaScript: true,
    name: 'Ann Weaver',
    phone: '13900002222',
    email: 'ann@example.test',
    product: 'Three-door oak wardrobe',
    description: 'The middle door has dropped and catches on the one beside it.',
  },
  {
    locale: 'en',
    javaScript: false,
    name: 'Bea Walker',
    phone: '13900003333',
    email: 'bea@example.test',
    product: 'Stone dining table',
    description: 'One leg is loose, the table rocks when we lean on it.',
  },
]

describe.each(homeowners)(
  'from a complaint to a satisfied customer, in $locale, script $javaScript',
  (homeowner) => {
    test('the whole loop', async () => {
      const { locale, name, email } = homeowner
      const home = await openPage(browser, {
        locale,
        javaScript: homeowner.javaScript,
        baseUrl: site.url,
      })
      const number = await report(home, homeowner)
      await trackByNumber(home, homeowner, number)

      const desk = await colleague('desk@demo.test', locale)
      await triage(desk, number, locale)
      await home.reload()
      await see(home, answerTo(locale))
      expect(await home.content()).not.toContain(noteOf(locale))

      const visitUrl = await proposeAndAssign(desk, number, homeowner)
      const confirmed = await site.resend.waitForMail(
        (mail) => mail.to.includes(email) && mail.text!.includes('11:'),
      )
      expect(confirmed.subject).toContain(number)
      await home.reload()

      await doTheWork(homeowner)
      await home.reload()
      await see(home, workDoneIn(locale))

      await rate(homeowner)
      await followUp(homeowner)

      const manager = await colleague('manager@demo.test', locale)
      await manager.goto(visitUrl)
      await see(manager, name)
      const sql = site.database.connect({ max: 1 })
      const [closing] = await sql`
        select t.kind, f.status, a.outcome from visits v
        join tickets about on about.id = v.ticket_id and about.number = ${number}
        join tickets t on t.about_visit_id = v.id
        join follow_ups f on f.visit_id = v.id
        join follow_up_attempts a on a.follow_up_id = f.id`
      expect(closing).toEqual({ kind: 'complaint', status: 'done', outcome: 'answered' })
    })
  },
)

const see = (page: Page, text: string) => page.getByText(text).first().waitFor()
const next = (page: Page) => page.locator('main form .button--primary').click()

async function colleague(email: string, locale: Locale, viewport: 'desk' | 'phone' = 'desk') {
  const page = await openPage(browser, { locale, viewport, baseUrl: site.url })
  await signInAs(page, site, email)
  return page
}

/** A press that leads on to another page, whatever carries it there. */
async function press(page: Page, name: string, url: RegExp) {
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL(url)
}

async function report(page: Page, homeowner: Homeowner): Promise<string> {
  await page.goto('/')
  await page.locator('main a[href="/report"]').first().click()
  await page.fill('[name=product]', homeowner.product)
  await next(page)
  await page.check('[name=category][value=door]')
  await page.fill('[name=description]', homeowner.description)
  await page.setInputFiles('[name=photos]', [await uprightPhotoWithPosition(), await largePhoto()])
  if (homeowner.javaScript) {
    await expect
      .poll(() => page.locator('.photo img').count(), { timeout: 15_000 })
      .toBeGreaterThanOrEqual(2)
  }
  await next(page)
  await page.fill('[name=name]', homeowner.name)
  await page.fill('[name=phone]', homeowner.phone)
  await page.fill('[name=address]', 'Garden Road 12, 3-1202')
  await page.fill('[name=email]', homeowner.email)
  await next(page)
  await page.locator('input[type=checkbox][name=preferredDays]').first().check()
  await next(page)
  await see(page, homeowner.description)
  expect(await page.locator('.summary .photo img').count()).toBe(2)
  await page.check('[name=consent]')
  await next(page)
  await page.waitForURL(/\/report\/sent\//)
  const number = /R\d+-\d/.exec(await page.locator('main').innerText())?.[0]
  expect(number).toBeDefined()
  return number!
}

/** By number and phone; the mail's own link leads to the same page. */
async function trackByNumber(page: Page, { phone, email }: Homeowner, number: string) {
  const mail = await site.resend.waitForMail((one) => one.to.includes(email))
  expect(mail.subject).toContain(number)
  const link = /https?:\/\/\S+\/track\/[\w-]{32}/.exec(mail.text!)![0]
  await page.goto(new URL(link).pathname)
  await see(page, number)
  await page.goto('/track')
  await page.fill('[name=number]', number.replace(/^R|-/g, ''))
  await page.fill('[name=phone]', phone)
  await next(page)
  await page.waitForURL(/\/track\/[\w-]{32}/)
}

const noteOf = (locale: Locale) =>
  locale === 'en' ? 'Bring two soft-close hinges' : '带两只阻尼铰链'
const answerTo = (locale: Locale) =>
  locale === 'en' ? 'We are sending somebody today.' : '今天就派人来看。'
const workDoneIn = (locale: Locale) =>
  locale === 'en' ? 'New top hinge, all doors set level' : '换上铰链，三扇门调平'

async function triage(page: Page, number: string, locale: Locale) {
  const t = words[locale].tickets
  await page.goto(`/console/tickets?q=${number}`)
  await page.goto(`/console/tickets/${number}/triage`)
  await page.locator('[name=severity][value="2"]').check({ force: true })
  await page.selectOption('[name=category]', 'door')
  await page.fill('form [name=note]', noteOf(locale))
  await page.fill('form [name=message]', answerTo(locale))
  await press(page, t.triage.submit, new RegExp(`/tickets/${number}$`))
  await see(page, noteOf(locale))
}

async function proposeAndAssign(page: Page, number: string, { locale }: Homeowner) {
  const t = words[locale]
  await page.goto(`/console/tickets/${number}/visits`)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date())
  await page.fill('[name=day]', today)
  await page.fill('input[name=from]', '11:00')
  await page.fill('input[name=to]', '18:00')
  await page.fill('[name=duration]', '60')
  await press(page, t.tickets.visit.submit, new RegExp(`/tickets/${number}$`))

  const dispatch = await colleague('dispatch@demo.test', locale)
  await dispatch.goto('/console/dispatch')
  const sql = site.database.connect({ max: 1 })
  const [visit] = await sql<{ id: number; crew: number }[]>`
    select v.id, (select crew_id from staff where email = 'crew1@demo.test') as crew
    from visits v join tickets t on t.id = v.ticket_id where t.number = ${number}`
  await dispatch.locator(`a[data-visit="${visit!.id}"]`).first().click()
  await dispatch.getByRole('link', { name: t.visits.panel.visit, exact: true }).click()
  await dispatch.waitForURL(new RegExp(`/console/visits/${visit!.id}$`))
  await dispatch.check(`[name=crewId][value="${visit!.crew}"]`)
  await press(dispatch, t.visits.assign.confirm, new RegExp(`/visits/${visit!.id}$`))
  await see(dispatch, t.words.visitStatus.confirmed)
  return `/console/visits/${visit!.id}`
}

async function doTheWork({ locale, name }: Homeowner) {
  const t = words[locale].crew
  const page = await colleague('crew1@demo.test', locale, 'phone')
  await page.goto('/crew')
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/\/crew\/visits\/\d+/)
  await see(page, t.sign.locked)
  for (const step of ['set_out', 'arrived', 'started'] as const) {
    await page.getByRole('button', { name: t.visit.step[step] }).click()
    await page.getByRole('button', { name: t.visit.step[step] }).waitFor({ state: 'detached' })
  }
  for (const reading of await page.locator('.checklist input[inputmode=decimal]').all()) {
    await reading.fill('2')
    await reading.blur()
  }
  for (const box of await page.locator('.checklist input[type=checkbox]:enabled').all()) {
    await box.check()
    await expect.poll(() => box.isDisabled()).toBe(false)
  }
  for (const stage of ['before', 'after']) {
    const inputs = page.locator(`form:has([name=stage][value=${stage}]) input[type=file]`)
    await inputs.first().setInputFiles(await photo())
  }
  await expect
    .poll(() => page.locator('main img[src^="/attachments/"]').count())
    .toBeGreaterThanOrEqual(4)
  await page.locator('.bar .button--primary').click()
  await page.fill('[name=workDone]', workDoneIn(locale))
  await page.getByRole('button', { name: t.completion.submit }).click()
  await draw(page)
  await page.getByRole('button', { name: t.sign.submit }).click()
  await see(page, t.visit.allDone)
  await page.locator('.unsent').waitFor({ state: 'detached' })
}

/** One poor answer among good ones: a complaint opens, and somebody calls. */
async function rate({ locale, javaScript, email }: Homeowner) {
  const mail = await site.resend.waitForMail(
    (one) => one.to.includes(email) && /\/rate\//.test(one.text!),
  )
  const link = /\/rate\/[\w-]{32}/.exec(mail.text!)![0]
  const page = await openPage(browser, { locale, javaScript, baseUrl: site.url })
  await page.goto(link)
  for (const question of ratingQuestions) {
    const score = question === 'punctuality' ? 2 : 5
    await page.locator(`[name=${question}][value="${score}"]`).check({ force: true })
  }
  await page.fill('[name=words]', locale === 'en' ? 'Came an hour late.' : '晚到了一个小时。')
  await page.locator('[name=recommend][value="8"]').check({ force: true })
  await next(page)
  await see(page, words[locale].rate.savedPoor)
}

async function followUp({ locale, name }: Homeowner) {
  const page = await colleague('caller@demo.test', locale)
  await page.goto('/console/follow-ups')
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL(/\/follow-ups\/\d+/)
  for (const question of ratingQuestions) {
    await page.locator(`[name=${question}][value="5"]`).check({ force: true })
  }
  await page.locator('[name=recommend][value="9"]').check({ force: true })
  await page.check('[name=confirmed]')
  await page.getByRole('button', { name: words[locale].followUps.save }).click()
  await expect.poll(() => page.getByRole('link', { name }).count()).toBe(0)
}
