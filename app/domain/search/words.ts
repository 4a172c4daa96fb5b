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
/** Words joined by hyphens, points or slashes: `SF-2080`, `R100042-7`. */
const joined =
  /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[\p{Pd}./_](?:(?!\p{Script=Han})[\p{L}\p{N}])+)+/gu
const isHan = (text: string) => /^\p{Script=Han}/u.test(text)

const runsOf = (text: string): string[] => text.match(run) ?? []
const closedUp = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, longestWord)

/**
 * The words of a text: every two neighbouring Chinese characters, the last of a run alone as well so that each
 * character begins a word; whole words of other scripts, and what hyphens join also as one.
 */
export function wordsOf(text: string): string[] {
  const plain = folded(text)
  const runs = runsOf(plain).flatMap((part) =>
    isHan(part) ? pairsOf(part) : [part.slice(0, longestWord)],
  )
  return [...runs, ...(plain.match(joined) ?? []).map(closedUp)]
}

function pairsOf(part: string): string[] {
  const characters = [...part]
  return characters.map((character, i) => character + (characters[i + 1] ?? ''))
}

/** A telephone number's marks: by its last digits, and by its first ones with or without the country's code. */
export function phoneMarks(phone: string): string[] {
  const digits = phone.replace(/\D+/g, '')
  if (digits.length < 4) return []
  return [
    `ph:${reversed(digits)}`,
    digits.slice(0, longestWord),
    ...(digits.startsWith('86') ? [digits.slice(2, longestWord)] : []),
  ]
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
  /** The same for what stands in places of these weights only: `queryIn('AB')`. */
  queryIn: (weights: string) => string
  /** Chinese phrases that must stand in the text as they were typed: their pairs might stand apart. */
  phrases: string[]
  /** What to highlight. */
  words: string[]
}

/** A word, or the beginning of one; or several of which all or any must be there. */
type Term = { word: string; beginning?: boolean } | { all: Term[] } | { any: Term[] }

const mostTerms = 12

/** What of the box is lit where it is found. */
export const wordsAsked = (typed: string): string[] => asked(typed).words

/**
 * Reads the box: all that was typed must be there; a Latin word may be the beginning of one, or of a name's pinyin;
 * digits may be a telephone number's last ones, in any spelling.
 */
export function asked(typed: string): Asked {
  const chunks = chunksOf(folded(typed).slice(0, 200)).slice(0, mostTerms)
  const terms = chunks.flatMap(termsOf)
  const queryIn = (weights: string) => terms.map((term) => written(term, weights)).join(' & ')
  const words = chunks.flatMap((chunk) => runsOf(chunk))
  return {
    query: terms.length > 0 ? queryIn('') : null,
    queryIn,
    phrases: words.filter((word) => isHan(word) && [...word].length > 2),
    words: [...new Set([...words, ...chunks.filter(isDigits).map(closedUp)])],
  }
}

const telephone = /(?<![\p{L}\p{N}\p{Pd}./_])\+?\d[\d ().\p{Pd}]{5,24}\d/gu
const isDigits = (chunk: string) => /^[+\d ().\p{Pd}]+$/u.test(chunk) && /\d/.test(chunk)

/** What blanks separate, but for the groups of a telephone number. */
function chunksOf(plain: string): string[] {
  const found: string[] = []
  const rest = plain.replace(telephone, (number) => {
    found.push(number)
    return ' '
  })
  return [...rest.split(' '), ...found].filter((chunk) => runsOf(chunk).length > 0)
}

function termsOf(chunk: string): Term[] {
  // With its letter and its check digit it is a ticket's number and nothing else.
  if (/^r\d{6,15}\p{Pd}\d$/u.test(chunk)) return [{ word: closedUp(chunk) }]
  const runs = runsOf(chunk)
  const apart = runs.map(termOf)
  if (runs.length < 2 || runs.some(isHan)) return apart
  // Joined by signs: the words apart, or closed up to one.
  return [{ any: [{ all: apart }, ...waysOf(closedUp(chunk))] }]
}

function termOf(part: string): Term {
  if (!isHan(part)) return { any: waysOf(part.slice(0, longestWord)) }
  const pairs = pairsOf(part)
  if (pairs.length === 1) return { word: part, beginning: true }
  return { all: pairs.slice(0, -1).map((word) => ({ word })) }
}

/** As a word that begins so, as a name's pinyin, as the end of a telephone number. */
function waysOf(word: string): Term[] {
  const ways = [word]
  if (/^[a-z]{2,}$/.test(word)) ways.push(`py:${word}`)
  if (/^\d{4,}$/.test(word)) {
    ways.push(`ph:${reversed(word)}`)
    // As it is dialled within the country, or from abroad.
    if (/^0\d{6}/.test(word)) ways.push(`ph:${reversed(word.replace(/^0+/, ''))}`)
  }
  return ways.map((way) => ({ word: way, beginning: true }))
}

function written(term: Term, weights: string): string {
  if ('word' in term) {
    const labels = `${term.beginning ? '*' : ''}${weights}`
    return quoted(term.word) + (labels && `:${labels}`)
  }
  const [terms, sign] = 'all' in term ? [term.all, ' & '] : [term.any, ' | ']
  const parts = terms.map((one) => written(one, weights))
  return parts.length === 1 ? parts[0]! : `(${parts.join(sign)})`
}

const reversed = (text: string) => [...text].reverse().join('')
const quoted = (word: string) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
