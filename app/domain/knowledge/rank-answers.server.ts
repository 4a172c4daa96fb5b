import { type AnswerIndex, type Fit, fitsIn } from './answer-index.server.ts'

/** What of a published answer decides whether it is offered at all. */
export interface Published {
  id: number
  categories: readonly string[]
  productIds: readonly number[]
}

/** What an answer is looked for by. */
export interface Matter {
  /** In the person's own words. */
  text?: string
  /** The product as it is called. */
  product?: string
  /** The product, where it is known: answers for others alone are left out. */
  productId?: number | null
  category?: string | null
}

/** An answer and how well it fits; below nothing, it is only of the same kind. */
export interface Ranked {
  id: number
  fit: number
}

/** Of a search: so much of it has to be there, or nothing was found. */
const searchFloor = { share: 0.5, score: 0.3 }
/** Of a sentence: so much of it, or so much at all; less where it is of the same kind. */
const sentenceFloor = { share: 0.5, score: 0.35, evidence: 1.2, ofSameKind: 0.6 }
/** What stands beside the best says half of what that says. */
const besideTheBest = 0.45
/** Speaks of something that was asked. */
const nearFloor = { share: 0.2, evidence: 0.25 }
/** From here on it is what was asked for. */
const sureScore = 0.6
const weights = { category: 0.25, product: 0.5, called: 0.4 }

/**
 * Which of the answers offered speak of a matter. A search has those with most of its words, or none. A sentence has
 * those with some of it, and after them what is of the same kind of problem or about the same product.
 */
export function rankAnswers(
  index: AnswerIndex,
  offered: readonly Published[],
  { text = '', product = '', productId = null, category = null }: Matter,
  { search }: { search: boolean },
) {
  const [said, called] = [fitsOf(index, text), fitsOf(index, product)]
  const kindOf = ({ categories, productIds }: Published) =>
    (category !== null && categories.includes(category) ? weights.category : 0) +
    (productId !== null && productIds.includes(productId) ? weights.product : 0)
  const fitting = offered.flatMap((answer) => {
    const fit = said.get(answer.id)
    const kind = kindOf(answer)
    if (!fit || !(search ? isInSearch(fit) : isOfSentence(fit, kind > 0))) return []
    const name = weights.called * (called.get(answer.id)?.evidence ?? 0)
    return [{ id: answer.id, fit: fit.evidence + kind + name, sure: fit.score >= sureScore }]
  })
  const top = Math.max(0, ...fitting.map(({ fit }) => fit))
  const best = fitting.filter(({ fit }) => fit >= top * besideTheBest)
  const there = new Set(best.map(({ id }) => id))
  const ofKind = offered.filter((answer) => !there.has(answer.id) && kindOf(answer) > 0)
  return {
    best: [...best, ...(search ? [] : ofKind.map((one) => ({ id: one.id, fit: kindOf(one) - 1 })))],
    sure: best.some(({ fit, sure }) => fit === top && sure),
    near: offered.flatMap(({ id }): Ranked[] => {
      const fit = said.get(id)
      return fit && isNear(fit) ? [{ id, fit: fit.evidence }] : []
    }),
  }
}

const fitsOf = (index: AnswerIndex, text: string) =>
  new Map(fitsIn(index, text).map((fit) => [fit.id, fit]))

const isInSearch = ({ share, score }: Fit) =>
  share >= searchFloor.share && score >= searchFloor.score

function isOfSentence({ share, score, evidence }: Fit, ofSameKind: boolean): boolean {
  if (share >= sentenceFloor.share && score >= sentenceFloor.score) return true
  return evidence >= (ofSameKind ? sentenceFloor.ofSameKind : sentenceFloor.evidence)
}

const isNear = ({ share, evidence }: Fit) =>
  share >= nearFloor.share && evidence >= nearFloor.evidence
