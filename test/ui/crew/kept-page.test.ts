import { describe, expect, test } from 'vitest'
import {
  isKeptPath,
  isPage,
  isTooOld,
  keptAt,
  keptPage,
  longestKept,
  readPage,
} from '#app/crew-worker/kept-page.ts'

const page = (person: string, inside = '') =>
  `<!DOCTYPE html><html lang="zh-CN" data-surface="crew"><body><div class="crew" data-person="${person}">${inside}</div>` +
  `<script>window.__remixManifest = {"url":"/assets/manifest-24e23773.js","version":"24e23773"}</script></body></html>`

describe('VS-6 a page kept on the phone', () => {
  test('says whose it is, of which build, and what belongs to it, each once', () => {
    const inside =
      '<a href="/crew/visits/7">a</a><a class="x" href="/crew/visits/12">b</a><a href="/crew/visits/7">c</a>' +
      '<a href="/crew/visits/7/completion">d</a><a href="/attachments/x"><img alt="" src="/attachments/a-1"/></a>'
    expect(readPage(page('b0a1', inside))).toEqual({
      person: 'b0a1',
      build: '24e23773',
      stops: ['/crew/visits/7', '/crew/visits/12'],
      pictures: ['/attachments/a-1'],
    })
  })

  test('is no page that is nobody’s, and what people type makes none', () => {
    expect(readPage('<html><body>502</body></html>')).toBeNull()
    const typed = '&lt;div class=&quot;crew&quot; data-person=&quot;other&quot;&gt;'
    expect(readPage(page('own', typed))?.person).toBe('own')
  })

  test('bears when it was kept, and nothing of how it came', async () => {
    const headers = new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "script-src 'nonce-a'",
      'Content-Encoding': 'br',
      'Content-Length': '12',
      Vary: 'Accept-Encoding',
    })
    const now = new Date('2026-03-10T02:42:00Z')
    const kept = keptPage(page('own'), headers, now)
    expect(await kept.clone().text()).toContain(
      '<html data-kept-at="2026-03-10T02:42:00.000Z" lang="zh-CN"',
    )
    expect(keptAt(kept)).toBe('2026-03-10T02:42:00.000Z')
    // Its scripts bear the nonce that this header lets run.
    expect(kept.headers.get('Content-Security-Policy')).toBe("script-src 'nonce-a'")
    for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) {
      expect(kept.headers.has(name)).toBe(false)
    }
    expect(isTooOld(kept, now.getTime() + longestKept - 1)).toBe(false)
    expect(isTooOld(kept, now.getTime() + longestKept)).toBe(true)
    expect(isTooOld(new Response(''), now.getTime())).toBe(true)
  })

  test('is one of the day’s', () => {
    for (const path of ['/crew', '/crew/me', '/crew/visits/12']) {
      expect([path, isKeptPath(path)]).toEqual([path, true])
    }
    for (const path of [
      '/console',
      '/sign-in',
      '/crew/leave',
      '/crew/visits/x',
      '/crew/visits/12/completion',
      '/crewing',
      '/',
    ]) {
      expect([path, isKeptPath(path)]).toEqual([path, false])
    }
  })

  test.each<[string, ResponseInit]>([
    ['an error', { status: 503 }],
    ['a missing page', { status: 404 }],
    ['what is no page', { status: 200, headers: { 'Content-Type': 'application/json' } }],
  ])('is not %s', (_, init) => {
    const html = { headers: { 'Content-Type': 'text/html' } }
    expect(isPage(answer('basic', { ...html, ...init }))).toBe(false)
  })

  test('is not one that was led elsewhere, nor one of another host', () => {
    const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
    expect(isPage(answer('basic', html))).toBe(true)
    expect(isPage(answer('basic', html, true))).toBe(false)
    expect(isPage(answer('opaqueredirect', html))).toBe(false)
    expect(isPage(answer('cors', html))).toBe(false)
  })
})

/** An answer as a browser would have it: its type and whether it was redirected aren't for programs to set. */
const answer = (type: ResponseType, init: ResponseInit, redirected = false) =>
  Object.defineProperties(new Response('', init), {
    type: { value: type },
    redirected: { value: redirected },
  })
