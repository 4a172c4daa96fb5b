import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Writes with a finger. */
export async function draw(page: Page, pad = '#sign-drawing') {
  const canvas = page.locator(pad)
  await canvas.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  // The pen comes with a script of its own, which measures the pad.
  await expect
    .poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.width))
    .not.toBe(300)
  const box = (await canvas.boundingBox())!
  const at = (i: number) => [box.x + 30 + i * 12, box.y + 90 + 30 * Math.sin(i / 2)] as const
  await page.mouse.move(...at(0))
  await page.mouse.down()
  for (let i = 1; i < 15; i++) await page.mouse.move(...at(i))
  await page.mouse.up()
}
