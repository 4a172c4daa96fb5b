import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliestStart } from '#app/domain/visits/earliest-start.ts'

const minute = 60_000
const from = new Date('2026-03-10T00:00:00Z').getTime()
const span = (start: number, end: number) => ({
  start: new Date(from + start * minute),
  end: new Date(from + end * minute),
})

describe('the earliest start', () => {
  test('is the window’s beginning when nothing is in the way', () => {
    expect(earliestStart(span(60, 120), 30, [span(0, 600)], [])).toEqual(span(60, 60).start)
  })

  test('may touch what is planned before and after', () => {
    const planned = [span(0, 60), span(90, 600)]
    expect(earliestStart(span(0, 120), 30, [span(0, 600)], planned)).toEqual(span(60, 60).start)
    expect(earliestStart(span(0, 120), 31, [span(0, 600)], planned)).toBeNull()
  })

  test('the whole work lies in one shift, not its beginning alone', () => {
    const shifts = [span(0, 100), span(130, 300)]
    expect(earliestStart(span(60, 120), 60, shifts, [])).toBeNull()
    expect(earliestStart(span(60, 140), 60, shifts, [])).toEqual(span(130, 130).start)
  })

  test('finds a start exactly when there is one, and the earliest', () => {
    const spans = fc
      .tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => span(start * 5, (start + length) * 5))
    fc.assert(
      fc.property(
        spans,
        fc.integer({ min: 1, max: 12 }).map((fives) => fives * 5),
        fc.array(spans, { maxLength: 3 }),
        fc.array(spans, { maxLength: 6 }),
        (window, minutes, working, planned) => {
          const fits = (start: number) => {
            const end = start + minutes * minute
            return (
              working.some((one) => +one.start <= start && end <= +one.end) &&
              planned.every((one) => end <= +one.start || +one.end <= start)
            )
          }
          let expected: number | null = null
          for (let start = +window.start; start < +window.end; start += 5 * minute) {
            if (fits(start)) {
              expected = start
              break
            }
          }
          const sorted = [...working].sort((a, b) => +a.start - +b.start)
          const found = earliestStart(window, minutes, sorted, planned)
          expect(found === null ? null : +found).toBe(expected)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
