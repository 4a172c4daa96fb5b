import type { AppLoadContext } from '@remix-run/node'
import type { Locale } from '#db/vocabulary/locales.ts'
import { translate } from '#app/i18n/translator.server.ts'

const troubled = new WeakSet<AppLoadContext>()

/** Says that this request's form was not taken, so that the page's title begins with it. */
export const inTrouble = (context: AppLoadContext) => void troubled.add(context)

/** A page's title; `context` is the request's own, shared by its action and its loaders. */
export function pageTitle(locale: Locale, title: string, context: AppLoadContext): string {
  const t = translate(locale)
  const full = `${title} – ${t('common:brand')}`
  return troubled.has(context) ? t('common:errorTitle', { title: full }) : full
}
