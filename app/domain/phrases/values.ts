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

/** Places nobody has filled. */
export const unfilledIn = (text: string): string[] => [
  ...new Set([...text.matchAll(place)].map(([, name]) => name ?? '')),
]

/** What stands in double braces and is no value of a ticket: a slip of the pen. */
export const unknownIn = (text: string): string[] =>
  unfilledIn(text).filter((name) => !phraseValues.some((value) => value === name))
