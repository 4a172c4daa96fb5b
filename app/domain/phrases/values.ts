import type { Locale } from '#db/vocabulary/locales.ts'

/** What a phrase may speak of: written `{{name}}` and filled with the ticket's own when it is used. */
export const phraseValues = [
  'name',
  'number',
  'product',
  'window',
  'crew',
  'colleague',
  'hotline',
  'link',
] as const
export type PhraseValue = (typeof phraseValues)[number]

const place = /\{\{\s*([A-Za-z]+)\s*\}\}/g

/** The phrase with every value that is known; a place whose value isn't stays, to be filled in by hand. */
export const fillPhrase = (text: string, values: Partial<Record<PhraseValue, string>>): string =>
  text.replace(place, (whole, name: string) => values[name as PhraseValue] || whole)

/** What stands where a ticket has no such value yet, for whoever writes: never sent to a customer. */
const toFill = {
  name: { zh: '【姓名】', en: '[name]' },
  number: { zh: '【工单编号】', en: '[ticket number]' },
  product: { zh: '【商品】', en: '[product]' },
  window: { zh: '【上门时间】', en: '[time of the visit]' },
  crew: { zh: '【师傅】', en: '[technician]' },
  colleague: { zh: '【同事】', en: '[colleague]' },
  hotline: { zh: '【热线】', en: '[hotline]' },
  link: { zh: '【链接】', en: '[link]' },
} as const satisfies Record<PhraseValue, { zh: string; en: string }>

/** The places still to be filled in, in words. */
export const sayPlaces = (text: string, locale: Locale): string =>
  text.replace(place, (whole, name: string) => {
    const words = phraseValues.find((value) => value === name)
    return words ? toFill[words][locale === 'en' ? 'en' : 'zh'] : whole
  })

/** Places nobody has filled. */
export const unfilledIn = (text: string): string[] => [
  ...new Set([
    ...[...text.matchAll(place)].map(([, name]) => name ?? ''),
    ...phraseValues.filter((value) =>
      Object.values(toFill[value]).some((words) => text.includes(words)),
    ),
  ]),
]

/** What stands in double braces and is no value of a ticket: a slip of the pen. */
export const unknownIn = (text: string): string[] =>
  unfilledIn(text).filter((name) => !phraseValues.some((value) => value === name))
