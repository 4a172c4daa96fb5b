import { beforeAll, describe, expect, test } from 'vitest'
import { permissions } from '#app/platform/permissions.ts'
import { storeRoles, type Role } from '#db/vocabulary/roles.ts'
import { sessionCookie } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'
import { manifest } from './manifest.ts'
import { canary, makeSamples, type Samples } from './samples.ts'
import { accessTable, type Access, type Row } from './table.ts'

const site = demoSite()
const routes = manifest()
let samples: Samples
const cookies = new Map<Role, string>()

beforeAll(async () => {
  samples = await makeSamples(site.database.connect({ max: 1 }))
  await signEverybodyIn()
})

async function signEverybodyIn() {
  for (const { role, email } of samples.colleagues) {
    cookies.set(role, `session=${await sessionCookie(site, email)}`)
  }
}

async function ask(method: 'GET' | 'POST', path: string, cookie = '') {
  const response = await fetch(site.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie ? { Cookie: cookie } : {}),
      ...(method === 'POST'
        ? { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
        : {}),
    },
    ...(method === 'POST' ? { body: '' } : {}),
  })
  // A stream has no end.
  const streams = response.headers.get('Content-Type') === 'text/event-stream'
  const body = streams ? '' : await response.text()
  if (streams) await response.body?.cancel()
  return { status: response.status, body, to: response.headers.get('Location') ?? '' }
}

const mayDo = (role: Role, access: Access, method: 'GET' | 'POST') => {
  if (access.for === 'colleagues') return true
  if (access.for !== 'roles') return false
  const action = method === 'POST' ? (access.write ?? access.read) : access.read
  return [...permissions[action], ...(access.also ?? [])].includes(role)
}

function statusFor(role: Role, access: Access, denied: number): number {
  if (mayDo(role, access, 'GET')) return (access.for === 'colleagues' && access.status) || 200
  const led = access.for === 'roles' && access.elsewhere
  return led && (permissions[led] as readonly Role[]).includes(role) ? 302 : denied
}

/** Roles for whom a row of another store or crew is a missing one. */
const confined: Record<Row, (role: Role) => boolean> = {
  ticket: (role) => (storeRoles as readonly Role[]).includes(role),
  record: (role) => role === 'crew' || (storeRoles as readonly Role[]).includes(role),
  attachment: (role) => role === 'crew' || (storeRoles as readonly Role[]).includes(role),
  receipt: (role) => (storeRoles as readonly Role[]).includes(role),
  order: (role) => (storeRoles as readonly Role[]).includes(role),
  customer: (role) => (storeRoles as readonly Role[]).includes(role),
  case: (role) => (storeRoles as readonly Role[]).includes(role),
  visit: () => false,
  'crew-visit': () => true,
}

test('Q-12 every route is in the access table, and nothing else is', () => {
  expect(routes.map(({ path }) => path).sort()).toEqual(Object.keys(accessTable).sort())
})

describe.each(routes)('Q-12 $path', ({ path, reads, writes }) => {
  const entry = accessTable[path]
  if (!entry) return
  const { access, url, other } = entry
  const leadsOn = access.for === 'link' ? access.to : undefined
  const denied = access.for === 'roles' ? (access.denied ?? 403) : 403
  const refused = access.for === 'roles' ? access.signedOut : undefined
  const signInNeeded = access.for === 'roles' || access.for === 'colleagues'

  test.runIf(reads)('read by somebody signed out', async () => {
    const { status, to } = await ask('GET', url(samples))
    if (refused) {
      expect(status).toBe(refused)
    } else if (signInNeeded) {
      expect(status).toBe(302)
      expect(to).toMatch(/^\/sign-in\?next=/)
    } else {
      const expected = access.for === 'everyone' ? (access.status ?? 200) : leadsOn ? 302 : 200
      expect(status).toBe(expected)
      if (leadsOn) expect(to).toMatch(leadsOn)
    }
  })

  test.runIf(writes && signInNeeded)('changed by somebody signed out', async () => {
    const { status, to } = await ask('POST', url(samples))
    expect(status).toBe(refused ?? 302)
    if (refused) return
    expect(to).toMatch(/^\/sign-in/)
  })

  test.runIf(access.for === 'link')('without the right link it is a missing page', async () => {
    if (reads && !leadsOn) expect((await ask('GET', other!(samples))).status).toBe(404)
    if (writes) expect((await ask('POST', other!(samples))).status).toBe(404)
  })

  test.runIf(access.for === 'link' && reads)(
    'Q-13 shows nothing meant for colleagues',
    async () => {
      expect((await ask('GET', url(samples))).body).not.toContain(canary)
    },
  )

  test.runIf(signInNeeded && reads)('read by each role', async () => {
    const seen = await byRole((cookie) => ask('GET', url(samples), cookie))
    const expected = roleTable((role) => statusFor(role, access, denied))
    expect(seen).toEqual(expected)
  })

  test.runIf(signInNeeded && writes)('changed by each role', async () => {
    for (const [role, cookie] of cookies) {
      const { status } = await ask('POST', url(samples), cookie)
      const sight = mayDo(role, access, 'POST')
      if (access.for === 'colleagues' && access.status === 404)
        expect([role, status]).toEqual([role, 404])
      else if (sight) expect([role, status]).toEqual([role, expect.toSatisfy(isNoRefusalOfAccess)])
      else
        expect([role, status]).toEqual([
          role,
          access.for === 'roles' && access.signedOut ? denied : 403,
        ])
    }
    // Posting here signs out everywhere.
    if (path === '/console/account/sessions') await signEverybodyIn()
  })

  const row = access.for === 'roles' ? access.row : undefined
  test.runIf(row)('a row of another store or crew is a missing one', async () => {
    for (const [role, cookie] of cookies) {
      if (!row || !confined[row](role)) continue
      if (reads && mayDo(role, access, 'GET')) {
        expect([role, (await ask('GET', other!(samples), cookie)).status]).toEqual([role, 404])
      }
      if (writes && mayDo(role, access, 'POST')) {
        expect([role, (await ask('POST', other!(samples), cookie)).status]).toEqual([role, 404])
      }
    }
  })
})

const isNoRefusalOfAccess = (status: number) =>
  status < 500 && status !== 401 && status !== 403 && status !== 404

async function byRole(work: (cookie: string) => Promise<{ status: number }>) {
  const statuses: Partial<Record<Role, number>> = {}
  for (const [role, cookie] of cookies) statuses[role] = (await work(cookie)).status
  return statuses
}

function roleTable(status: (role: Role) => number) {
  return Object.fromEntries([...cookies.keys()].map((role) => [role, status(role)]))
}
