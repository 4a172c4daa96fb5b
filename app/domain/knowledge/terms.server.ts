import { partsAsked } from './parts-of-text.server.ts'

const mostTerms = 40

/** What the list of all answers is searched by, drafts too: each the text of a `tsquery`, all of which are wanted. */
export const termsOf = (text: string): string[] =>
  partsAsked(text)
    .filter(({ firm }) => firm)
    .slice(0, mostTerms)
    .map(({ part, typed }) => {
      if (typed && !typed.startsWith(part)) return `'${part}':* | '${typed}':*`
      return typed || [...part].length === 1 ? `'${part}':*` : `'${part}'`
    })
