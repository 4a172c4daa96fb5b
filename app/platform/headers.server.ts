import type { AppLoadContext } from '@remix-run/node'
import { environment } from './environment.server.ts'
import { overTls } from './session.server.ts'

const imageOrigins = new WeakMap<AppLoadContext, string>()

/** Lets this one answer's page show images of one foreign origin; `context` is the request's own. */
export const allowImages = (context: AppLoadContext, origin: string) =>
  void imageOrigins.set(context, origin)

/**
 * no inline script or style without this answer's nonce, no framing, no foreign hosts but for images a loader
 * has allowed.
 */
export function contentSecurityPolicy(context: AppLoadContext): string {
  const { nonce } = context
  const images = imageOrigins.get(context)
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    ["img-src 'self' data: blob:", ...(images ? [images] : [])].join(' '),
    // Vite's reloading, while developing, comes over a socket of its own.
    environment().NODE_ENV === 'development' ? "connect-src 'self' ws:" : "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
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
