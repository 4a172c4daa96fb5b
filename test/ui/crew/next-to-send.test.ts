import { describe, expect, test } from 'vitest'
import type { EntryKind } from '#db/vocabulary/work.ts'
import type { Entry } from '#app/routes/crew/kept/entry.ts'
import {
  isAside,
  isStuck,
  restWithout,
  tomorrow,
  toSend,
} from '#app/routes/crew/kept/next-to-send.ts'

const now = new Date(2026, 2, 10, 15, 0)
const me = 'me'

const entry = (order: number, kind: EntryKind, visitId: number, facts: Partial<Entry> = {}) => ({
  ...{ order, kind, visitId, by: me, state: 'waiting' as const },
  ...facts,
})
const aside = { failures: 8, asideUntil: tomorrow(now) }
const ordersOf = (entries: { order: number }[]) => entries.map(({ order }) => order)

describe('VS-6 an entry that the server fails on', () => {
  test('is stuck after eight times, and not while it is set aside', () => {
    expect(isStuck(entry(1, 'step', 1), now)).toBe(false)
    expect(isStuck(entry(1, 'step', 1, { failures: 7 }), now)).toBe(false)
    expect(isStuck(entry(1, 'step', 1, { failures: 8 }), now)).toBe(true)
    expect(isStuck(entry(1, 'step', 1, aside), now)).toBe(false)
  })

  test('is set aside until the next day of the phone', () => {
    const set = entry(1, 'step', 1, aside)
    expect(isAside(set, new Date(2026, 2, 10, 23, 59, 59))).toBe(true)
    const next = new Date(2026, 2, 11)
    expect(isAside(set, next)).toBe(false)
    expect(isStuck(set, next)).toBe(true)
    expect(ordersOf(toSend([set], me, next))).toEqual([1])
  })

  test('set aside, it lets the other stops go on; what builds on it waits with it', () => {
    const entries = [
      entry(1, 'step', 1),
      entry(2, 'check', 1, aside),
      entry(3, 'finish', 1),
      entry(4, 'step', 2),
      entry(5, 'step', 2, { by: 'somebody' }),
      entry(6, 'step', 2, { state: 'sent' }),
    ]
    expect(ordersOf(toSend(entries, me, now))).toEqual([1, 4])
  })

  test('a photo holds nothing back, not even at its own stop', () => {
    const entries = [entry(1, 'photo', 1, aside), entry(2, 'finish', 1), entry(3, 'step', 2)]
    expect(ordersOf(toSend(entries, me, now))).toEqual([2, 3])
  })

  test('what would go first is known before', () => {
    const stuck = entry(1, 'step', 1, { failures: 8 })
    const rest = (entries: (typeof stuck)[]) =>
      ordersOf(restWithout([stuck, ...entries], stuck, { me, now }))
    expect(rest([entry(2, 'step', 1) as typeof stuck])).toEqual([])
    expect(
      rest([entry(2, 'step', 1) as typeof stuck, entry(3, 'step', 2) as typeof stuck]),
    ).toEqual([3])
  })
})
