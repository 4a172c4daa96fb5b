/** What a word was found in decides its rank: a name or a number, the product or the address, what is wrong, the talk. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** Texts to be found by their words, and the marks (`py:lxl`) that stand for something else. */
export interface Document {
  texts: { text: string; weight: Weight }[]
  marks?: { mark: string; weight: Weight }[]
}

/** One text as everything is compared: compatibility forms folded, small letters, no accents, single blanks. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()

const longestWord = 40
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const isHan = (text: string) => /^\p{Script=Han}/u.test(text)

/**
 * The words of a text: every two neighbouring Chinese characters, the last of a run alone as well so that each
 * character begins a word; and whole words of other scripts.
 */
export function wordsOf(text: string): string[] {
  return (folded(text).match(run) ?? []).flatMap((part) => {
    if (!isHan(part)) return [part.slice(0, longestWord)]
    const characters = [...part]
    return characters.map((character, i) => character + (characters[i + 1] ?? ''))
  })
}

/** A document as the text of a `tsvector`: each word once per weight. */
export function tsvector({ texts, marks = [] }: Document): string {
  const weights = new Map<string, Set<Weight>>()
  const add = (word: string, weight: Weight) =>
    void weights.set(word, (weights.get(word) ?? new Set<Weight>()).add(weight))
  for (const { text, weight } of texts) for (const word of wordsOf(text)) add(word, weight)
  for (const { mark, weight } of marks) add(mark, weight)
  return [...weights]
    .map(
      ([word, of]) =>
        `${quoted(word)}:${[...of]
          .sort()
          .map((weight, i) => `${i + 1}${weight}`)
          .join(',')}`,
    )
    .join(' ')
}

/** What somebody typed, as a condition and as what to check and to mark afterwards. */
export interface Asked {
  /** The text of a `tsquery`; null where nothing was typed that could be found. */
  query: string | null
  /** Chinese phrases that must stand in the text as they were typed: their pairs might stand apart. */
  phrases: string[]
  /** What to highlight. */
  words: string[]
}

/** Reads the box: all that was typed must be there; a Latin word may be the beginning of one, or of a name's pinyin. */
export function asked(typed: string): Asked {
  const parts = folded(typed).match(run) ?? []
  const terms = parts.map((part) => {
    if (isHan(part)) {
      const pairs = wordsOf(part)
      if ([...part].length === 1) return `${quoted(part)}:*`
      return pairs.slice(0, -1).map(quoted).join(' & ')
    }
    const word = part.slice(0, longestWord)
    const ways = [`${quoted(word)}:*`]
    if (/^[a-z]{2,}$/.test(word)) ways.push(`${quoted(`py:${word}`)}:*`)
    if (/^\d{4,}$/.test(word)) ways.push(`${quoted(`ph:${[...word].reverse().join('')}`)}:*`)
    return ways.length > 1 ? `(${ways.join(' | ')})` : ways[0]!
  })
  return {
    query: terms.length > 0 ? terms.join(' & ') : null,
    phrases: parts.filter((part) => isHan(part) && [...part].length > 2),
    words: [...new Set(parts)],
  }
}

const quoted = (word: string) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
