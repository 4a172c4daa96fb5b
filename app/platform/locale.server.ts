import { createCookie } from '@remix-run/node'
import { defaultLocale, isLocale, type Locale } from '#db/vocabulary/locales.ts'

const cookie = createCookie('locale', {
  path: '/',
  sameSite: 'lax',
  maxAge: 31_536_000,
  httpOnly: true,
})

/** The reader's language: what they chose, else the first of the browser's that we speak. */
export async function localeOf(request: Request, chosen?: Locale | null): Promise<Locale> {
  if (chosen) return chosen
  const kept: unknown = await cookie.parse(request.headers.get('Cookie'))
  if (isLocale(kept)) return kept
  for (const tag of (request.headers.get('Accept-Language') ?? '').split(',')) {
    if (/^\s*zh\b/i.test(tag)) return 'zh-CN'
    if (/^\s*en\b/i.test(tag)) return 'en'
  }
  return defaultLocale
}

export const localeCookie = (locale: Locale) => cookie.serialize(locale)
