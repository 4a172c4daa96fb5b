import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { demoSite } from '#test/setup/site.ts'

const site = demoSite()

const newDraft = () => randomBytes(24).toString('base64url')
const report = () => ({
  draft: newDraft(),
  product: '餐桌',
  category: 'loose',
  description: '桌脚晃',
  name: '顾客',
  phone: '13900020001',
  address: '苏州市',
})
const post = (path: string, body: BodyInit, type?: string) =>
  fetch(site.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: type ? { 'Content-Type': type } : {},
  })
const form = (said: Record<string, string>) => new URLSearchParams(said)
const encoded = 'application/x-www-form-urlencoded'

describe('Q-20: no text makes a server error', () => {
  test.each([
    ['NUL', 'a\u0000b', 303],
    ['right to left and emoji', '\u202Egnp.exe 👩‍👩‍👧‍👦', 303],
    ['script', '<script>alert(1)</script>', 303],
    ['a megabyte', 'A'.repeat(1_000_000), 422],
  ])('%s', async (_, description, status) => {
    const answer = await post('/report', form({ ...report(), description }))
    expect(answer.status).toBe(status)
    if (status === 422) expect(await answer.text()).toContain(description)
  })

  test('bytes that are no text', async () => {
    const body = `draft=${newDraft()}&product=%ff%fe%00&category=door&description=%ed%a0%80&name=%ff&phone=13900020002&address=%c0`
    expect((await post('/report', body, encoded)).status).toBe(303)
  })

  test.each([
    ['no field', '', encoded, 422],
    ['no form', '{}', 'application/json', 400],
    [
      'half a form',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      'multipart/form-data; boundary=x',
      400,
    ],
    ['a form without a boundary', 'abc', 'multipart/form-data', 400],
  ])('%s', async (_, body, type, status) => {
    expect((await post('/report', body, type)).status).toBe(status)
  })

  test('in addresses', async () => {
    for (const path of [
      '/report?draft=%00&step=zzz',
      `/report?draft=${newDraft()}&step=check`,
      '/help?q=%00%ff',
      '/track/%00',
      '/rate/%ff',
      '/track/x/files/y',
      '/resources/report-photos?draft=x&id=%00',
    ]) {
      const { status } = await fetch(site.url + path)
      expect(status, path).toBeLessThan(500)
    }
  })
})

test('Q-14: fields that are nobody’s to send change nothing', async () => {
  const answer = await post(
    '/report',
    form({ ...report(), phone: '13900020003', status: 'closed', severity: '1', customerId: '1' }),
  )
  expect(answer.status).toBe(303)
  const rows = await site.database.connect()`
    select status, severity from tickets where phone = '+8613900020003'`
  expect([...rows]).toEqual([{ status: 'new', severity: null }])
})

test('Q-16: a language switch leads nowhere else', async () => {
  const answer = await post('/language', form({ to: 'en', back: '//evil.example/x' }))
  expect(answer.headers.get('Location')).toBe('/')
  expect(answer.headers.get('Set-Cookie')).toContain('locale=')
})

test('Q-19: a form of another site’s page is refused', async () => {
  const answer = await fetch(`${site.url}/report`, {
    method: 'POST',
    body: form(report()),
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})
