import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { alive, runsScripts } from './browser.ts'

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
declare global {
  interface Window {
    axe?: { run(context: Document, options: object): Promise<Results> }
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const resultTypes = ['violations']
const everything = { runOnly: { type: 'tag', values: tags }, resultTypes }
/** All that another colour scheme can break. */
const colours = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes,
}
const { resolve } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
let source: string | undefined

/**
 * No violation as the page stands, in light and in dark. A page with a bar at the bottom of the screen is seen from
 * its end, where the bar covers nothing.
 * axe runs in the page itself: `analyze()` would open a second page to put together what several frames found.
 */
export async function expectNoAxeViolations(page: Page) {
  if (!runsScripts(page)) throw new Error('axe is a script: look at a page opened with javaScript')
  if (page.frames().length > 1) throw new Error('axe looks into no frame: the page has some')
  await alive(page)
  const stoodAt = await page.evaluate(() => window.scrollY)
  if ((await page.locator('.bar, .tabs').count()) > 0) await scrollTo(page, 1_000_000)
  if (!(await page.evaluate(() => 'axe' in window))) {
    source ??= readFileSync(resolve('axe-core/axe.min.js'), 'utf8')
    await page.evaluate(source)
  }
  for (const [colorScheme, options] of [
    ['light', everything],
    ['dark', colours],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate((asked) => window.axe!.run(document, asked), options)
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
      ),
    )
    expect(found, `axe on ${page.url()}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await scrollTo(page, stoodAt)
}

const scrollTo = (page: Page, top: number) =>
  page.evaluate((y) => window.scrollTo({ top: y, behavior: 'instant' }), top)
