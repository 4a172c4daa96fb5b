import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestGap } from '#app/domain/visits/best-gap.server.ts'
import { at } from './scene.ts'

const span = (from: string, to: string) => ({ start: at(from), end: at(to) })
const working = [span('08:00', '18:00')]
const noWays = { to: [0, 0, 0, 0], onward: [0, 0, 0, 0], instead: [0, 0, 0, 0] }

describe('DS-1 the best place in a crew’s day', () => {
  test('is the one with the least way round, with time for the ways', () => {
    const gap = bestGap({
      ahead: span('09:00', '17:00'),
      minutes: 60,
      working,
      taken: [span('10:30', '11:30'), span('14:00', '15:00')],
      ways: { to: [30, 10, 40], onward: [30, 10, null], instead: [5, 15, 0] },
    })
    expect(gap).toEqual({ ...span('11:40', '12:40'), way: 10, detour: 5, short: 0 })
  })

  test('a gap too short for the ways is offered only when there is no better, saying what is missing', () => {
    const gap = bestGap({
      ahead: span('11:30', '12:30'),
      minutes: 60,
      working,
      taken: [span('10:30', '11:30'), span('12:45', '13:45')],
      ways: { to: [30, 20, 0], onward: [30, 20, null], instead: [5, 15, 0] },
    })
    // A quarter of an hour is there for two ways of twenty minutes.
    expect(gap).toMatchObject({ detour: 25, short: 25 })
  })

  test('there is none outside the shift, or where it would overlap', () => {
    const asked = { ahead: span('17:30', '19:30'), minutes: 60, ways: noWays }
    expect(bestGap({ ...asked, working, taken: [] })).toBeNull()
    expect(
      bestGap({
        ahead: span('09:00', '10:00'),
        minutes: 60,
        working,
        taken: [span('08:00', '09:30'), span('10:15', '12:00')],
        ways: noWays,
      }),
    ).toBeNull()
  })

  test('whatever the day, it overlaps nothing, lies in the shift and begins in the window', () => {
    const minutes = (n: number) => new Date(at('08:00').getTime() + n * 60_000)
    const day = fc
      .uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 8 })
      .map((slots) =>
        slots.sort((a, b) => a - b).map((slot) => [slot * 30, slot * 30 + 25] as const),
      )
    const ways = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), {
      minLength: 9,
      maxLength: 9,
    })
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 5, max: 180 }),
        fc.integer({ min: 0, max: 500 }),
        ways,
        ways,
        (busy, length, from, to, onward) => {
          const taken = busy.map(([start, end]) => ({ start: minutes(start), end: minutes(end) }))
          const ahead = { start: minutes(from), end: minutes(from + 120) }
          const gap = bestGap({
            ahead,
            minutes: length,
            working,
            taken,
            ways: { to, onward, instead: to },
          })
          if (!gap) return
          expect(gap.start >= ahead.start && gap.start < ahead.end).toBe(true)
          expect(gap.start >= working[0]!.start && gap.end <= working[0]!.end).toBe(true)
          expect(gap.start.getTime() % 300_000).toBe(0)
          expect(taken.some((one) => one.start < gap.end && gap.start < one.end)).toBe(false)
          expect(gap.short).toBeGreaterThanOrEqual(0)
        },
      ),
      { endOnFailure: true },
    )
  })
})
