import type { Locale } from '#db/vocabulary/locales.ts'

/** A store's or a crew's name, in both languages. */
export interface TwoNames {
  zh: string
  en: string
}

export const nameIn = (locale: Locale, { zh, en }: TwoNames) => (locale === 'en' ? en : zh)
