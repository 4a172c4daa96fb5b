import { translate } from '#app/i18n/translator.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface StoreNames {
  zh: string
  en: string
  closedAt: Date | null
}

/** A store's name as a page says it: one that closed says so. */
export function storeName({ locale }: Pick<Ctx, 'locale'>, { zh, en, closedAt }: StoreNames) {
  const name = locale === 'en' ? en : zh
  return closedAt ? translate(locale)('settings:stores.closedName', { name }) : name
}
