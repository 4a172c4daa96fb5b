import { environment } from './environment.server.ts'
import { overTls } from './session.server.ts'

/** no inline script or style without this answer's nonce, no framing, no foreign hosts. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    // Vite's reloading, while developing, comes over a socket of its own.
    environment().NODE_ENV === 'development' ? "connect-src 'self' ws:" : "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** What every answer carries; a handler may have said more about caching. */
export function secureHeaders(headers: Headers): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  if (overTls()) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
}

/** whether a request that changes something comes from a page of ours. */
export function fromOurPage(method: string, headers: Headers): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true
  const site = headers.get('Sec-Fetch-Site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = headers.get('Origin')
  if (origin === null) return true
  try {
    return new URL(origin).host === headers.get('Host')
  } catch {
    return false
  }
}
