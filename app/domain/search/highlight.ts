import { folded } from './words.ts'

/** From where to where, in characters of the text as it stands. */
export type Mark = [start: number, end: number]

/** Where in a text the words stand that were asked for: Chinese anywhere, others where a word begins. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  const { plain, at } = foldedWithPlaces(text)
  const marks = words.flatMap((word) => {
    const found: Mark[] = []
    for (let from = plain.indexOf(word); from >= 0 && word; from = plain.indexOf(word, from + 1)) {
      if (begins(plain, from, word)) found.push([at[from]!, at[from + word.length]!])
    }
    return found
  })
  return merged(text, marks)
}

const letter = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u

/** A Latin word is found by its beginning; digits also by their end. */
function begins(plain: string, from: number, word: string): boolean {
  if (han.test(word)) return true
  const before = plain.slice(0, from).slice(-1)
  if (!letter.test(before) || han.test(before)) return true
  return /^\d{4,}$/.test(word) && /\d/.test(before) && !/^\d/.test(plain.slice(from + word.length))
}

/** The folded text, and for each place in it where that stands in the text. */
function foldedWithPlaces(text: string): { plain: string; at: number[] } {
  let plain = ''
  const at: number[] = []
  let place = 0
  for (const character of text) {
    const part = /\s/u.test(character) ? ' ' : folded(character)
    for (let i = 0; i < part.length; i++) at.push(place)
    plain += part
    place += character.length
  }
  return { plain, at: [...at, place] }
}

/** In order, those that touch or have only blanks between them as one. */
function merged(text: string, marks: readonly Mark[]): Mark[] {
  const result: Mark[] = []
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && text.slice(last[1], start).trim() === '') last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

export interface Excerpt {
  text: string
  marks: Mark[]
}

const before = 24
const longest = 120

/** The part of a text around the first word found, or null where none stands in it. */
export function excerptOf(text: string, words: readonly string[]): Excerpt | null {
  const marks = marksIn(text, words)
  const first = marks[0]
  if (!first) return null
  const from = first[0] <= before ? 0 : beginningNear(text, first[0] - before)
  const to = Math.min(text.length, from + longest)
  const lead = from > 0 ? '…' : ''
  return {
    text: lead + text.slice(from, to).trimEnd() + (to < text.length ? '…' : ''),
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start - from + lead.length, end - from + lead.length]),
  }
}

/** Not within a word where a blank is near, never within a pair of code units. */
function beginningNear(text: string, place: number): number {
  const blank = text.indexOf(' ', place)
  if (blank >= 0 && blank < place + before / 2) return blank + 1
  return /[\uDC00-\uDFFF]/.test(text.charAt(place)) ? place + 1 : place
}
