import type { i18n } from 'i18next'
import type { Locale } from '#db/vocabulary/locales.ts'
import pages from './bundles.json'

/** Words beyond those of every console page, and one namespace by which to tell that they are there. */
const bundles = {
  callers: {
    sign: 'customers',
    words: {
      'zh-CN': async () => (await import('./zh-CN/callers.ts')).callersCatalogue,
      en: async () => (await import('./en/callers.ts')).callersCatalogue,
    },
  },
  calling: {
    sign: 'calls',
    words: {
      'zh-CN': async () => (await import('./zh-CN/calling.ts')).callingCatalogue,
      en: async () => (await import('./en/calling.ts')).callingCatalogue,
    },
  },
  cases: {
    sign: 'returns',
    words: {
      'zh-CN': async () => (await import('./zh-CN/cases.ts')).casesCatalogue,
      en: async () => (await import('./en/cases.ts')).casesCatalogue,
    },
  },
  complaining: {
    sign: 'complaints',
    words: {
      'zh-CN': async () => (await import('./zh-CN/complaining.ts')).complainingCatalogue,
      en: async () => (await import('./en/complaining.ts')).complainingCatalogue,
    },
  },
  deciding: {
    sign: 'returnSettings',
    words: {
      'zh-CN': async () => (await import('./zh-CN/deciding.ts')).decidingCatalogue,
      en: async () => (await import('./en/deciding.ts')).decidingCatalogue,
    },
  },
  office: {
    sign: 'settings',
    words: {
      'zh-CN': async () => (await import('./zh-CN/office.ts')).officeCatalogue,
      en: async () => (await import('./en/office.ts')).officeCatalogue,
    },
  },
  planning: {
    sign: 'plans',
    words: {
      'zh-CN': async () => (await import('./zh-CN/planning.ts')).planningCatalogue,
      en: async () => (await import('./en/planning.ts')).planningCatalogue,
    },
  },
} as const
export type Bundle = keyof typeof bundles

/** Which pages need each, by how their addresses begin; the console's first page is no folder. */
const needed: Record<Bundle, readonly string[]> = pages

export function bundlesOf(pathname: string): Bundle[] {
  const address = pathname.replace(/\/$/, '')
  const isAt = (page: string) =>
    address === page || (page !== '/console' && address.startsWith(`${page}/`))
  return (Object.keys(needed) as Bundle[]).filter((bundle) => needed[bundle].some(isAt))
}

const coming = new Map<Bundle, Promise<void>>()

/**
 * Loads the words that the page at this path lacks.
 * @returns a promise to wait for, or null when all are there
 */
export function missingWords(
  instance: i18n,
  locale: Locale,
  pathname: string,
): Promise<unknown> | null {
  const lacking = bundlesOf(pathname).filter(
    (bundle) => !instance.hasResourceBundle(locale, bundles[bundle].sign),
  )
  return lacking.length === 0 ? null : Promise.all(lacking.map(load))

  function load(bundle: Bundle): Promise<void> {
    const before = coming.get(bundle)
    if (before) return before
    const loading = bundles[bundle].words[locale]().then(
      (catalogue) => {
        for (const [namespace, words] of Object.entries(catalogue)) {
          instance.addResourceBundle(locale, namespace, words, false, true)
        }
      },
      (lost: unknown) => {
        // The next page that needs them asks again.
        coming.delete(bundle)
        throw lost
      },
    )
    coming.set(bundle, loading)
    return loading
  }
}
