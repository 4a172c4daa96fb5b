import fc from 'fast-check'
import { type Evaluation } from '#app/domain/planning/search/evaluate.ts'
import {
  type Cost,
  type Problem,
  type Routes,
  type Stop,
  type Vehicle,
} from '#app/domain/planning/search/problem.ts'

const mark = 5

const aCrew = fc.record({
  from: fc.constantFrom(480, 510, 540),
  to: fc.constantFrom(900, 1020, 1080),
  rest: fc.constantFrom(null, 690, 720),
  now: fc.constantFrom(null, 600, 735),
  back: fc.boolean(),
  capacity: fc.constantFrom(Infinity, 4),
})

const aVisit = fc.record({
  x: fc.integer({ min: 0, max: 30 }),
  y: fc.integer({ min: 0, max: 30 }),
  service: fc.integer({ min: 2, max: 16 }).map((quarters) => quarters * 15),
  long: fc.boolean(),
  ready: fc.constantFrom(480, 540, 600, 780, 840),
  width: fc.constantFrom(60, 120, 240),
  grace: fc.constantFrom(0, 0, 600),
  crews: fc.option(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 })),
  pinned: fc.option(fc.nat(12), { freq: 4 }),
  after: fc.option(fc.nat(), { freq: 3 }),
})

/** A day of crews with rest hours, and of visits some of which are pinned, linked, late or for some crews only. */
export const days = (most: { crews: number; visits: number }): fc.Arbitrary<Problem> =>
  fc
    .tuple(
      fc.array(aCrew, { minLength: 1, maxLength: most.crews }),
      fc.array(aVisit, { minLength: 1, maxLength: most.visits }),
    )
    .map(([crews, visits]) => {
      const vehicles = crews.map(({ from, to, rest, now, back, capacity }): Vehicle => {
        const whole = [{ from, to }]
        const pieces = [
          { from, to: rest! },
          { from: rest! + 60, to },
        ]
        return {
          start: 0,
          free: now ?? -Infinity,
          end: back ? 0 : null,
          shifts: rest === null ? whole : pieces,
          whole,
          capacity,
        }
      })
      // Pinned visits of a crew follow each other without overlap, whatever the way between them.
      const freeFrom: number[] = crews.map(({ from }) => from)
      const stops = visits.map((visit, index): Stop => {
        const crew = index % crews.length
        const pinned =
          visit.pinned === null
            ? null
            : { vehicle: crew, start: freeFrom[crew]! + visit.pinned * 7 }
        if (pinned) freeFrom[crew] = pinned.start + visit.service
        const first = visit.after === null || index === 0 ? null : visit.after % index
        return {
          place: index + 1,
          service: visit.service,
          ready: visit.ready,
          due: visit.ready + visit.width,
          latest: visit.ready + visit.width + visit.grace,
          load: 1,
          vehicles: visit.crews?.filter((one) => one < crews.length) ?? null,
          throughRests: visit.long && visit.service > 180,
          pinned,
          after: pinned ? null : first,
        }
      })
      const sites = [{ x: 15, y: 15 }, ...visits]
      const travel = sites.flatMap((a) =>
        sites.map((b, to) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (a === b ? 0 : to % 3)),
      )
      return { stops, vehicles, travel: Float64Array.from(travel), places: sites.length, mark }
    })

/** What is wrong with a plan, and what it costs, worked out from the day alone. */
export function check(
  { stops, vehicles, travel, places }: Problem,
  routes: Routes,
  starts: Evaluation['starts'],
) {
  const wrong: string[] = []
  const cost: Cost = { unserved: stops.length, late: 0, vehicles: 0, travel: 0 }
  const seen = new Set<number>()
  const way = (from: number, to: number | null) => (to === null ? 0 : travel[from * places + to]!)
  const endOf = (stop: number) => starts[stop]! + stops[stop]!.service
  routes.forEach((route, number) => {
    const vehicle = vehicles[number]!
    if (route.length > 0) cost.vehicles++
    const carries = route.some((stop) => !stops[stop]!.pinned)
    if (carries && route.length > vehicle.capacity) wrong.push(`vehicle ${number} is full`)
    let at = vehicle.start
    let free = vehicle.free
    let before: Stop | null = null
    for (const index of route) {
      const stop = stops[index]!
      const start = starts[index]!
      if (seen.has(index)) wrong.push(`${index} twice`)
      seen.add(index)
      cost.unserved--
      cost.late += Math.max(0, start - stop.due)
      cost.travel += way(at, stop.place)
      if (before && start < starts[stops.indexOf(before)]!) wrong.push(`${index} out of order`)
      const reached = free + way(at, stop.place)
      if (stop.pinned) {
        if (stop.pinned.vehicle !== number || stop.pinned.start !== start) {
          wrong.push(`pinned ${index} moved`)
        }
        if (before && !before.pinned && reached > start) wrong.push(`pinned ${index} not reached`)
      } else {
        if (stop.vehicles && !stop.vehicles.includes(number)) wrong.push(`${index} not allowed`)
        if (start < reached) wrong.push(`${index} before anybody is there`)
        if (start < stop.ready || start > stop.latest) wrong.push(`${index} outside its window`)
        if (start % mark !== 0) wrong.push(`${index} between marks`)
        const pieces = stop.throughRests ? vehicle.whole : vehicle.shifts
        if (!pieces.some(({ from, to }) => from <= start && endOf(index) <= to)) {
          wrong.push(`${index} outside working time`)
        }
      }
      free = Math.max(free, endOf(index))
      at = stop.place
      before = stop
    }
    if (!before) return
    cost.travel += way(at, vehicle.end)
    const dayEnd = vehicle.whole.at(-1)!.to
    if (vehicle.end !== null && !before.pinned && free + way(at, vehicle.end) > dayEnd) {
      wrong.push(`vehicle ${number} is back too late`)
    }
  })
  stops.forEach(({ after, pinned }, index) => {
    if (pinned && !seen.has(index)) wrong.push(`pinned ${index} left out`)
    if (after === null || !seen.has(index)) return
    if (!seen.has(after)) wrong.push(`${index} without its first`)
    else if (starts[index]! < endOf(after)) wrong.push(`${index} before the end of its first`)
  })
  return { wrong, cost }
}
