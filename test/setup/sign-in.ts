import { randomBytes } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import type { Page } from 'playwright-core'
import type { Site } from './site.ts'

const cookie = createCookie('session')

/** Signs a person in without the form, for the tests that are about something else. */
export async function signInAs(page: Page, site: Site, email: string) {
  await page.context().addCookies([
    {
      url: site.url,
      name: 'session',
      value: await sessionCookie(site, email),
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
}

/** The value for a request of one's own: `Cookie: session=…`. */
export async function sessionCookie(site: Site, email: string): Promise<string> {
  const id = randomBytes(20).toString('hex')
  const sql = site.database.connect({ max: 1 })
  const made = await sql`
    insert into sessions (id, user_id, expires_at, ends_at, complete)
    select ${id}, id, now() + interval '30 minutes', now() + interval '8 hours', true
    from staff where email = ${email} and disabled_at is null returning id`
  await sql.end()
  if (made.length === 0) throw new Error(`Nobody may sign in as ${email}`)
  const [, value] = /^session=([^;]*)/.exec(await cookie.serialize(id)) ?? []
  return value ?? ''
}
