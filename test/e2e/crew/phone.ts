import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, type useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import type { Site } from '#test/setup/site.ts'
import type { Wire } from '#test/setup/wire.ts'

/** A crew's phone that reaches the site over a wire. */
export async function phoneOf(
  email: string,
  { site, wire, browser }: { site: Site; wire: Wire; browser: ReturnType<typeof useBrowser> },
): Promise<Page> {
  const page = await openPage(browser, { baseUrl: wire.url, viewport: 'phone' })
  await signInAs(page, site, email)
  return page
}

/** Waits until the worker is at work and the whole day is on the phone, later than `before`. @returns when it was */
export async function dayIsKept(page: Page, before = ''): Promise<string> {
  await expect.poll(() => dayKeptAt(page), { timeout: 30_000 }).toSatisfy((at) => at > before)
  return dayKeptAt(page)
}

const dayKeptAt = (page: Page) =>
  page.evaluate(async () => {
    if (navigator.serviceWorker.controller?.state !== 'activated') return ''
    const found = await caches.match('/crew/kept-day')
    return found ? ((await found.json()) as { at: string }).at : ''
  })

/** Without network, and told so. */
export async function goOffline(page: Page, wire: Wire) {
  await wire.cut()
  await page.context().setOffline(true)
}

export async function goOnline(page: Page, wire: Wire) {
  await wire.mend()
  await page.context().setOffline(false)
}

export const cacheNames = (page: Page) => page.evaluate(() => caches.keys())
