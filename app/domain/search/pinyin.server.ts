import { pinyin } from 'pinyin-pro'

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

const spellings = (syllables: readonly string[]) => [
  syllables.join(''),
  syllables.map((syllable) => syllable.slice(0, 1)).join(''),
]
