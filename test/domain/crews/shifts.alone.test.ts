import { describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import {
  type Roster,
  type Shift,
  weekOfRotation,
  workingTime,
  workingTimeAround,
} from '#app/domain/crews/index.server.ts'
import { addDays, weekdayOf } from '#app/platform/time.server.ts'

vi.stubEnv('COMPANY_ZONE', 'America/New_York')

const roster = (facts: Partial<Roster> = {}): Roster => ({
  rotationWeeks: 1,
  rotationFrom: '2026-01-05',
  shifts: [],
  exceptions: new Map(),
  holidays: new Set(),
  off: [],
  ...facts,
})
const shift = (weekday: number, startsAt: string, endsAt: string, week = 1): Shift => ({
  week,
  weekday,
  startsAt,
  endsAt,
})
const everyDay = roster({
  shifts: [1, 2, 3, 4, 5, 6, 7].map((weekday) => shift(weekday, '00:00:00', '24:00:00')),
})
const hours = ({ start, end }: { start: Date; end: Date }) => (+end - +start) / 3_600_000

describe('BK-1 working time', () => {
  test('is of the weekday alone, and shifts that touch are one', () => {
    const twice = roster({
      shifts: [
        shift(2, '13:00:00', '18:00:00'),
        shift(2, '08:00:00', '13:00:00'),
        shift(3, '08:00', '10:00'),
      ],
    })
    expect(workingTime(twice, '2026-03-10').map(hours)).toEqual([10])
    expect(workingTime(twice, '2026-03-12')).toEqual([])
  })

  test('follows the clocks when they change', () => {
    expect(workingTime(everyDay, '2026-03-08').map(hours)).toEqual([23])
    expect(workingTime(everyDay, '2026-11-01').map(hours)).toEqual([25])
  })

  test('goes on past midnight', () => {
    const span = { start: new Date('2026-03-11T02:00:00Z'), end: new Date('2026-03-11T08:00:00Z') }
    expect(workingTimeAround(everyDay, span).map(hours)).toEqual([48])
  })

  test('a rotation begins again after its weeks, and was the same before it began', () => {
    const three = { rotationWeeks: 3, rotationFrom: '2026-01-05' }
    const weeks = [
      '2026-01-05',
      '2026-01-11',
      '2026-01-12',
      '2026-01-19',
      '2026-01-26',
      '2026-01-04',
    ]
    expect(weeks.map((day) => weekOfRotation(three, day))).toEqual([1, 1, 2, 3, 1, 3])
  })

  test('an exception takes the place of the pattern, also on a holiday; a holiday is off', () => {
    const one = roster({
      shifts: everyDay.shifts,
      exceptions: new Map([
        ['2026-03-10', [{ startsAt: '09:00', endsAt: '12:00' }]],
        ['2026-03-11', []],
      ]),
      holidays: new Set(['2026-03-10', '2026-03-12']),
    })
    const worked = ['2026-03-10', '2026-03-11', '2026-03-12'].map((day) =>
      workingTime(one, day).map(hours),
    )
    expect(worked).toEqual([[3], [], []])
  })
})

describe('BK-1, DS-3 working time, minute by minute', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
  const span = fc
    .tuple(clock, clock)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { startsAt: a, endsAt: b } : { startsAt: b, endsAt: a }))
  const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC']
  const days = [
    '2026-03-07',
    '2026-03-28',
    '2026-04-04',
    '2026-10-03',
    '2026-10-24',
    '2026-10-31',
    '2026-06-10',
  ]

  test.each(zones)('says the same as a clock on the wall in %s', async (zone) => {
    vi.stubEnv('COMPANY_ZONE', zone)
    // The environment is read once.
    vi.resetModules()
    const { workingTimeAround } = await import('#app/domain/crews/index.server.ts')
    const wallClock = clockIn(zone)
    fc.assert(
      fc.property(
        fc.constantFrom(...days),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 7 }), span), {
          maxLength: 12,
        }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.option(span)), { maxLength: 2 }),
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 3 * 1440 }), fc.integer({ min: 1, max: 900 })),
          { maxLength: 3 },
        ),
        (day, rotationWeeks, pattern, changed, away) => {
          const from = new Date(`${addDays(day, -1)}T12:00:00Z`)
          const one = roster({
            rotationWeeks,
            shifts: pattern.map(([week, weekday, at]) => ({ week, weekday, ...at })),
            exceptions: new Map(
              changed.map(([after, at]) => [addDays(day, after), at ? [at] : []]),
            ),
            off: away.map(([start, length]) => ({
              start: new Date(+from + start * 60_000),
              end: new Date(+from + (start + length) * 60_000),
            })),
          })
          const to = new Date(+from + 3 * 86_400_000)
          const spans = workingTimeAround(one, { start: from, end: to })
          for (let at = +from; at < +to; at += 11 * 60_000) {
            const moment = new Date(at)
            // A clock that is turned shows an hour twice or not at all; instants decide which is meant.
            if (turned(wallClock, at)) continue
            const { civil, wall } = wallClock(at)
            const hoursThen =
              one.exceptions.get(civil) ??
              one.shifts.filter(
                ({ week, weekday }) =>
                  week === weekOfRotation(one, civil) && weekday === weekdayOf(civil),
              )
            const expected =
              hoursThen.some(({ startsAt, endsAt }) => startsAt <= wall && wall < endsAt) &&
              !one.off.some(({ start, end }) => start <= moment && moment < end)
            const said = spans.some(({ start, end }) => start <= moment && moment < end)
            if (said !== expected) throw new Error(`${zone} ${civil} ${wall}: ${said}`)
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})

/** What a clock on a wall of a zone shows, by the platform's own tables. */
function clockIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  const shown = new Map<number, { civil: string; wall: string }>()
  return (at: number) => {
    let clock = shown.get(at)
    if (!clock) {
      const [civil, wall] = format.format(at).split(' ')
      shown.set(at, (clock = { civil: civil!, wall: wall! }))
    }
    return clock
  }
}

/** Whether clocks are turned within three hours of a moment. */
function turned(wallClock: ReturnType<typeof clockIn>, at: number): boolean {
  const minutes = (moment: number) => {
    const { civil, wall } = wallClock(moment)
    return Date.parse(`${civil}T${wall}Z`)
  }
  const near = 3 * 3_600_000
  return minutes(at + near) - minutes(at - near) !== 2 * near
}
