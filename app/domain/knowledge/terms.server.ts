import { folded } from '#app/domain/search/index.server.ts'

const longestText = 2000
const mostTerms = 40
const longestWord = 40
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** Characters that hold a sentence together; a pair with one of them says nothing of the matter. */
const glue = new Set('的了是我你您他她它们这那就都也又很在有和与把被给吗呢吧啊呀么个一下点些')
const glueWords = new Set(
  'a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my no not of off on one or our out she so some than that the their them then there they this to too up was we were what when where which who why will with would you your'.split(
    ' ',
  ),
)

/**
 * What a sentence may be answered by, each the text of a `tsquery`: every pair of Chinese characters, and the stem of
 * each word of another script. Unlike the search box, which wants all that was typed, an answer may speak of some of it.
 */
export function termsOf(text: string): string[] {
  const parts = folded(text.slice(0, longestText)).match(run) ?? []
  const terms = parts.flatMap((part) =>
    /^\p{Script=Han}/u.test(part) ? pairsOf(part) : stemOf(part),
  )
  return [...new Set(terms)].slice(0, mostTerms)
}

function pairsOf(part: string): string[] {
  const characters = [...part]
  if (characters.length === 1) return glue.has(part) ? [] : [`'${part}':*`]
  return characters.slice(1).flatMap((second, i) => {
    const first = characters[i]!
    return glue.has(first) || glue.has(second) ? [] : [`'${first}${second}'`]
  })
}

/** Without its ending, as the beginning of a word: “drawers”, “wobbling” and “wobbles” find each other. */
function stemOf(part: string): string[] {
  if (glueWords.has(part) || part.length < 2) return []
  const word = part.slice(0, longestWord)
  const stem = word.replace(/(?:ings?|ed|es|s|e|ly)$/, '')
  return [`'${stem.length >= 4 ? stem : word}':*`]
}

/** Said of any matter: in a whole sentence they tell nothing apart. */
const commonplace = new Set(
  '时候 师傅 上门 家里 什么 怎么 可以 没有 已经 现在 因为 如果 还是 不是 今天 昨天 请问 麻烦 联系 电话 问题 东西 之后 以后 以前 开始'
    .split(' ')
    .map((pair) => `'${pair}'`),
)

/** What a whole sentence speaks of. */
export const matterOf = (text: string): string[] =>
  termsOf(text).filter((term) => !commonplace.has(term))
