import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { makeTranslator } from './i18n/instance.ts'
import { missingWords } from './i18n/more-words.ts'
import type { Surface } from './surface.ts'

const staffWords = {
  'zh-CN': async () => (await import('./i18n/zh-CN/staff.ts')).staffCatalogue,
  en: async () => (await import('./i18n/en/staff.ts')).staffCatalogue,
}

/** The crew's phone opens no page of the console without asking the server for it: it needs fewer words. */
const phoneWords = {
  'zh-CN': async () => (await import('./i18n/zh-CN/phone.ts')).phoneCatalogue,
  en: async () => (await import('./i18n/en/phone.ts')).phoneCatalogue,
}

/** The console and the crew's phone: the page the server wrote becomes React's. */
export async function hydrate(surface: Surface) {
  const locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
  const catalogue = await (surface === 'crew' ? phoneWords[locale]() : staffWords[locale]())
  const translator = makeTranslator(locale, catalogue)
  await missingWords(translator, locale, window.location.pathname)
  await loaderData()
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

/**
 * Remix decodes what the loaders said while it renders, and suspends for it. A key pressed in that moment makes React 18
 * finish at once what it can't finish, and the page stays dead ("Root did not complete"). So the first asking is ours:
 * the component throws the promise before its first hook.
 */
async function loaderData() {
  try {
    RemixBrowser({})
  } catch (decoding) {
    if (decoding instanceof Promise) await decoding
    else throw decoding
  }
}
