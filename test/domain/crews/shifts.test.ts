import { describe, expect, test, vi } from 'vitest'
import { workingTime, workingTimeAround } from '#app/domain/crews/index.server.ts'

vi.stubEnv('COMPANY_ZONE', 'America/New_York')
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startsAt: '00:00:00',
  endsAt: '24:00:00',
}))
const hours = ({ start, end }: { start: Date; end: Date }) => (+end - +start) / 3_600_000

describe('working time', () => {
  test('is of the weekday alone, and shifts that touch are one', () => {
    const shifts = [
      { weekday: 2, startsAt: '13:00:00', endsAt: '18:00:00' },
      { weekday: 2, startsAt: '08:00:00', endsAt: '13:00:00' },
      { weekday: 3, startsAt: '08:00:00', endsAt: '10:00:00' },
    ]
    expect(workingTime(shifts, '2026-03-10').map(hours)).toEqual([10])
    expect(workingTime(shifts, '2026-03-12')).toEqual([])
  })

  test('follows the clocks when they change', () => {
    expect(workingTime(everyDay, '2026-03-08').map(hours)).toEqual([23])
    expect(workingTime(everyDay, '2026-11-01').map(hours)).toEqual([25])
  })

  test('goes on past midnight', () => {
    const span = { start: new Date('2026-03-11T02:00:00Z'), end: new Date('2026-03-11T08:00:00Z') }
    expect(workingTimeAround(everyDay, span).map(hours)).toEqual([48])
  })
})
