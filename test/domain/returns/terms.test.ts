import { describe, expect, test } from 'vitest'
import { judgeTerms, type Term, usualRemedy, warrantyTerm } from '#app/domain/returns/terms.ts'

const week: Term = {
  nameZh: '七天无理由',
  nameEn: 'Seven days',
  reasons: ['no_fit', 'changed_mind'],
  remedies: ['refund', 'exchange'],
  days: 7,
  months: null,
  unopened: true,
}
const year: Term = {
  nameZh: '一年包换',
  nameEn: 'One year',
  reasons: ['defect'],
  remedies: ['exchange', 'part', 'repair'],
  days: null,
  months: 12,
  unopened: false,
}
const facts = {
  reason: 'changed_mind',
  deliveredOn: '2026-03-03',
  today: '2026-03-10',
  unpacked: false,
  misused: null,
} as const

const judged = (terms: Term[], more: Partial<Parameters<typeof judgeTerms>[1]> = {}) =>
  judgeTerms(terms, { ...facts, ...more }).map(({ nameEn, verdict, why, until }) => ({
    nameEn,
    verdict,
    why,
    until,
  }))

describe('RX-2 terms', () => {
  test.each([
    ['2026-03-03', 'applies'],
    ['2026-03-10', 'applies'],
    ['2026-03-11', 'over'],
  ])('RX-2 seven days from the delivery on 3 March, on %s: %s', (today, verdict) => {
    expect(judged([week], { today })).toMatchObject([{ verdict, until: '2026-03-10' }])
  })

  test.each([
    ['2026-02-28', '2026-02-28', 'applies'],
    ['2026-02-28', '2026-03-01', 'over'],
  ])('RX-2 twelve months from a 29 February end on %s; on %s: %s', (until, today, verdict) => {
    const more = { reason: 'defect', deliveredOn: '2025-02-28', today } as const
    expect(judged([year], more)).toMatchObject([{ verdict, until }])
    expect(judged([year], { ...more, deliveredOn: '2024-02-29', today: '2025-02-28' })).toEqual([
      { nameEn: 'One year', verdict: 'applies', why: 'within', until: '2025-02-28' },
    ])
  })

  test('RX-2 a term for another reason is left out', () => {
    expect(judged([week, year], { reason: 'defect' })).toMatchObject([{ nameEn: 'One year' }])
  })

  test.each([
    [true, 'not_met', 'unpacked'],
    [null, 'unknown', 'unpackedUnknown'],
    [false, 'applies', 'within'],
  ] as const)('RX-2 only while it is not unpacked; unpacked %s: %s', (unpacked, verdict, why) => {
    expect(judged([week], { unpacked })).toMatchObject([{ verdict, why }])
  })

  test('RX-2 without a date of delivery nobody knows', () => {
    expect(judged([week], { deliveredOn: null })).toMatchObject([
      { verdict: 'unknown', why: 'deliveryUnknown', until: null },
    ])
    expect(judged([week], { deliveredOn: null, unpacked: true })).toMatchObject([
      { verdict: 'not_met', why: 'unpacked' },
    ])
  })

  test('RX-2 misuse takes the claim for quality, not the others', () => {
    const terms = [year, warrantyTerm(24)]
    expect(judged(terms, { reason: 'defect', misused: true })).toMatchObject([
      { verdict: 'not_met', why: 'misused' },
      { verdict: 'not_met', why: 'misused' },
    ])
    expect(judged([week], { misused: true })).toMatchObject([{ verdict: 'applies' }])
  })

  test('RX-2 what applies stands first, what is over last', () => {
    const more = { reason: 'defect', deliveredOn: '2025-01-10' } as const
    expect(judged([year, warrantyTerm(24)], more).map(({ verdict }) => verdict)).toEqual([
      'applies',
      'over',
    ])
  })
})

describe('RX-2 what usually happens', () => {
  const defaults = { defect: { remedy: 'exchange' }, changed_mind: { remedy: 'repair' } } as const
  const of = (reason: 'defect' | 'changed_mind', terms: Term[], today = '2026-03-10') =>
    usualRemedy(reason, judgeTerms(terms, { ...facts, reason, today }), defaults)

  test('RX-1 the default of the reason where a term grants it', () => {
    expect(of('defect', [year])).toBe('exchange')
  })

  test('RX-2 else an exchange rather than a return', () => {
    expect(of('changed_mind', [week])).toBe('exchange')
  })

  test('RX-2 past the year the warranty repairs', () => {
    expect(of('defect', [year, warrantyTerm(24)], '2027-06-01')).toBe('repair')
  })

  test('RX-2 nothing where no term applies', () => {
    expect(of('changed_mind', [week], '2026-04-01')).toBeNull()
  })
})
