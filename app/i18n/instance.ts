import { createInstance, type i18n } from 'i18next'
import type { Locale } from '#db/vocabulary/locales.ts'

/** A translator over catalogues that are already in memory. */
export function makeTranslator(locale: Locale, resources: object): i18n {
  const instance = createInstance()
  void instance.init({
    lng: locale,
    resources: { [locale]: resources },
    ns: Object.keys(resources),
    defaultNS: 'common',
    fallbackLng: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return instance
}
