import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, type Piece } from '#app/domain/planning/day.ts'
import { startOf } from '#app/domain/planning/initial.ts'
import { withNeeds } from '#app/domain/planning/needs.ts'
import { propose } from '#app/domain/planning/propose.ts'
import { evaluate } from '#app/domain/planning/search/evaluate.ts'
import { search } from '#app/domain/planning/search/search.ts'
import { compareTallies } from '#app/domain/planning/tally.ts'
import { aDay } from './random-day.ts'

function planOf(day: Day) {
  const { problem, initial } = startOf(day)
  const found = search({ problem: problem.problem, initial, seconds: 5, rounds: 120, seed: 3 })
  return { problem, initial, found, ...propose(problem, initial, found.routes) }
}

/** Where every visit is once these changes are made. */
function placesAfter(day: Day, changes: ReturnType<typeof planOf>['changes']) {
  const to = new Map(changes.map((change) => [change.visitId, change.to]))
  return day.visits.flatMap((visit) => {
    const place = to.get(visit.id) ?? visit.plan
    return place ? [{ visit, place }] : []
  })
}

function expectNoOverlap(day: Day, changes: ReturnType<typeof planOf>['changes']) {
  const places = placesAfter(day, changes)
  for (const a of places) {
    for (const b of places) {
      if (a.visit.id >= b.visit.id || a.place.crewId !== b.place.crewId) continue
      expect(a.place.to <= b.place.from || b.place.to <= a.place.from).toBe(true)
    }
  }
}

const inside = (pieces: readonly Piece[], { from, to }: Piece) =>
  pieces.some((piece) => piece.from <= from && to <= piece.to)

describe('DS-6 on any day', () => {
  const runs = { numRuns: 250, seed: 20_260_311 }

  test('a proposal never costs more than the day as it stands', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { before, after, changes } = planOf(day)
        const gain = compareTallies(after, before)
        expect(gain).toBeLessThanOrEqual(0)
        if (changes.length > 0) expect(gain).toBeLessThan(0)
      }),
      runs,
    )
  })

  test('nobody is put outside skill, area, shift or window, nothing moves that is held or begun', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        for (const { visitId, from, to } of planOf(day).changes) {
          const visit = day.visits.find(({ id }) => id === visitId)!
          const crew = day.crews.find(({ id }) => id === to.crewId)!
          expect(crew.active && crew.skills.includes(visit.skill)).toBe(true)
          if (from?.crewId !== to.crewId && visit.areaId !== null && crew.areaIds.length > 0) {
            expect(crew.areaIds).toContain(visit.areaId)
          }
          expect(inside(crew.whole, to)).toBe(true)
          expect(to.from).toBeGreaterThan(day.now)
          expect(to.to - to.from).toBe(visit.minutes)
          if (from) {
            expect(day.mode).toBe('replan')
            expect([visit.status, visit.pinned, visit.calledAhead]).toEqual([
              'confirmed',
              false,
              false,
            ])
          } else {
            expect(to.from).toBeGreaterThanOrEqual(visit.window.from)
            expect(to.from).toBeLessThan(visit.window.to)
          }
        }
      }),
      runs,
    )
  })

  test('no crew is in two places, whichever changes are chosen with what they need', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { changes } = planOf(day)
        expectNoOverlap(day, changes)
        for (const { visitId } of changes) {
          const chosen = withNeeds([visitId], changes)
          expectNoOverlap(
            day,
            changes.filter((change) => chosen.has(change.visitId)),
          )
        }
      }),
      runs,
    )
  })

  test('a linked visit never begins before its first ends, whichever changes are chosen', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { changes } = planOf(day)
        for (const { visitId } of changes) {
          const chosen = withNeeds([visitId], changes)
          const made = changes.filter((change) => chosen.has(change.visitId))
          const places = new Map(
            placesAfter(day, made).map(({ visit, place }) => [visit.id, place]),
          )
          const visit = day.visits.find(({ id }) => id === visitId)!
          const [first, own] = [places.get(visit.after ?? -1), places.get(visitId)!]
          if (first) expect(own.from).toBeGreaterThanOrEqual(first.to)
        }
      }),
      runs,
    )
  })

  test('everybody is placed, moved, left where they were, or named with a reason', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { changes, unplaced, after } = planOf(day)
        const named = new Set([...changes, ...unplaced].map(({ visitId }) => visitId))
        expect(named.size).toBe(changes.length + unplaced.length)
        for (const { id, plan } of day.visits) if (!plan) expect(named.has(id)).toBe(true)
        expect(after.unserved).toBe(unplaced.length)
      }),
      runs,
    )
  })

  test('the day as it stands is where the search begins', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const { problem, initial } = planOf(day)
        const { feasible, cost } = evaluate(problem.problem, initial)
        expect(feasible).toBe(true)
        const fixed = problem.stops.filter(({ kind }) => kind === 'fixed').length
        expect(problem.stops.length - cost.unserved).toBeGreaterThanOrEqual(fixed)
      }),
      runs,
    )
  })
})
