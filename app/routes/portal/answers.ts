import type { Translate } from '#app/i18n/keys.ts'

/** The public answers, the most asked first. */
const answerKeys = [
  'deliver',
  'door',
  'change',
  'when',
  'danger',
  'drawer',
  'loose',
  'photos',
  'cost',
  'number',
  'sign',
] as const

export interface Answer {
  question: string
  answer: string
}

export const allAnswers = (t: Translate): Answer[] =>
  answerKeys.map((key) => ({
    question: t(`home:answers.${key}.question`),
    answer: t(`home:answers.${key}.answer`),
  }))

/** The answers that speak of what is asked, best first: words as typed, Chinese by pairs of characters. */
export function findAnswers(answers: Answer[], query: string): Answer[] {
  const terms = termsOf(query)
  if (terms.length === 0) return answers
  const scored = answers.map((answer) => {
    const question = answer.question.toLowerCase()
    const text = `${question}\n${answer.answer.toLowerCase()}`
    const hits = terms.filter((term) => text.includes(term)).length
    const inQuestion = terms.filter((term) => question.includes(term)).length
    return { answer, share: hits / terms.length, score: hits + inQuestion }
  })
  return scored
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.score - a.score)
    .map(({ answer }) => answer)
}

function termsOf(query: string): string[] {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, 200)
    .split(/[\s\p{P}\p{S}]+/u)
  return words.filter(Boolean).flatMap((word) => {
    if (!/\p{Script=Han}/u.test(word)) return [word]
    const characters = [...word]
    if (characters.length < 3) return [word]
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
  })
}
