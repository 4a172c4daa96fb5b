import { describe, expect, test } from 'vitest'
import type { BoardCrew, BoardVisit } from '#app/routes/console/dispatch/board-view.server.ts'
import { dayClock, withChanges } from '#app/routes/console/dispatch/board-day.ts'
import {
  addressWith,
  crewsIn,
  filterTray,
  readFilter,
} from '#app/routes/console/dispatch/tray-filter.ts'
import { outside, placeClasses, rangeOf, shownOf } from '#app/ui/console/board-span.ts'

const noon = '2026-03-18T04:00:00.000Z'
const clock = dayClock(noon)
const pace = { detour: 1.3, approachMinutes: 5, usualSpeed: 25, speeds: {} }
const visit = (id: number, facts: Partial<BoardVisit> = {}) =>
  ({
    id,
    version: 1,
    name: `Customer ${id}`,
    work: 'Hinge',
    product: '',
    address: '',
    number: `R10000${id}`,
    skill: 'repair',
    areaId: 1,
    crewId: null,
    start: null,
    end: null,
    pinned: false,
    urgent: false,
    windowOver: false,
    windowStart: clock.isoOf(540),
    windowEnd: clock.isoOf(720),
    point: null,
    ...facts,
  }) as BoardVisit
const placed = (id: number, crewId: number, from: number, facts: Partial<BoardVisit> = {}) =>
  visit(id, { crewId, start: clock.isoOf(from), end: clock.isoOf(from + 60), ...facts })
const crew = (id: number, visits: BoardVisit[], areaIds: number[] = []) =>
  ({ id, visits, areaIds, base: null, homeAreaId: null }) as unknown as BoardCrew
const move = (visitId: number, crewId: number | null, from?: number) => ({
  visitId,
  to: {
    crewId,
    start: from === undefined ? null : clock.isoOf(from),
    end: from === undefined ? null : clock.isoOf(from + 60),
    pinned: false,
  },
})
const idsOf = (visits: readonly BoardVisit[]) => visits.map(({ id }) => id)

describe('the day with what was just moved', () => {
  const told = {
    crews: [crew(7, [placed(1, 7, 540), placed(2, 7, 660)]), crew(8, []), crew(9, [])],
    unassigned: [visit(3)],
  }

  test('from the tray to a lane, in order of time', () => {
    const day = withChanges(told, [move(3, 7, 600)], pace)
    expect(idsOf(day.crews[0]!.visits)).toEqual([1, 3, 2])
    expect(day.unassigned).toEqual([])
    expect(day.crews[0]!.visits[1]).toMatchObject({ crewId: 7, status: 'confirmed', way: 15 })
  })

  test('from lane to lane, and crews that nothing touches stay the same object', () => {
    const day = withChanges(told, [move(1, 8, 600)], pace)
    expect(day.crews.map(({ visits }) => idsOf(visits))).toEqual([[2], [1], []])
    expect(day.crews[2]).toBe(told.crews[2])
  })

  test('back to the tray', () => {
    const day = withChanges(told, [move(1, null)], pace)
    expect(idsOf(day.unassigned)).toEqual([1, 3])
    expect(day.unassigned[0]).toMatchObject({ status: 'proposed', crewId: null })
  })

  test('one after the other; what is not on this board changes nothing', () => {
    const day = withChanges(told, [move(1, 8, 600), move(99, 8, 600), move(1, 9, 600)], pace)
    expect(day.crews.map(({ visits }) => idsOf(visits))).toEqual([[2], [], [1]])
  })
})

describe('minutes of the day', () => {
  test('there and back, on either side of noon', () => {
    expect(clock.minuteOf(noon)).toBe(720)
    expect(clock.minuteOf(clock.isoOf(545))).toBe(545)
    expect(clock.minuteOf('2026-03-17T16:00:00.000Z')).toBe(0)
  })
})

describe('hours and places on the board', () => {
  test('the usual hours; whole hours more when somebody works then', () => {
    expect(rangeOf([{ from: 540, to: 1080 }])).toEqual({ first: 8, last: 21 })
    expect(rangeOf([{ from: 415, to: 1285 }])).toEqual({ first: 6, last: 22 })
    expect(rangeOf([{ from: -60, to: 1600 }])).toEqual({ first: 0, last: 24 })
  })

  test('to five minutes; what lies outside the hours isn’t shown', () => {
    const range = { first: 8, last: 21 }
    expect(shownOf({ from: 482, to: 543 }, range)).toEqual({ from: 480, to: 545 })
    expect(shownOf({ from: 400, to: 500 }, range)).toEqual({ from: 480, to: 500 })
    expect(shownOf({ from: 1300, to: 1330 }, range)).toBeNull()
    expect(placeClasses({ from: 545, to: 630 })).toBe('at-h9 at-m5 for-h1 for-m25')
  })

  test('what lies outside the shifts', () => {
    const shifts = [
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ]
    expect(outside(shifts, { first: 8, last: 21 })).toEqual([
      { from: 480, to: 540 },
      { from: 720, to: 780 },
      { from: 1080, to: 1260 },
    ])
  })
})

describe('filters in the address', () => {
  const visits = [
    visit(1, { name: '林薇', work: '衣柜门' }),
    visit(2, { skill: 'delivery', areaId: 2, urgent: true }),
    visit(3, { windowEnd: clock.isoOf(700), areaId: null }),
    visit(4, { windowStart: clock.isoOf(-900), windowEnd: clock.isoOf(-700), windowOver: true }),
  ]
  const found = (search: string) =>
    idsOf(filterTray(visits, readFilter(new URLSearchParams(search)), { noon, now: noon }))

  test.each([
    ['', [1, 2, 3, 4]],
    ['q=衣柜', [1]],
    ['q=r100002', [2]],
    ['skill=delivery', [2]],
    ['skill=nonsense', [1, 2, 3, 4]],
    ['area=2', [2]],
    ['area=1&area=2', [1, 2, 4]],
    ['only=today', [1, 2, 3]],
    ['only=risk', [1, 2, 3, 4]],
    ['first=urgent', [2, 1, 3, 4]],
  ])('%s', (search, ids) => {
    expect(found(search)).toEqual(ids)
  })

  test('on another day’s board only a window that is over is at risk', () => {
    const filter = readFilter(new URLSearchParams('only=risk'))
    expect(idsOf(filterTray(visits, filter, { noon, now: null }))).toEqual([4])
  })

  test('crews that come to an area, or have a visit there', () => {
    const filter = readFilter(new URLSearchParams('area=2'))
    const crews = [crew(7, [], [1]), crew(8, [], [2]), crew(9, []), crew(10, [visits[1]!], [1])]
    expect(crewsIn(crews, filter).map(({ id }) => id)).toEqual([8, 9, 10])
  })

  test('a chip takes only its own away', () => {
    expect(addressWith('day=2026-03-18&area=1&area=2&q=x', 'area', null, '1')).toBe(
      '?day=2026-03-18&area=2&q=x',
    )
  })
})
