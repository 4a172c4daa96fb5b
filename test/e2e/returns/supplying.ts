import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { photo } from '#test/setup/photos.ts'
import { caseAt } from './deciding.ts'
import { isFit, type Scene, see, toDo, wordsIn } from './story.ts'

const rowOf = (page: Page, number: string) =>
  page.locator('main tbody tr', { hasText: number }).first()

/** The warehouse finds what it is to get for a case in its own list, and opens the case from there. */
export async function findSupply(page: Page, number: string) {
  await page.goto('/console/returns/tasks')
  await isFit(page)
  await rowOf(page, number).locator('th a').click()
  await page.waitForURL(`**${caseAt(number)}`)
  await isFit(page)
}

type Supply = 'goods' | 'part'

/** RX-4: another day is promised for what is to come. */
export async function promise(
  page: Page,
  scene: Scene,
  { number, kind, day, reason }: { number: string; kind: Supply; day: string; reason: string },
) {
  const { actions } = wordsIn(scene).returns.supply
  await toDo(page, scene, kind).getByRole('link', { name: actions.promise }).click()
  await page.locator('#promise').waitFor()
  await page.fill('[name=promisedOn]', day)
  await page.fill('[name=reason]', reason)
  await isFit(page)
  await page.locator('#promise .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
}

/** RX-4: what was promised is there. */
export async function makeReady(
  page: Page,
  scene: Scene,
  { number, note }: { number: string; note: string },
) {
  const { actions } = wordsIn(scene).returns.supply
  await page.goto('/console/returns/tasks')
  await rowOf(page, number).getByRole('link', { name: actions.readiness }).click()
  await page.locator('#readiness').waitFor()
  await page.fill('[name=note]', note)
  await isFit(page)
  await page.locator('#readiness .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
  await see(page, note)
  await page.goto('/console/returns/tasks')
  await page.locator('main h1').waitFor()
  expect(await rowOf(page, number).count()).toBe(0)
}

/** RX-4: an original that a crew collected is taken in, and looked at with photos. */
export async function receiveAndInspect(
  page: Page,
  scene: Scene,
  { number, condition, fate }: { number: string; condition: string; fate: string },
) {
  const { supply } = wordsIn(scene).returns
  await page.goto('/console/returns/tasks?list=originals')
  const row = rowOf(page, number)
  await see(row, supply.collected)
  await isFit(page)
  await row.getByRole('link', { name: supply.actions.receipt }).click()
  await page.locator('#receipt').waitFor()
  await see(page, supply.receipt.ledeCollected)
  await isFit(page)
  await page.locator('#receipt .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
  await page.goto('/console/returns/tasks?list=originals&step=inspect')
  await row.getByRole('link', { name: supply.actions.inspection }).click()
  await page.locator('#inspection').waitFor()
  await page.fill('[name=condition]', condition)
  await page.locator('label', { has: page.locator(`[name=fate][value=${fate}]`) }).click()
  await page.setInputFiles('[name=photos]', [await photo('left.jpg'), await photo('right.jpg')])
  await isFit(page)
  await page.locator('#inspection .btn-go').click()
  await page.waitForURL(`**${caseAt(number)}`)
  await see(page, condition)
}
