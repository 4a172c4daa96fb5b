import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { search } from '#app/domain/planning/search/search.ts'
import { check, problemOf, readInstance } from '#test/bench/instance.ts'

const text = readFileSync('test/fixtures/two-rays.TXT', 'utf8')
const twoRays = readInstance(text)!
// Four customers on each of two rays, in the order of their windows: there and back, twice 40.
const best = [[0, 1, 2, 3], [4, 5, 6, 7], [], []]

describe('a published instance', () => {
  test('is read, however it is spaced', () => {
    expect(twoRays).toMatchObject({ name: 'two-rays', vehicles: 4, capacity: 40 })
    expect(twoRays.depot).toEqual({ x: 50, y: 50, demand: 0, ready: 0, due: 400, service: 0 })
    expect(twoRays.customers).toHaveLength(8)
    expect(twoRays.customers[7]).toMatchObject({ x: 50, y: 90, ready: 70, due: 150, service: 10 })
    const spaced = text.replaceAll('\n', '\r\n').replaceAll(/ {2,}/g, '\t ').toLowerCase()
    expect(readInstance(`\r\n\r\n${spaced}\r\n\r\n`)).toEqual(twoRays)
  })

  test('is nothing else', () => {
    expect(readInstance('')).toBeNull()
    expect(readInstance('Best-known solutions\n\n1 2 3 4 5 6 7')).toBeNull()
    expect(readInstance(text.slice(0, text.indexOf('0         50')))).toBeNull()
  })

  test('is planned as well as it can be', () => {
    const { routes, cost } = search({ problem: problemOf(twoRays), seconds: 10, rounds: 500 })
    expect(cost).toMatchObject({ unserved: 0, late: 0, vehicles: 2 })
    expect(check(twoRays, routes)).toEqual({ vehicles: 2, distance: 160, wrong: [] })
  })
})

describe('the check of a plan', () => {
  test('finds nothing wrong with a right one', () => {
    expect(check(twoRays, best)).toEqual({ vehicles: 2, distance: 160, wrong: [] })
  })

  test.each([
    ['a customer left out', [[0, 1, 2], best[1]!], 'customer 4 visited 0 times'],
    ['a customer visited twice', [[0, 1, 2, 3], [3], best[1]!], 'customer 4 visited 2 times'],
    ['one that there isn’t', [best[0]!, [...best[1]!, 8]], 'no customer 9'],
    ['one who is late', [[1, 0, 2, 3], best[1]!], 'customer 1 at 50, due 20'],
    [
      'too much on board',
      [
        [0, 1, 2, 3],
        [...best[1]!, 0],
      ],
      'route 2 carries 50 of 40',
    ],
    ['too many vehicles', [[0], [1], [2], [3], best[1]!], '5 vehicles, 4 there are'],
  ])('finds %s', (_, routes, wrong) => {
    expect(check(twoRays, routes).wrong).toContain(wrong)
  })

  test('finds who comes back too late', () => {
    const early = { ...twoRays, depot: { ...twoRays.depot, due: 110 } }
    expect(check(early, best).wrong).toContain('route 1 back at 120, due 110')
  })
})
