import type { Page } from 'playwright-core'
import type { CaseStatus, Party, Remedy } from '#db/vocabulary/returns.ts'
import { photo } from '#test/setup/photos.ts'
import { colleague, isFit, press, type Scene, see, wordsIn } from './story.ts'

export const caseAt = (number: string) => `/console/returns/${number}`

/** Finds a case in the queue by its customer. @returns its number */
export async function openFromQueue(page: Page, customer: string, queue = ''): Promise<string> {
  await page.goto(`/console/returns${queue}`)
  await isFit(page)
  const row = page.locator('main tbody tr', { hasText: customer }).first()
  await row.locator('th a').click()
  await page.waitForURL(/\/console\/returns\/RX\d+$/)
  await page.locator('.todo, .side, main h1').first().waitFor()
  return /RX\d+/.exec(page.url())![0]
}

export interface Deciding {
  remedy: Remedy
  why: string
  what?: string
  promisedOn?: string
  /** By which way the money goes back. */
  method?: string
  collect?: 'same' | 'before' | 'none'
  /** How the case stands afterwards. */
  becomes: CaseStatus
}

/** RX-3: decides the case that is open. @returns what the customer is told */
export async function decide(page: Page, scene: Scene, form: Deciding): Promise<string> {
  await page.locator(`[name=remedy][value=${form.remedy}]`).check()
  await page.fill('[name=why]', form.why)
  if (form.what) await page.fill('[name=what]', form.what)
  if (form.promisedOn) await page.fill('[name=promisedOn]', form.promisedOn)
  if (form.method) await page.selectOption('[name=method]', form.method)
  if (form.collect) await page.check(`[name=collect][value=${form.collect}]`, { force: true })
  await isFit(page)
  const told = await page.inputValue('[name=told]')
  await page.locator('.deciding .btn-go').click()
  await see(page.locator('main .st-fill'), wordsIn(scene).returns.status[form.becomes])
  await isFit(page)
  return told
}

/** RX-2: whoever may sign reads what was decided, and lets it stand. */
export async function approve(
  scene: Scene,
  { number, customer, why, reason }: Record<'number' | 'customer' | 'why' | 'reason', string>,
  account = 'manager',
): Promise<Page> {
  const manager = await colleague(scene, account)
  await openFromQueue(manager, customer, '?queue=approve')
  await see(manager, why)
  await isFit(manager)
  await manager.locator('#approval [name=reason]').fill(reason)
  await manager.locator('button[value=approve]').click()
  await manager.locator('.decided', { hasText: reason }).waitFor()
  await manager.goto(caseAt(number))
  return manager
}

/** RX-5: writes down the cause and who bears how much of it. */
export async function sayAnswerable(
  page: Page,
  scene: Scene,
  {
    cause,
    evidence,
    shares,
  }: { cause: string; evidence: string; shares: Partial<Record<Party, number>> },
) {
  const form = page.locator('#answerability form, section:has(> #answerability) form').first()
  await form.locator('[name=cause]').fill(cause)
  await form.locator('[name=evidence]').fill(evidence)
  for (const [party, percent] of Object.entries(shares)) {
    await form.locator(`[name=${party}Percent]`).fill(String(percent))
  }
  await form.locator('input[type=file]').setInputFiles(await photo('label.jpg'))
  await isFit(page)
  const { shares: says } = wordsIn(scene).returns
  await press(form, says.save)
  await see(page, says.change)
  await see(page, cause)
}
