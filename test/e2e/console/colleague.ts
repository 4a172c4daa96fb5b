import type { Page } from 'playwright-core'
import { openPage, type PageOptions, type useBrowser } from '#test/setup/browser.ts'
import { signInAs } from '#test/setup/sign-in.ts'
import type { Site } from '#test/setup/site.ts'

/** A colleague at their desk, signed in, who reads the language they asked for. */
export async function colleagueAt(
  site: Site,
  browser: ReturnType<typeof useBrowser>,
  email: string,
  options: Partial<PageOptions> = {},
): Promise<Page> {
  const page = await openPage(browser, { viewport: 'desk', baseUrl: site.url, ...options })
  const locale = options.locale ?? 'zh-CN'
  await site.database.ask((sql) => sql`update staff set locale = ${locale} where email = ${email}`)
  await signInAs(page, site, email)
  return page
}
