import { pinyinOf } from './pinyin.server.ts'
import { phoneMarks, tsvector } from './words.ts'

/** What a customer, with those merged into them, can be found by. */
export interface CustomerFacts {
  names: readonly string[]
  phones: readonly string[]
  emails: readonly string[]
  addresses: readonly string[]
  /** What they can be reached by besides, or called. */
  others: readonly string[]
}

export function customerDocument(facts: CustomerFacts): string {
  const { names, phones, emails, addresses, others } = facts
  return tsvector({
    texts: [
      ...[...names, ...emails].map((text) => ({ text, weight: 'A' as const })),
      ...addresses.map((text) => ({ text, weight: 'B' as const })),
      ...others.map((text) => ({ text, weight: 'C' as const })),
    ],
    marks: [
      ...names.flatMap(pinyinOf).map((word) => `py:${word}`),
      ...phones.flatMap(phoneMarks),
    ].map((mark) => ({ mark, weight: 'A' as const })),
  })
}
