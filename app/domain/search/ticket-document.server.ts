import { pinyinOf } from './pinyin.server.ts'
import { linesOf, type Place, type Said } from './places.ts'
import { phoneMarks, tsvector, type Weight } from './words.ts'

/** What a ticket, with those merged into it, can be found by. */
export interface TicketFacts {
  storeId: number | null
  numbers: readonly string[]
  names: readonly string[]
  phones: readonly string[]
  emails: readonly string[]
  orderNumbers: readonly string[]
  /** As the customer calls it, and as we do. */
  products: readonly string[]
  addresses: readonly string[]
  tags: readonly string[]
  descriptions: readonly string[]
  solutions: readonly string[]
  /** The latest first. */
  talk: readonly { place: 'customer' | 'desk' | 'note'; text: string }[]
}

const weights: Record<Place, Weight> = {
  number: 'A',
  name: 'A',
  phone: 'A',
  email: 'A',
  order: 'A',
  product: 'B',
  address: 'B',
  tag: 'B',
  description: 'C',
  solution: 'C',
  customer: 'D',
  desk: 'D',
  note: 'D',
}

/** A row is read whole when it is shown: of a very long conversation the latest is kept. */
const mostTalk = 40_000

export function ticketDocument(facts: TicketFacts): { words: string; text: string } {
  const said: Said[] = [
    ...at('number', facts.numbers),
    ...at('name', facts.names),
    ...at('phone', facts.phones),
    ...at('email', facts.emails),
    ...at('order', facts.orderNumbers),
    ...at('product', facts.products),
    ...at('address', facts.addresses),
    ...at('tag', facts.tags),
    ...at('description', facts.descriptions),
    ...at('solution', facts.solutions),
    ...latest(facts.talk),
  ]
  const marks = [
    ...facts.numbers.flatMap(spellings),
    ...facts.names.flatMap(pinyinOf).map((word) => `py:${word}`),
    ...facts.phones.flatMap(phoneMarks),
  ].map((mark) => ({ mark, weight: 'A' as const }))
  const words = tsvector({
    texts: said
      .filter(({ place }) => place !== 'phone')
      .map(({ place, text }) => ({ text, weight: weights[place] })),
    marks: [...marks, ...storeMark(facts.storeId)],
  })
  return { words, text: linesOf(said) }
}

/** A ticket's number without its letter, with and without its check digit. */
function spellings(number: string): string[] {
  const [serial = '', check = ''] = number.slice(1).split('-')
  return [serial, serial + check]
}

/** So that a store's search walks its own tickets and not everybody's. */
const storeMark = (storeId: number | null) =>
  storeId === null ? [] : [{ mark: markOfStore(storeId), weight: 'D' as const }]
export const markOfStore = (storeId: number) => `st:${storeId}`

const at = (place: Place, texts: readonly string[]): Said[] =>
  [...new Set(texts)].filter(Boolean).map((text) => ({ place, text }))

function latest(talk: TicketFacts['talk']): Said[] {
  let left = mostTalk
  return talk.filter(({ text }) => (left -= text.length) > 0)
}
