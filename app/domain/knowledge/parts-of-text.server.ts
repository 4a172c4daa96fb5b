import { folded } from '#app/domain/search/index.server.ts'
import { englishStem } from './english-stem.ts'

/** What carries some of a text's meaning: two Chinese characters or one, or an English word without its ending. */
export interface Part {
  part: string
  weight: number
  /** Counts against an answer that lacks it, even where no answer has it. */
  firm: boolean
  /** A word as it was typed, which may have a letter wrong. */
  typed?: string
  /** The pairs a character stands in: where one of them is known, it says nothing more by itself. */
  within?: string[]
}

const longestText = 2000
const mostParts = 60
const longestWord = 40
const weightOfOne = 0.5
const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
const isHan = (text: string) => /^\p{Script=Han}/u.test(text)
const runsOf = (text: string): string[] => folded(text).match(run) ?? []
const setOf = (words: string) => new Set(words.split(/\s+/))

/** Characters that hold a sentence together. */
const glue = new Set(
  '的了是我你您他她它们这那就都也又很在有和与把被给吗呢吧啊呀么嘛哦啦个点些还没会要能想让',
)
/** These say something only together with another. */
const soft = new Set('不一来去上下里外前后中大小多少好做到得着过用办家')
/** Said of any matter: in a sentence they tell nothing apart. */
const commonplace = setOf(
  '时候 师傅 上门 家里 什么 怎么 怎么办 怎样 如何 为什么 可以 没有 已经 现在 因为 如果 还是 不是 今天 昨天 明天 请问 ' +
    '麻烦 联系 电话 问题 东西 之后 以后 以前 开始 一下 一直 一点 有点 有些 这个 那个 我们 你们 自己 能不能 是不是 ' +
    '不太 喜欢 出来 起来 下来 下去 上去 进去 出去 过来 到底 突然 感觉 觉得 好像 非常 特别 然后 但是 所以 知道 应该 ' +
    '需要 处理 解决',
)
const glueWords = setOf(
  'a about again all already also am an and any anything are as at be because been but by came can cannot could day ' +
    'days did do does doing don doesn didn isn aren won for from get gets getting go goes going got had has have having ' +
    'he her here him his how i if in into is it its just keep keeps know like ll make me my new no not now of off on ' +
    'one only or our out over please problem quite re really she should since so some something still such than that ' +
    'the their them then there they thing things think this to today too up us ve very want was we week weeks were ' +
    'what when where which while who why will with would year years yesterday you your',
)
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The parts of what stands in an answer, and which of them its words of other scripts are. */
export function partsWritten(text: string): { parts: Set<string>; words: Map<string, string> } {
  const [parts, words] = [new Set<string>(), new Map<string, string>()]
  for (const one of runsOf(text)) {
    if (!isHan(one)) {
      const word = one.slice(0, longestWord)
      if (!glueWords.has(word)) words.set(word, englishStem(word))
      continue
    }
    const characters = [...one]
    characters.forEach((character, i) => {
      parts.add(character)
      if (i > 0) parts.add(characters[i - 1]! + character)
    })
  }
  for (const part of words.values()) parts.add(part)
  return { parts, words }
}

/** The parts of what somebody asks, without what is said of any matter. */
export function partsAsked(text: string): Part[] {
  const parts = new Map<string, Part>()
  const runs = runsOf(text.slice(0, longestText))
  for (const part of runs.flatMap((one) => (isHan(one) ? partsOfChinese(one) : partsOfWord(one)))) {
    if (!parts.get(part.part)?.firm) parts.set(part.part, part)
  }
  return [...parts.values()].slice(0, mostParts)
}

function partsOfWord(word: string): Part[] {
  const typed = word.slice(0, longestWord)
  if (glueWords.has(typed) || typed.length < 2) return []
  return [{ part: englishStem(typed), weight: 1, firm: true, typed }]
}

/** A character of a run, and the word it belongs to. */
interface Character {
  character: string
  word: number
  commonplace: boolean
}

/**
 * Every pair, of which those within a word are firm: two characters of different words count only where an answer has
 * them beside each other. A character is asked for alone where no pair of its word says anything.
 */
function partsOfChinese(text: string): Part[] {
  const characters = wordsIn(text).flatMap((segment, word): Character[] =>
    [...segment].map((character) => ({ character, word, commonplace: commonplace.has(segment) })),
  )
  const isOneWord = (a?: Character, b?: Character) => a !== undefined && a.word === b?.word
  const firmPair = (a?: Character, b?: Character) =>
    isOneWord(a, b) && [a!, b!].every(({ character }) => saysSomething(character))
  return characters.flatMap((here, i) => {
    const [before, next] = [characters[i - 1], characters[i + 1]]
    const said: Part[] = []
    const idle = here.commonplace && isOneWord(here, next)
    if (next && !idle && ![here, next].some(({ character }) => glue.has(character)))
      said.push({ part: here.character + next.character, weight: 1, firm: firmPair(here, next) })
    const alone = !firmPair(before, here) && !firmPair(here, next)
    if (alone && !here.commonplace && saysSomething(here.character))
      said.push({
        part: here.character,
        weight: weightOfOne,
        firm: true,
        within: [
          ...(before ? [before.character + here.character] : []),
          ...(next ? [here.character + next.character] : []),
        ],
      })
    return said
  })
}

/** Two characters by themselves are meant as one word. */
const wordsIn = (text: string): string[] =>
  [...text].length <= 2 ? [text] : [...segmenter.segment(text)].map(({ segment }) => segment)

const saysSomething = (character: string) => !glue.has(character) && !soft.has(character)
