import { useRouteLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultLocale, type Locale } from '#db/vocabulary/locales.ts'
import { type Format, formatter } from './format.ts'
import type { Translate } from './keys.ts'

export interface Frame {
  locale: Locale
  zone: string
  now: string
}

/** The reader's words and formats, from what the root route loaded. */
export function useWords(): { t: Translate; locale: Locale; format: Format } {
  const frame = useRouteLoaderData<() => Promise<Frame>>('root')
  const t = useTranslation().t as Translate
  const locale = frame?.locale ?? defaultLocale
  const zone = frame?.zone ?? 'Asia/Shanghai'
  const now = frame?.now ?? new Date(0).toISOString()
  const format = useMemo(() => formatter(locale, zone, now), [locale, zone, now])
  return { t, locale, format }
}
