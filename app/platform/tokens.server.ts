import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { environment } from './environment.server.ts'

/** A fresh unguessable token: 192 bits, URL-safe. */
export const newToken = () => randomBytes(24).toString('base64url')

/** How a token is stored: enough to find it again, useless to whoever reads the table. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')

/** The token of a private link, worked out from its row's key: mails can carry it though the table can't tell it. */
export const linkToken = (id: string) =>
  createHmac('sha256', environment().APP_SECRET)
    .update(`link:${id}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url')

export const looksLikeToken = (value: string | undefined): value is string =>
  value !== undefined && /^[A-Za-z0-9_-]{32}$/.test(value)

export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
