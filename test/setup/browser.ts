import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Locale } from '#db/vocabulary/locales.ts'
import { findChromium } from './chromium.ts'

export const viewports = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
} as const

export interface PageOptions {
  locale?: Locale
  viewport?: keyof typeof viewports | { width: number; height: number }
  /** False: the homeowner's browser runs no script. */
  javaScript?: boolean
  baseUrl: string
  colorScheme?: 'light' | 'dark'
}

interface Watched {
  context: BrowserContext
  javaScript: boolean
  trouble: string[]
  allowed: RegExp[]
}

const open: Watched[] = []
const pictures = fileURLToPath(new URL('../e2e/screens/', import.meta.url))

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--headless=shell', '--disable-dev-shm-usage'],
    env: { ...process.env, ...env },
  })
}

/** One browser for the calling test file; every page a test opened is closed after it, and must have had no trouble. */
export function useBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takePictures(task.name)
    await closePages()
  })
  afterAll(() => browser?.close())
  return {
    get browser() {
      if (!browser) throw new Error('The browser is there from beforeAll on')
      return browser
    },
  }
}

/** A page in a context of its own: no cookie is shared with another. */
export async function openPage(
  { browser }: { readonly browser: Browser },
  { locale = 'zh-CN', viewport = 'phone', javaScript = true, baseUrl, colorScheme }: PageOptions,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale,
    viewport: typeof viewport === 'string' ? viewports[viewport] : viewport,
    hasTouch: viewport === 'phone',
    javaScriptEnabled: javaScript,
    timezoneId: 'Asia/Shanghai',
    colorScheme: colorScheme ?? 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  const watched: Watched = { context, javaScript, trouble: [], allowed: [] }
  open.push(watched)
  context.on('page', (page) => watch(page, watched))
  return context.newPage()
}

/** Remix says so of what a page that is left was reading; the same as the aborted requests below. */
const leftWhileReading = /^AbortError: BodyStreamBuffer was aborted/

function watch(page: Page, { trouble }: Watched) {
  page.on('pageerror', (error) => trouble.push(`uncaught ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || leftWhileReading.test(message.text())) return
    trouble.push(`console ${message.text()} (${message.location().url})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) trouble.push(`answer ${response.status()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left drops what it was loading.
    if (why !== 'net::ERR_ABORTED') trouble.push(`request ${why} ${request.url()}`)
  })
}

/** A page of the console or the crew has become React's; before that, its forms are plain ones and keys do nothing. */
export const alive = (page: Page) =>
  page.waitForFunction(() => {
    const { surface } = document.documentElement.dataset
    if (surface !== 'console' && surface !== 'crew') return true
    return [document.body, document.querySelector('main')].every((element) =>
      Object.keys(element ?? {}).some((key) => key.startsWith('__reactFiber')),
    )
  })

/** For a test that means to meet an error: trouble that matches is no failure. */
export function allowTrouble(page: Page, pattern: RegExp) {
  watchedOf(page).allowed.push(pattern)
}

/** What went wrong in the page's browser so far, allowed trouble aside. */
export function troubleOf(page: Page): string[] {
  return unexpected(watchedOf(page))
}

export const runsScripts = (page: Page) => watchedOf(page).javaScript

function watchedOf(page: Page): Watched {
  const watched = open.find(({ context }) => context === page.context())
  if (!watched) throw new Error('This page was not opened by openPage')
  return watched
}

function unexpected({ trouble, allowed }: Watched): string[] {
  return trouble.filter((line) => !allowed.some((pattern) => pattern.test(line)))
}

async function closePages() {
  const watched = open.splice(0)
  await Promise.all(watched.map(({ context }) => context.close()))
  expect(watched.flatMap(unexpected), 'trouble in the browser').toEqual([])
}

async function takePictures(name: string) {
  const pages = open.flatMap(({ context }) => context.pages())
  const slug = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  for (const [i, page] of pages.entries()) {
    await page
      .screenshot({ path: path.join(pictures, `failed-${slug}-${i + 1}.png`), fullPage: true })
      .catch(() => {})
  }
}
