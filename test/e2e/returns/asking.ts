import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { photo, uprightPhotoWithPosition } from '#test/setup/photos.ts'
import { beginning, type Homeowner, isFit, type Scene, wordsIn } from './story.ts'

const goOn = (page: Page) => page.locator('form[data-step] .actions .button--primary').click()
const stepIs = (page: Page, step: string) => page.waitForURL(new RegExp(`step=${step}(&|$)`))

/** What the page says is covered, and what usually happens then, as `asks.ask.cover` has it. */
export type Cover = (cover: ReturnType<typeof wordsIn>['asks']['ask']['cover']) => string[]

/** RX-1: asks from the first page to the last. @returns the number of the ticket */
export async function ask(
  page: Page,
  scene: Scene,
  homeowner: Homeowner,
  { reason, wish, words, cover }: { reason: string; wish: string; words: string; cover: Cover },
): Promise<string> {
  await page.goto('/')
  await page.click('main a[href="/return"]')
  await page.waitForURL(/\/return$/)
  await isFit(page)
  await page.fill('#phone', homeowner.phone)
  await page.fill('#orderNumber', homeowner.order)
  await goOn(page)
  await stepIs(page, 'goods')
  await isFit(page)
  await page.locator('label.choice', { hasText: 'YS-W320' }).first().locator('input').check()
  await goOn(page)
  await stepIs(page, 'problem')
  await page.check(`[name=reason][value=${reason}]`)
  await page.fill('#words', words)
  await page.check('[name=unpacked][value=yes]', { force: true })
  await isFit(page)
  await goOn(page)
  await stepIs(page, 'wish')
  await page.check(`[name=wish][value=${wish}]`)
  await page.fill('#name', homeowner.name)
  await page.fill('#address', homeowner.address)
  await page.fill('#email', homeowner.email)
  await isFit(page)
  await goOn(page)
  await stepIs(page, 'photos')
  await page.setInputFiles('#shot-wide', [await photo('all.jpg')])
  await page.setInputFiles('#shot-close', [await uprightPhotoWithPosition()])
  await isFit(page)
  await goOn(page)
  await seeCover(page, scene, cover)
  await goOn(page)
  await stepIs(page, 'check')
  expect(await page.locator('.summary .photo img').count()).toBe(2)
  await isFit(page)
  await page.check('#consent')
  await goOn(page)
  await page.waitForURL(/\/return\/sent\//)
  await isFit(page)
  return (await page.locator('.done__number b').textContent()) ?? ''
}

/** RX-2: what covers it, and what usually happens then. */
async function seeCover(page: Page, scene: Scene, said: Cover) {
  const { cover } = wordsIn(scene).asks.ask
  await stepIs(page, 'cover')
  const shown = await page.locator('main').innerText()
  for (const one of [...said(cover), beginning(cover.when)]) expect(shown).toContain(one)
  await isFit(page)
}

/** BK-1: books the fitting of what was delivered. @returns the number of the ticket */
export async function bookFitting(page: Page, homeowner: Homeowner): Promise<string> {
  await page.goto('/book')
  await page.check('[name=service][value=install]')
  await page.fill('#phone', homeowner.phone)
  await page.fill('#orderNumber', homeowner.order)
  await isFit(page)
  await goOnBooking(page, 'contact')
  expect(await page.inputValue('#name')).toBe(homeowner.name)
  await page.fill('#email', homeowner.email)
  await goOnBooking(page, 'time')
  await page.locator('.calendar a').first().click()
  await page.waitForURL(/day=/)
  await page.locator('input[name=window]').first().check()
  await isFit(page)
  await goOnBooking(page, 'home')
  await goOnBooking(page, 'check')
  await page.check('#consent')
  await isFit(page)
  await page.locator('form[data-step] .button--primary').click()
  await page.waitForURL(/\/book\/sent\//)
  await isFit(page)
  return (await page.locator('.done__number b').textContent()) ?? ''
}

async function goOnBooking(page: Page, step: string) {
  await page.locator('form[data-step] .button--primary').click()
  await stepIs(page, step)
}

/** RX-1: the desk registers a return on the ticket that is open before it. @returns its number */
export async function askOnTicket(
  page: Page,
  { ticket, piece, words }: { ticket: string; piece: string; words: string },
): Promise<string> {
  await page.click(`a[href="/console/returns/new?ticket=${ticket}"]`)
  await page.waitForURL(/\/console\/returns\/new/)
  await isFit(page)
  await page.locator('label', { hasText: 'YS-W320' }).first().locator('[name=line]').check()
  await page.locator('label', { hasText: piece }).locator('[name=pieces]').check()
  await page.selectOption('[name=reason]', 'defect')
  await page.locator('main dl.facts dt').nth(1).waitFor()
  await page.selectOption('[name=wish]', 'part')
  await page.check('[name=unpacked][value=yes]', { force: true })
  await page.fill('[name=words]', words)
  await isFit(page)
  await page.locator('main .btn-go').click()
  await page.waitForURL(/\/console\/returns\/RX\d+$/)
  return /RX\d+/.exec(page.url())![0]
}
