import type { DayProblem } from './day-problem.ts'
import { type Piece, touches } from './day.ts'
import { type Moved, needsOf } from './needs.ts'
import type { Tally, UnplacedReason } from './plan-view.ts'
import { compareTallies, tallyOf } from './tally.ts'
import { type Starts, timesOf } from './timing.ts'

type Routes = readonly (readonly number[])[]

/** What is proposed for a day, in its own minutes. */
export interface Proposed {
  before: Tally
  after: Tally
  changes: (Moved & { needs: number[] })[]
  unplaced: { visitId: number; reason: UnplacedReason }[]
}

interface Plan {
  routes: Routes
  starts: Starts
}

/**
 * What the search found as changes of today's plan: as few as there can be, none that the database would refuse, and
 * none at all when nothing is gained.
 */
export function propose(day: DayProblem, initial: Routes, found: Routes): Proposed {
  const today: Plan = { routes: initial, starts: timesOf(day, initial)! }
  const before = tallyOf(day, initial, today.starts)
  const best = better(day, today, found)
  if (!best) return { before, after: before, changes: [], unplaced: unplacedOf(day, today) }
  const moved = best.changed.map((stop) => movedOf(day, best, stop))
  const needs = needsOf(moved, wayBetween(day))
  return {
    before,
    after: best.after,
    changes: moved
      .map((change) => ({ ...change, needs: needs.get(change.visitId)! }))
      .sort((a, b) => a.to.from - b.to.from || a.visitId - b.visitId),
    unplaced: unplacedOf(day, best),
  }
}

/** The plan that was found with the stops that change, when it keeps everybody who has a crew and costs less. */
function better(day: DayProblem, today: Plan, found: Routes) {
  let routes = found
  for (;;) {
    const starts = timesOf(day, routes)
    if (!starts) return null
    const plan = { routes, starts }
    const losses = day.stops.some(
      ({ kind }, stop) =>
        kind === 'movable' && Number.isNaN(starts[stop]) && !Number.isNaN(today.starts[stop]!),
    )
    if (losses) return null
    const { changed, impossible } = changesOf(day, today, plan)
    if (impossible === null) {
      const after = tallyOf(day, routes, starts)
      const gains = compareTallies(after, tallyOf(day, today.routes, today.starts)) < 0
      return gains ? { ...plan, changed, after } : null
    }
    if (day.stops[impossible]!.kind !== 'free') return null
    const gone = withSeconds(day, impossible)
    routes = routes.map((route) => route.filter((stop) => !gone.has(stop)))
  }
}

/** A stop and those that can't be made without it. */
function withSeconds({ problem }: DayProblem, stop: number): Set<number> {
  const gone = new Set([stop])
  for (const one of gone) {
    problem.stops.forEach(({ after }, other) => after === one && gone.add(other))
  }
  return gone
}

/**
 * The stops whose crew or time is another than today. One that could stay but whose place somebody takes changes too;
 * one that takes the place of what stays is impossible.
 */
function changesOf(day: DayProblem, today: Plan, plan: Plan) {
  const forced = new Set<number>()
  for (;;) {
    const places = new Map<number, Piece & { vehicle: number }>()
    plan.routes.forEach((route, vehicle) => {
      for (const stop of route) {
        if (!forced.has(stop) && !isChanged(day, today, plan, stop, vehicle)) continue
        const from = plan.starts[stop]!
        places.set(stop, { vehicle, from, to: from + day.problem.stops[stop]!.service })
      }
    })
    const clash = clashIn(day, places)
    if (!clash) return { changed: [...places.keys()], impossible: null }
    const { stays, comes } = clash
    const moves = day.stops[stays]!.kind === 'movable' && !Number.isNaN(plan.starts[stays]!)
    if (!moves) return { changed: [], impossible: comes }
    forced.add(stays)
  }
}

function isChanged(day: DayProblem, today: Plan, plan: Plan, stop: number, vehicle: number) {
  const { kind, visit } = day.stops[stop]!
  if (kind === 'fixed') return false
  if (kind === 'free' || visit.plan!.crewId !== day.crews[vehicle]!.id) return true
  const start = plan.starts[stop]!
  return start !== visit.plan!.from && start !== today.starts[stop]
}

/** A new place that lies on the planned time of a visit that stays. */
function clashIn(day: DayProblem, places: ReadonlyMap<number, Piece & { vehicle: number }>) {
  for (const [comes, place] of places) {
    const crewId = day.crews[place.vehicle]!.id
    const stays = day.stops.findIndex(
      ({ visit: { plan } }, stop) =>
        plan !== null && plan.crewId === crewId && !places.has(stop) && touches(plan, place),
    )
    if (stays >= 0) return { comes, stays }
  }
  return null
}

function movedOf(day: DayProblem, { routes, starts }: Plan, stop: number): Moved {
  const { visit } = day.stops[stop]!
  const vehicle = routes.findIndex((route) => route.includes(stop))
  const from = starts[stop]!
  const to = from + day.problem.stops[stop]!.service
  return {
    visitId: visit.id,
    from: visit.plan,
    to: { crewId: day.crews[vehicle]!.id, from, to },
    after: visit.after,
  }
}

function unplacedOf(day: DayProblem, { starts }: Plan): Proposed['unplaced'] {
  const absent = day.stops.filter((_, stop) => Number.isNaN(starts[stop]))
  const free = new Set(absent.flatMap(({ kind, visit }) => (kind === 'free' ? [visit.id] : [])))
  const reasonOf = ({ kind, visit }: (typeof absent)[number]): UnplacedReason => {
    if (kind === 'movable') return 'crewCannot'
    return free.has(visit.after ?? -1) ? 'firstUnplaced' : 'noTime'
  }
  return [
    ...absent.map((stop) => ({ visitId: stop.visit.id, reason: reasonOf(stop) })),
    ...day.left.map(({ visit, reason }) => ({ visitId: visit.id, reason })),
  ]
}

/** Minutes from one visit to another, as the problem has them. */
function wayBetween({ day }: DayProblem) {
  const place = new Map(day.visits.map(({ id }, i) => [id, i]))
  return (from: number, to: number) => day.minutes(place.get(from)!, place.get(to)!)
}
