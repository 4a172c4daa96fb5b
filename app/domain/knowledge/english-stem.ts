/** What no ending tells: each to the word it comes from. */
const irregular = new Map(
  `swollen:swell torn:tear tore:tear broken:break broke:break bent:bend worn:wear wore:wear fallen:fall fell:fall
  stuck:stick lost:lose shook:shake shaken:shake burnt:burn feet:foot shelves:shelf halves:half knives:knife`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** The longer before those they end with. */
const endings = 'iness ingly edly ness ings ing ied ies ed es ly y e s'.split(' ')
const vowel = /[aeiouy]/
const shortest = 3

/**
 * What the forms of an English word have in common: “squeaking”, “squeaks” and “squeaky”; “hinge” and “hinges”. Asked
 * and written words are cut alike, so it needs to be no word itself.
 */
export function englishStem(word: string): string {
  const from = irregular.get(word) ?? word
  const ending = endings.find((one) => mayGo(from, one))
  const stem = ending ? from.slice(0, -ending.length) : from
  // “fitting” and “fit”, “swelling” and “swell”.
  return stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1')
}

function mayGo(word: string, ending: string): boolean {
  if (!word.endsWith(ending) || (ending === 's' && word.endsWith('ss'))) return false
  const rest = word.slice(0, -ending.length)
  return rest.length >= shortest && vowel.test(rest)
}
