import { createCookie } from '@remix-run/node'
import { looksLikeToken } from '#app/platform/tokens.server.ts'

const cookie = createCookie('helped', {
  path: '/help',
  sameSite: 'lax',
  maxAge: 31_536_000,
  httpOnly: true,
})

/** The token of a browser that once said an answer helped, so that it isn't counted twice. */
export async function readerOf(request: Request): Promise<string | null> {
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  return typeof kept === 'string' && looksLikeToken(kept) ? kept : null
}

export const readerCookie = (token: string) => cookie.serialize(token)
