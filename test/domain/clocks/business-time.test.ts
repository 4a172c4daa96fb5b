import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addBusinessTime,
  businessTime,
  type Calendar,
  type DayHours,
  type Timeline,
} from '#app/domain/clocks/business-time.ts'

const minute = 60_000
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
]
/** A fortnight that has both a clock change of Berlin's and, elsewhere, others. */
const starts = [
  '2026-03-27',
  '2026-10-22',
  '2026-04-03',
  '2026-11-12',
  '2026-03-06',
  '2026-10-30',
  '2026-10-01',
].map((day) => Date.parse(`${day}T00:00:00Z`))

/** Whether a minute is open, asked of the wall clock alone. */
function isOpen(at: number, timeline: Timeline): boolean {
  const { calendar } = timeline.findLast(({ from }) => from <= at)!
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone)
  if (calendar.holidays.has(wall.toPlainDate().toString())) return false
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  return calendar.week[wall.dayOfWeek as 1].some(({ from, to }) => from <= time && time < to)
}

const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15)
const text = (m: number) =>
  `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
const hours: fc.Arbitrary<DayHours[]> = fc.uniqueArray(clock, { maxLength: 4 }).map((times) => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted.flatMap((from, i) =>
    i % 2 === 0 && sorted[i + 1] !== undefined
      ? [{ from: text(from), to: text(sorted[i + 1]!) }]
      : [],
  )
})
const calendarOf = (start: number, zone: string): fc.Arbitrary<Calendar> =>
  fc.record({
    zone: fc.constant(zone),
    week: fc
      .tuple(hours, hours, hours, hours, hours, hours, hours)
      .map(
        (all) => Object.fromEntries(all.map((h, i) => [i + 1, h])) as unknown as Calendar['week'],
      ),
    holidays: fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 })
      .map(
        (days) =>
          new Set(days.map((d) => new Date(start + d * 86_400_000).toISOString().slice(0, 10))),
      ),
  })
const world = fc
  .record({ start: fc.constantFrom(...starts), zone: fc.constantFrom(...zones) })
  .chain(({ start, zone }) =>
    fc.record({
      start: fc.constant(start),
      timeline: fc
        .array(fc.tuple(fc.integer({ min: 0, max: 5 * 1440 }), calendarOf(start, zone)), {
          minLength: 1,
          maxLength: 3,
        })
        .map((changes) =>
          [...changes]
            .sort((a, b) => a[0] - b[0])
            .map(([at, calendar], i) => ({
              from: i === 0 ? -Infinity : start + at * minute,
              calendar,
            })),
        ),
      from: fc.integer({ min: 0, max: 6 * 1440 }),
      length: fc.integer({ min: 0, max: 3 * 1440 }),
    }),
  )

test('as a minute-by-minute count', () => {
  fc.assert(
    fc.property(world, ({ start, timeline, from, length }) => {
      const begin = start + from * minute
      let count = 0
      for (let m = 0; m < length; m++) if (isOpen(begin + m * minute, timeline)) count++
      expect(businessTime(new Date(begin), new Date(begin + length * minute), timeline)).toBe(
        count * minute,
      )
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('addition is the inverse', () => {
  fc.assert(
    fc.property(world, ({ start, timeline, from, length }) => {
      const begin = new Date(start + from * minute)
      const due = addBusinessTime(begin, length * minute, timeline)
      if (due === null) return
      expect(businessTime(begin, due, timeline)).toBe(length * minute)
      if (length > 0) expect(isOpen(due.getTime() - minute, timeline)).toBe(true)
    }),
    { numRuns: 120 },
  )
}, 120_000)
