import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { sessionCookie } from '#test/setup/sign-in.ts'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite({ env: { PUBLIC_URL: 'https://shop.example.test' } })

/** A request with headers that `fetch` would not let through. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  return new Promise<{
    status: number
    headers: Record<string, string | string[] | undefined>
    body: string
  }>((resolve, reject) => {
    const req = request(site.url + path, { method, headers }, (res) => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => (text += chunk))
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }),
      )
    })
    req.on('error', reject)
    req.end(body)
  })
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const ours = { ...form, 'Sec-Fetch-Site': 'same-origin' }

describe('Q-19 every answer', () => {
  test.each(['/', '/report', '/sign-in', '/nothing', '/healthz', '/icon.svg'])(
    '%s is careful',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    },
  )

  test.each(['/', '/console/tickets'])('%s allows no inline script and no frame', async (path) => {
    const Cookie = `__Host-session=${await sessionCookie(site, 'desk@demo.test')}`
    const { status, headers, body } = await ask(path, { headers: { Cookie } })
    expect(status).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!
    for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`)
    expect(body).not.toMatch(/\sstyle="/)
    expect(headers['cache-control']).toBe('no-store')
  })

  test('a cross-site post changes nothing', async () => {
    const cross = { ...form, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' }
    for (const path of ['/report', '/sign-in', '/language', '/sign-out', '/track']) {
      expect((await ask(path, { method: 'POST', headers: cross, body: 'a=b' })).status).toBe(403)
    }
  })

  test('over TLS the session’s cookie is tied to the host', async () => {
    const body = 'email=desk%40demo.test&password=shangmen-demo'
    const { status, headers } = await ask('/sign-in', { method: 'POST', headers: ours, body })
    expect(status).toBe(303)
    const cookie = [headers['set-cookie']].flat().find((one) => one?.startsWith('__Host-session='))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/Secure/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Path=\/(;|$)/i)
  })
})

describe('Q-16 what a caller claims', () => {
  test('a forged Host enters no page and no redirect', async () => {
    const forged = { Host: 'evil.test', 'X-Forwarded-Host': 'evil.test' }
    const pages = await Promise.all(
      ['/', '/report', '/track', '/console', '/sign-in'].map((path) =>
        ask(path, { headers: forged }),
      ),
    )
    for (const { headers, body } of pages) {
      expect(body).not.toContain('evil.test')
      expect(String(headers.location ?? '')).not.toContain('evil.test')
    }
  })

  test('a forged X-Forwarded-For gets nobody round a limit', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 14; i++) {
      const headers = { ...ours, 'X-Forwarded-For': `10.0.0.${i}` }
      const body = 'email=nobody%40demo.test&password=wrong-password'
      statuses.push((await ask('/sign-in', { method: 'POST', headers, body })).status)
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422))
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429])
  })
})

test.each(['/', '/help', '/privacy', '/report'])('%s is whole in Chinese', async (path) => {
  const { body } = await ask(path, { headers: { 'Accept-Language': 'zh-CN' } })
  expect(body).toMatch(/[\u4e00-\u9fff]{2}/)
  expect(body).not.toMatch(/[\0\ufffd]/)
})

describe('Q-20 what nobody means to send', () => {
  const odd = [
    '/%E0%A4%A',
    '/report?draft=%00%FF',
    '/track/%F0%9F%9B%8B',
    '/rate/..%2F..%2Fetc%2Fpasswd',
    '/console/tickets?q=%00%27%3B%20drop%20table%20tickets%3B--',
    '/assets/../../package.json',
  ]
  test.each(odd)('%s is no server error', async (path) => {
    expect((await ask(path)).status).toBeLessThan(500)
  })

  test('a very long address is no server error', async () => {
    expect((await ask(`/track/${'a'.repeat(7000)}`)).status).toBeLessThan(500)
  })

  test.each([
    ['a body that is no form', { 'Content-Type': 'application/json' }, '{"a":'],
    [
      'a broken multipart body',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
      '--x\r\nbroken',
    ],
    ['a multipart body without a boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['broken UTF-8', form, 'number=%FF%FE&phone=%C3%28'],
  ])('%s is no server error', async (_, headers, body) => {
    for (const path of ['/report', '/track', '/sign-in', '/language', '/resources/report-photos']) {
      const sent = { ...headers, 'Sec-Fetch-Site': 'same-origin' }
      const { status } = await ask(path, { method: 'POST', headers: sent, body })
      expect([path, status < 500]).toEqual([path, true])
    }
  })
})
