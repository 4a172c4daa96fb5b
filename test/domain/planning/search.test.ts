import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '#app/domain/planning/search/evaluate.ts'
import {
  compareCosts,
  type Cost,
  type Problem,
  type Routes,
} from '#app/domain/planning/search/problem.ts'
import { search } from '#app/domain/planning/search/search.ts'
import { check, days } from './days.ts'

const asked = { seconds: 10, rounds: 400, seed: 7 }

function expectSound(problem: Problem, routes: Routes, cost: Cost) {
  const { starts, cost: evaluated, feasible } = evaluate(problem, routes)
  const checked = check(problem, routes, starts)
  expect(checked.wrong).toEqual([])
  expect(feasible).toBe(true)
  expect(compareCosts(evaluated, checked.cost)).toBe(0)
  expect(compareCosts(evaluated, cost)).toBe(0)
}

/** A plan somebody made: a hasty one, of which a part was taken off again. */
function hasty(problem: Problem, dropEvery: number): Routes {
  const { routes } = search({ problem, seconds: 10, rounds: 1, seed: 3 })
  const kept = routes.map((route) =>
    route.filter((stop) => problem.stops[stop]!.pinned !== null || stop % dropEvery !== 0),
  )
  const served = new Set(kept.flat())
  const isWhole = (stop: number): boolean => {
    const { after, pinned } = problem.stops[stop]!
    return pinned !== null || after === null || (served.has(after) && isWhole(after))
  }
  return kept.map((route) => route.filter(isWhole))
}

test('a plan breaks no rule, whatever the day', () => {
  fc.assert(
    fc.property(days({ crews: 4, visits: 24 }), (problem) => {
      const { routes, cost } = search({ problem, ...asked })
      expectSound(problem, routes, cost)
    }),
    { numRuns: 200 },
  )
})

test('a plan is never worse than the one it begins with', () => {
  fc.assert(
    fc.property(
      days({ crews: 4, visits: 20 }),
      fc.integer({ min: 2, max: 6 }),
      (problem, dropEvery) => {
        const initial = hasty(problem, dropEvery)
        const before = evaluate(problem, initial)
        expect(check(problem, initial, before.starts).wrong).toEqual([])
        const { routes, cost } = search({ problem, initial, ...asked })
        expectSound(problem, routes, cost)
        expect(compareCosts(cost, before.cost)).toBeLessThanOrEqual(0)
      },
    ),
    { numRuns: 100 },
  )
})

test('stopped early, it gives the best so far', () => {
  fc.assert(
    fc.property(days({ crews: 3, visits: 20 }), fc.nat(4), (problem, looks) => {
      const initial = hasty(problem, 3)
      let left = looks
      const { routes, cost } = search({ problem, initial, seconds: 60, stopped: () => left-- <= 0 })
      expectSound(problem, routes, cost)
      expect(compareCosts(cost, evaluate(problem, initial).cost)).toBeLessThanOrEqual(0)
    }),
    { numRuns: 50 },
  )
})

test('the same seed and rounds give the same plan', () => {
  fc.assert(
    fc.property(days({ crews: 3, visits: 15 }), (problem) => {
      expect(search({ problem, ...asked })).toEqual(search({ problem, ...asked }))
    }),
    { numRuns: 30 },
  )
})

test('a small day is planned as well as it can be', () => {
  fc.assert(
    fc.property(days({ crews: 2, visits: 5 }), (problem) => {
      const { cost } = search({ problem, ...asked })
      expect(compareCosts(cost, bestOf(problem))).toBe(0)
    }),
    { numRuns: 40 },
  )
})

/** The cheapest of all plans there are. */
function bestOf(problem: Problem): Cost {
  let best: Cost = { unserved: Infinity, late: 0, vehicles: 0, travel: 0 }
  const routes: number[][] = problem.vehicles.map(() => [])
  const place = (stop: number) => {
    if (stop === problem.stops.length) {
      const { starts, cost } = evaluate(problem, routes)
      if (compareCosts(cost, best) < 0 && check(problem, routes, starts).wrong.length === 0)
        best = cost
      return
    }
    for (const route of routes) {
      for (let index = 0; index <= route.length; index++) {
        route.splice(index, 0, stop)
        place(stop + 1)
        route.splice(index, 1)
      }
    }
    if (!problem.stops[stop]!.pinned) place(stop + 1)
  }
  place(0)
  return best
}

test('progress only ever gets better, and comes with a share of the time', () => {
  const [problem] = fc.sample(days({ crews: 4, visits: 40 }), { numRuns: 1, seed: 5 }) as [Problem]
  const told: { share: number; cost: Cost }[] = []
  const { cost } = search({
    problem,
    seconds: 0.5,
    progress: (share, cost) => told.push({ share, cost }),
  })
  expect(told.length).toBeGreaterThan(1)
  told.push({ share: 1, cost })
  told.slice(1).forEach((now, i) => {
    expect(now.share).toBeGreaterThanOrEqual(told[i]!.share)
    expect(compareCosts(now.cost, told[i]!.cost)).toBeLessThanOrEqual(0)
  })
})
