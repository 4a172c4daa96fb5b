import { pinyin } from 'pinyin-pro'
import { type Mark, marksIn } from './highlight.ts'

/**
 * How a Chinese name may be typed in Latin letters: whole and by its initials, from its first character or from the
 * given name on, with the surname's own reading (曾 as zeng) and the everyday one. ü is typed as v or as u.
 */
export function pinyinOf(name: string): string[] {
  const readings = name
    .match(/\p{Script=Han}+/gu)
    ?.filter((part) => [...part].length <= 12)
    .flatMap((part) => [
      pinyin(part, { toneType: 'none', type: 'array', v: true, surname: 'head' }),
      pinyin(part, { toneType: 'none', type: 'array', v: true }),
    ])
  const spelt = (readings ?? []).flatMap((syllables) => [
    ...spellings(syllables),
    ...(syllables.length > 1 ? spellings(syllables.slice(1)) : []),
  ])
  return [...new Set(spelt.flatMap((word) => [word, word.replaceAll('v', 'u')]))].filter((word) =>
    /^[a-z]{2,40}$/.test(word),
  )
}

/** Where in a name what was typed stands: in its characters, or the whole of it where its pinyin begins so. */
export function marksInName(name: string, words: readonly string[]): Mark[] {
  const marks = marksIn(name, words)
  const spelt = words.filter((word) => /^[a-z]{2,}$/.test(word))
  if (marks.length > 0 || spelt.length === 0) return marks
  const ways = pinyinOf(name)
  return spelt.some((word) => ways.some((way) => way.startsWith(word))) ? [[0, name.length]] : []
}

const spellings = (syllables: readonly string[]) => [
  syllables.join(''),
  syllables.map((syllable) => syllable.slice(0, 1)).join(''),
]
