import { Temporal } from 'temporal-polyfill'
import { type Remedy, remedies as allRemedies, type ReturnReason } from '#db/vocabulary/returns.ts'
import type { JudgedTerm } from '#db/schema/returns.ts'

/** Something under which goods are covered, counted from their delivery in days or in full months. */
export interface Term {
  nameZh: string
  nameEn: string
  reasons: readonly ReturnReason[]
  /** What it entitles to. */
  remedies: readonly Remedy[]
  days: number | null
  months: number | null
  /** Only while it is not unpacked. */
  unopened: boolean
}

export interface TermFacts {
  reason: ReturnReason
  /** Civil dates. */
  deliveredOn: string | null
  today: string
  /** Null while nobody asked. */
  unpacked: boolean | null
  misused: boolean | null
}

/** Why a term is judged as it is. */
export type TermReason =
  'within' | 'overSince' | 'unpacked' | 'misused' | 'unpackedUnknown' | 'deliveryUnknown'

/** A term as it was judged, with what it entitles to. */
export interface TermVerdict extends JudgedTerm {
  why: TermReason
  remedies: Remedy[]
}

const order: Record<JudgedTerm['verdict'], number> = { applies: 0, unknown: 1, not_met: 2, over: 3 }

/** RX-2: which terms cover this reason on a civil day, and why or why not; those that apply come first. */
export function judgeTerms(terms: readonly Term[], facts: TermFacts): TermVerdict[] {
  return terms
    .filter(({ reasons }) => reasons.includes(facts.reason))
    .map((term) => judge(term, facts))
    .sort((one, other) => order[one.verdict] - order[other.verdict])
}

function judge(term: Term, { deliveredOn, today, unpacked, misused }: TermFacts): TermVerdict {
  const until = deliveredOn === null ? null : lastDayOf(term, deliveredOn)
  const said = (verdict: JudgedTerm['verdict'], why: TermReason): TermVerdict => ({
    nameZh: term.nameZh,
    nameEn: term.nameEn,
    until,
    verdict,
    why,
    remedies: [...term.remedies],
  })
  if (until !== null && until < today) return said('over', 'overSince')
  // Who handled it wrongly has no claim for its quality.
  if (misused && term.reasons.includes('defect')) return said('not_met', 'misused')
  if (term.unopened && unpacked) return said('not_met', 'unpacked')
  if (until === null) return said('unknown', 'deliveryUnknown')
  if (term.unopened && unpacked === null) return said('unknown', 'unpackedUnknown')
  return said('applies', 'within')
}

/** The day of delivery doesn't count; the last day does. */
function lastDayOf({ days, months }: Term, deliveredOn: string): string {
  return Temporal.PlainDate.from(deliveredOn)
    .add(months === null ? { days: days ?? 0 } : { months })
    .toString()
}

/** The product's own warranty: a defect is repaired or its part replaced. */
export const warrantyTerm = (months: number): Term => ({
  nameZh: `产品保修 ${months} 个月`,
  nameEn: `Product warranty, ${months} months`,
  reasons: ['defect'],
  remedies: ['repair', 'part'],
  days: null,
  months,
  unopened: false,
})

/**
 * RX-1, RX-2: what usually happens for this reason: its default where a term that applies grants it, else the first
 * that is granted, money last; `null` where none applies.
 */
export function usualRemedy(
  reason: ReturnReason,
  judged: readonly Pick<TermVerdict, 'verdict' | 'remedies'>[],
  defaults: Partial<Record<ReturnReason, { remedy: Remedy }>>,
): Remedy | null {
  const granted = judged
    .filter(({ verdict }) => verdict === 'applies')
    .flatMap(({ remedies }) => remedies)
  const usual = defaults[reason]?.remedy
  if (usual && granted.includes(usual)) return usual
  // In the order of the vocabulary an exchange comes first and a refund last.
  return allRemedies.find((remedy) => granted.includes(remedy)) ?? null
}
