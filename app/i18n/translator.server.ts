import type { i18n } from 'i18next'
import type { Locale } from '#db/vocabulary/locales.ts'
import { catalogue as en } from './en/index.ts'
import { makeTranslator } from './instance.ts'
import type { Translate } from './keys.ts'
import { catalogue as zh } from './zh-CN/index.ts'

const translators: Record<Locale, i18n> = {
  'zh-CN': makeTranslator('zh-CN', zh),
  en: makeTranslator('en', en),
}

/** One translator per language for the life of the process. */
export const translator = (locale: Locale): i18n => translators[locale]

/** For titles and texts made outside a component. */
export const translate = (locale: Locale): Translate => translators[locale].t
