import { isOneTypo } from './one-typo.ts'
import { type Part, partsAsked, partsWritten } from './parts-of-text.server.ts'

/** How much it says where a part stands. */
const fieldWeights = { title: 1, also: 0.9, problem: 0.75, cause: 0.5, solution: 0.35 }
export type AnswerPlace = keyof typeof fieldWeights

/** The answers by their parts, in memory: there are hundreds of them. */
export interface AnswerIndex {
  /** Which answers have a part, and how much it says there. */
  places: Map<string, Map<number, number>>
  /** Each word as it is written, by its length, and its part. */
  words: Map<number, Map<string, string>>
  size: number
}

export const emptyIndex = (): AnswerIndex => ({ places: new Map(), words: new Map(), size: 0 })

export function putAnswer(
  index: AnswerIndex,
  id: number,
  texts: readonly (readonly [AnswerPlace, string])[],
): void {
  index.size++
  for (const [place, text] of texts) {
    const { parts, words } = partsWritten(text)
    for (const part of parts) {
      const answers = index.places.get(part) ?? new Map<number, number>()
      answers.set(id, Math.max(answers.get(id) ?? 0, fieldWeights[place]))
      index.places.set(part, answers)
    }
    for (const [word, part] of words) {
      const asLong = index.words.get(word.length) ?? new Map<string, string>()
      index.words.set(word.length, asLong.set(word, part))
    }
  }
}

export function dropAnswer(index: AnswerIndex, id: number): void {
  index.size--
  for (const [part, answers] of index.places) {
    if (answers.delete(id) && answers.size === 0) index.places.delete(part)
  }
}

export interface Fit {
  id: number
  /** How much of what was asked the answer speaks of, the rare parts counting more: 0 to 1. */
  share: number
  /** The same, by where it speaks of it. */
  score: number
  /** How much it speaks of, whatever else was asked. */
  evidence: number
}

/** What nobody wrote of weighs nearly as much as what one answer says; less where it is too short to be looked up wrong. */
const weightOfUnknown = { word: 0.8, shortWord: 0.5 }
/** A word with a letter put right may be another. */
const whenPutRight = 0.6
const shortestWithTypo = 5

/** Every answer that speaks of anything that is asked. */
export function fitsIn(index: AnswerIndex, text: string): Fit[] {
  const fits = new Map<number, Fit>()
  let whole = 0
  for (const { part, weight, factor } of weighed(index, partsAsked(text))) {
    whole += weight
    for (const [id, place] of index.places.get(part) ?? []) {
      const fit = fits.get(id) ?? { id, share: 0, score: 0, evidence: 0 }
      fit.share += weight
      fit.evidence += weight * place * factor
      fits.set(id, fit)
    }
  }
  return [...fits.values()].map((fit) => ({
    ...fit,
    share: fit.share / whole,
    score: fit.evidence / whole,
  }))
}

interface Weighed {
  part: string
  weight: number
  factor: number
}

function weighed(index: AnswerIndex, parts: readonly Part[]): Weighed[] {
  const has = (part: string) => index.places.has(part)
  return parts.flatMap(({ part, weight, firm, typed, within }): Weighed[] => {
    if (within?.some(has) || !(firm || has(part))) return []
    if (has(part)) return [{ part, weight: weight * rarity(index, part), factor: 1 }]
    const meant = typed === undefined ? undefined : wordMeant(index, typed)
    if (meant) return [{ part: meant, weight: weight * rarity(index, meant), factor: whenPutRight }]
    const short = typed !== undefined && typed.length < shortestWithTypo
    return [{ part, weight: weight * weightOfUnknown[short ? 'shortWord' : 'word'], factor: 0 }]
  })
}

/** From 1 for what one answer says to little for what all say. */
const rarity = ({ places, size }: AnswerIndex, part: string) =>
  Math.log(1 + size / places.get(part)!.size) / Math.log(1 + size)

/** The part of the word that one letter makes of what was typed; of several, the one most answers have. */
function wordMeant(index: AnswerIndex, typed: string): string | undefined {
  if (typed.length < shortestWithTypo || /\d/.test(typed)) return undefined
  const near = [-1, 0, 1].flatMap((more) =>
    [...(index.words.get(typed.length + more) ?? [])].filter(([word]) => isOneTypo(typed, word)),
  )
  return near
    .map(([, part]) => ({ part, having: index.places.get(part)?.size ?? 0 }))
    .filter(({ having }) => having > 0)
    .sort((a, b) => b.having - a.having)[0]?.part
}
