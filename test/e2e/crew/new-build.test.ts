import { describe, expect, test } from 'vitest'
import { catalogue as zh } from '#app/i18n/zh-CN/index.ts'
import { allowTrouble, useBrowser } from '#test/setup/browser.ts'
import { demoSite } from '#test/setup/site.ts'
import { wireTo } from '#test/setup/wire.ts'
import { cacheNames, dayIsKept, goOffline, goOnline, phoneOf } from './phone.ts'
import { aVisitForCrewOne } from './scene.ts'

const site = demoSite()
const wire = wireTo(site)
const browser = useBrowser()
const { crew } = zh
const newBuild = 'f0f0f0f0'
const newStylesheet = 'portal-f0f0f0f0.css'

/** The site as its next version would be: another build, a file under another name, and the old name gone. */
async function deploy() {
  const worker = await (await fetch(`${site.url}/crew-worker.js`)).text()
  const oldBuild = /id:"([\w-]+)"/.exec(worker)![1]!
  const oldStylesheet = /portal-[\w-]+\.css/.exec(worker)![0]
  wire.change.path = (path) =>
    path.replace(newStylesheet, oldStylesheet).replace(newBuild, oldBuild)
  wire.change.answer = (path, passing) => {
    if (path.endsWith(oldStylesheet)) return { ...passing, status: 404, body: Buffer.from('') }
    if (!path.startsWith('/crew')) return passing
    const text = passing.body
      .toString()
      .replaceAll(oldBuild, newBuild)
      .replaceAll(oldStylesheet, newStylesheet)
    return { ...passing, body: Buffer.from(text) }
  }
  return { oldBuild, oldStylesheet }
}

describe('VS-6 a new version', () => {
  test('takes over beside an open page, which keeps its files, what is typed, and what it sends', async () => {
    const sql = site.database.connect({ max: 1 })
    const id = await aVisitForCrewOne(sql, 31)
    const phone = await phoneOf('crew1@demo.test', { site, wire, browser })
    allowTrouble(phone, /net::ERR_|Failed to fetch/)
    await phone.goto('/crew')
    await dayIsKept(phone)
    await phone.goto(`/crew/visits/${id}`)
    await phone.locator('details').evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true
    })
    const field = phone.locator('textarea:visible, input[type=text]:visible').first()
    await field.fill('写了一半')

    const { oldBuild, oldStylesheet } = await deploy()
    await goOffline(phone, wire)
    await goOnline(phone, wire)
    await phone.getByText(crew.kept.newer).waitFor()
    expect(await field.inputValue()).toBe('写了一半')
    await expect.poll(() => cacheNames(phone)).toContain(`crew-assets-${newBuild}`)
    await expect
      .poll(() => phone.evaluate(() => navigator.serviceWorker.controller?.state))
      .toBe('activated')
    const status = (path: string) =>
      phone.evaluate(async (asked) => (await fetch(asked)).status, path)
    expect(await status(`/assets/${oldStylesheet}`)).toBe(200)
    expect(await status(`/assets/${newStylesheet}`)).toBe(200)

    // What the old page records, the new server understands.
    await phone.getByRole('button', { name: crew.visit.step.set_out }).click()
    await expect
      .poll(
        async () =>
          (await sql<{ status: string }[]>`select status from visits where id = ${id}`)[0]?.status,
      )
      .toBe('on_the_way')

    await phone.getByRole('button', { name: crew.kept.again }).click()
    await phone.locator(`link[href$="${newStylesheet}"]`).waitFor({ state: 'attached' })
    await goOffline(phone, wire)
    await phone.reload()
    await phone.getByText(crew.kept.asOf.split('{{')[0]!).waitFor()
    const styled = () =>
      phone.evaluate(() => getComputedStyle(document.body).getPropertyValue('--ground'))
    expect(await styled()).not.toBe('')

    // Once no page needs it, the old build goes.
    await goOnline(phone, wire)
    await expect
      .poll(() => cacheNames(phone), { timeout: 40_000 })
      .not.toContain(`crew-assets-${oldBuild}`)
  })

  test('made while the phone had no network: old pages open with their files, and are new once it has', async () => {
    const phone = await phoneOf('crew1@demo.test', { site, wire, browser })
    allowTrouble(phone, /net::ERR_|Failed to fetch/)
    await phone.goto('/crew')
    await dayIsKept(phone)
    await goOffline(phone, wire)
    const { oldStylesheet } = await deploy()
    await phone.reload()
    await phone.getByText(crew.kept.asOf.split('{{')[0]!).waitFor()
    expect(await phone.locator(`link[href$="${oldStylesheet}"]`).count()).toBe(1)
    await goOnline(phone, wire)
    await phone.locator(`link[href$="${newStylesheet}"]`).waitFor({ state: 'attached' })
    expect(await phone.getByText(crew.kept.asOf.split('{{')[0]!).count()).toBe(0)
  })

  test('asks the worker’s file anew each time', async () => {
    const { headers } = await fetch(`${site.url}/crew-worker.js`)
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
})
