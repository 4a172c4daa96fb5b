import { createInstance, type i18n, type InitOptions, type ResourceLanguage } from 'i18next'
import type { Locale } from '#db/vocabulary/locales.ts'

/** A translator over catalogues that are already in memory. */
export function makeTranslator(locale: Locale, resources: ResourceLanguage): i18n {
  const instance = createInstance()
  const options: InitOptions = {
    lng: locale,
    resources: { [locale]: resources },
    ns: Object.keys(resources),
    defaultNS: 'common',
    fallbackLng: false,
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  }
  void instance.init(options)
  return instance
}
