import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import {
  firstStart,
  freeTime,
  placesIn,
  reachOfWindow,
} from '#app/domain/windows/free-time.server.ts'
import { heldPlaces } from '#app/domain/windows/held-places.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 10, 0, minutes))
const span = (from: number, to: number) => ({ start: at(from), end: at(to) })
const fives = (max: number) => fc.integer({ min: 0, max: max / 5 }).map((n) => n * 5)
const spans = (max: number) =>
  fc.array(
    fc.tuple(fives(max), fives(180)).map(([from, length]) => span(from, from + length + 5)),
    { maxLength: 5 },
  )

describe('BK-1 places of a crew in a window', () => {
  test('a window holds as many jobs as fit with the way between them', () => {
    const morning = span(510, 630)
    const idle = { working: [span(480, 1080)], planned: [] }
    const places = (minutes: number, travel: number) =>
      placesIn(freeTime(idle, morning, { minutes, travel }), { minutes, travel })
    expect(places(60, 15)).toBe(1)
    expect(places(45, 15)).toBe(2)
    expect(places(60, 0)).toBe(2)
    expect(places(120, 15)).toBe(1)
    expect(places(240, 15)).toBe(1)
    expect(reachOfWindow(morning, { minutes: 240, travel: 15 })).toEqual(span(510, 750))
  })

  test('as many as can be put there one by one, minute by minute', () => {
    const window = span(510, 750)
    fc.assert(
      fc.property(
        spans(1000),
        spans(1000),
        fc.constantFrom(30, 45, 60, 90, 300),
        fc.constantFrom(0, 10, 15, 30),
        (working, planned, minutes, travel) => {
          const job = { minutes, travel }
          const free = freeTime({ working, planned }, window, job)
          const put: { start: Date; end: Date }[] = []
          for (;;) {
            const start = firstStart(
              freeTime({ working, planned: [...planned, ...put] }, window, job),
              job,
            )
            if (!start) break
            put.push({ start, end: new Date(+start + minutes * 60_000) })
          }
          expect(put.length).toBe(placesIn(free, job))
          const reach = reachOfWindow(window, job)
          for (const one of put) {
            expect(reach.start <= one.start && one.end <= reach.end).toBe(true)
            for (let t = +one.start; t < +one.end; t += 60_000) {
              expect(working.some(({ start, end }) => +start <= t && t < +end)).toBe(true)
            }
            for (const other of [...planned, ...put].filter((each) => each !== one)) {
              const gap = Math.max(+other.start - +one.end, +one.start - +other.end)
              expect(gap).toBeGreaterThanOrEqual(travel * 60_000)
            }
          }
          // And no start a minute-by-minute search could still find.
          const rest = freeTime({ working, planned: [...planned, ...put] }, window, job)
          expect(firstStart(rest, job)).toBeNull()
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('BK-1 the share held back for urgent repairs', () => {
  const day = (...left: number[]) => left.map((n) => ({ left: n, booked: 0, urgent: 0 }))
  test('is a part of the day, at least one place where there are two', () => {
    expect(heldPlaces(day(1), 0.15)).toEqual([0])
    expect(heldPlaces(day(1, 1), 0.15)).toEqual([1, 0])
    expect(heldPlaces(day(4, 5, 4, 4, 3), 0.15)).toEqual([1, 2, 0, 0, 0])
    expect(heldPlaces(day(3, 3), 0)).toEqual([0, 0])
  })
  test('stays where there is room, and urgent visits use it up', () => {
    expect(
      heldPlaces(
        [
          { left: 0, booked: 5, urgent: 0 },
          { left: 1, booked: 4, urgent: 0 },
        ],
        0.15,
      ),
    ).toEqual([0, 1])
    expect(
      heldPlaces(
        [
          { left: 1, booked: 4, urgent: 2 },
          { left: 1, booked: 4, urgent: 0 },
        ],
        0.15,
      ),
    ).toEqual([0, 0])
  })
  test('never holds more than there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ left: fc.nat(9), booked: fc.nat(9), urgent: fc.nat(3) })),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (windows, share) => {
          heldPlaces(windows, share).forEach((held, i) => {
            expect(held).toBeGreaterThanOrEqual(0)
            expect(held).toBeLessThanOrEqual(windows[i]!.left)
          })
        },
      ),
    )
  })
})
