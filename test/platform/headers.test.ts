import { describe, expect, test } from 'vitest'
import { allowImages, contentSecurityPolicy, fromOurPage } from '#app/platform/headers.server.ts'
import { ownPath } from '#app/platform/http.server.ts'

const asked = () => ({ nonce: 'abc', reference: 'r', address: '127.0.0.1' })
const posting = (headers: Record<string, string>) => fromOurPage('POST', new Headers(headers))

describe('Q-19 what a browser may send and run', () => {
  test('a cross-site POST is refused, by either header', () => {
    expect(posting({ 'Sec-Fetch-Site': 'cross-site' })).toBe(false)
    expect(posting({ 'Sec-Fetch-Site': 'same-site' })).toBe(false)
    expect(posting({ Origin: 'https://evil.test', Host: 'shop.test' })).toBe(false)
    expect(posting({ Origin: 'null', Host: 'shop.test' })).toBe(false)
    expect(posting({ 'Sec-Fetch-Site': 'same-origin' })).toBe(true)
    expect(posting({ Origin: 'https://shop.test', Host: 'shop.test' })).toBe(true)
  })

  test('reading is not a change', () => {
    expect(fromOurPage('GET', new Headers({ 'Sec-Fetch-Site': 'cross-site' }))).toBe(true)
  })

  test('the policy allows no inline script or style and no frame', () => {
    const policy = contentSecurityPolicy(asked())
    expect(policy).not.toMatch(/unsafe/)
    expect(policy).toContain("script-src 'self' 'nonce-abc'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("img-src 'self' data: blob:;")
  })

  test('images of one other origin are shown by the one answer that asked for them', () => {
    const context = asked()
    allowImages(context, 'https://tiles.example.com')
    const policy = contentSecurityPolicy(context)
    expect(policy).toContain("img-src 'self' data: blob: https://tiles.example.com;")
    expect(contentSecurityPolicy(asked())).not.toContain('tiles')
  })
})

test.each([
  ['/console/tickets?queue=mine', '/console/tickets?queue=mine'],
  ['https://evil.test/', '/'],
  ['//evil.test', '/'],
  ['/\\evil.test', '/'],
  ['/a\r\nSet-Cookie: x', '/'],
  [null, '/'],
])('a way back, %s, stays with us', (asked, path) => {
  expect(ownPath(asked, '/')).toBe(path)
})
