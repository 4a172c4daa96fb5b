import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLocale, type Locale } from '#db/vocabulary/locales.ts'
import { type Format, formatter } from './format.ts'
import type { Translate } from './keys.ts'
import { missingWords } from './more-words.ts'

export interface Frame {
  locale: Locale
  zone: string
  now: string
}

/**
 * The reader's words and formats, from what the root route loaded. A page whose words are still on their way is not
 * shown before they are there.
 */
export function useWords(): { t: Translate; locale: Locale; format: Format } {
  const frame = useRouteLoaderData<() => Promise<Frame>>('root')
  const { pathname } = useLocation()
  const { t, i18n } = useTranslation()
  const locale = frame?.locale ?? defaultLocale
  const zone = frame?.zone ?? 'Asia/Shanghai'
  const now = frame?.now ?? new Date(0).toISOString()
  const format = useMemo(() => formatter(locale, zone, now), [locale, zone, now])
  const onTheirWay = missingWords(i18n, locale, pathname)
  if (onTheirWay) throw onTheirWay
  return { t: t as Translate, locale, format }
}
