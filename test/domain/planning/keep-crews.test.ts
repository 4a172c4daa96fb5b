import { describe, expect, test } from 'vitest'
import type { Day, DayVisit } from '#app/domain/planning/day.ts'
import { startOf } from '#app/domain/planning/initial.ts'
import { propose } from '#app/domain/planning/propose.ts'
import { search } from '#app/domain/planning/search/search.ts'

const crew = (id: number) => ({
  id,
  active: true,
  skills: ['repair'],
  areaIds: [],
  whole: [{ from: 480, to: 720 }],
  pieces: [{ from: 480, to: 720 }],
})

const visit = (id: number, facts: Partial<DayVisit>): DayVisit => ({
  ...{ id, version: 1, skill: 'repair', areaId: null, status: 'confirmed', pinned: false },
  ...{ minutes: 60, calledAhead: false, visitable: true, after: null },
  ...{ setOut: null, arrived: null, started: null, plan: null },
  window: { from: 480, to: 720 },
  ...facts,
})

/** Two full mornings of long visits, and short ones that would be quicker to make. */
function aContestedDay(): Day {
  const long = [0, 1, 2, 3].map((i) => {
    const from = 480 + (i % 2) * 120
    return visit(i + 1, {
      minutes: 120,
      window: { from, to: from + 60 },
      plan: { crewId: 1 + Math.floor(i / 2), from, to: from + 120 },
    })
  })
  const short = [5, 6, 7, 8, 9, 10].map((id) => visit(id, { status: 'proposed', minutes: 30 }))
  return {
    day: '2026-03-11',
    mode: 'replan',
    now: -600,
    callAheadMinutes: 30,
    visits: [...long, ...short],
    crews: [crew(1), crew(2)],
    minutes: () => 0,
    km: () => 0,
  }
}

describe('DS-6 who has a crew', () => {
  test('never loses it to others, however many more those are', () => {
    const day = aContestedDay()
    const { problem, initial } = startOf(day)
    for (let seed = 1; seed <= 5; seed++) {
      const { routes } = search({
        problem: problem.problem,
        initial,
        seconds: 5,
        rounds: 500,
        seed,
      })
      const placed = new Set(routes.flat().map((stop) => problem.stops[stop]!.visit.id))
      for (const id of [1, 2, 3, 4]) expect(placed).toContain(id)
      expect(propose(problem, initial, routes).unplaced).toHaveLength(6)
    }
  })
})
