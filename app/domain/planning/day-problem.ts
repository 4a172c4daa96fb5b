import type { UnplacedReason } from './plan-view.ts'
import {
  comesTo,
  type Day,
  type DayCrew,
  type DayVisit,
  fitsIn,
  isAble,
  lastStart,
  lengthOf,
  mark,
  onMark,
  type Piece,
} from './day.ts'
import { type Expected, expectedDay, wayOfPlan } from './expected.ts'
import type { Problem, Stop } from './search/problem.ts'

/** Nothing new begins sooner: somebody has to look at the proposal, and a crew to set out. */
const noticeMinutes = 10
/** A visit that is promised may be late, and no later than this. */
const never = 1e6

/** A visit as a stop of the problem: where it stays, where it could move, or without a crew yet. */
export interface DayStop {
  kind: 'fixed' | 'movable' | 'free'
  visit: DayVisit
  expected: Expected | null
}

export interface DayProblem {
  day: Day
  /** Stops and vehicles by the problem's own numbers. */
  stops: readonly DayStop[]
  crews: readonly DayCrew[]
  problem: Problem
  /** Each crew's stops as they are planned today. */
  planned: readonly (readonly number[])[]
  /** What can't be planned at all. */
  left: readonly { visit: DayVisit; reason: UnplacedReason }[]
}

/** DS-6: a day of crews as a vehicle routing problem. */
export function problemOfDay(day: Day): DayProblem {
  const soonest = day.now + noticeMinutes
  const place = new Map(day.visits.map(({ id }, i) => [id, i]))
  const way = (a: DayVisit, b: DayVisit) => day.minutes(place.get(a.id)!, place.get(b.id)!)
  const of = (crew: DayCrew) =>
    day.visits
      .filter(({ plan }) => plan?.crewId === crew.id)
      .sort((a, b) => a.plan!.from - b.plan!.from || a.id - b.id)
  const crews = day.crews.filter((crew) => crew.pieces.length > 0 || of(crew).length > 0)
  const stops: DayStop[] = []
  const planned = crews.map((crew) =>
    expectedDay(of(crew), way, day.now).map((expected) => {
      const kind = isMovable(day, expected) ? ('movable' as const) : ('fixed' as const)
      return stops.push({ kind, visit: expected.visit, expected }) - 1
    }),
  )
  const left: DayProblem['left'][number][] = []
  for (const visit of day.visits) {
    if (visit.plan) continue
    const reason = whyNot(day, visit, soonest)
    if (reason) left.push({ visit, reason })
    else stops.push({ kind: 'free', visit, expected: null })
  }
  leaveSeconds(stops, left)
  fixSeconds(stops)
  const vehicleOf = new Map(crews.map(({ id }, i) => [id, i]))
  const indexOf = new Map(stops.map(({ visit }, i) => [visit.id, i]))
  const problem: Problem = {
    stops: stops.map((stop) =>
      problemStop(day, stop, {
        place: place.get(stop.visit.id)!,
        soonest,
        stops,
        crews,
        vehicleOf,
        indexOf,
      }),
    ),
    vehicles: crews.map((crew) => ({
      start: day.visits.length + day.crews.indexOf(crew),
      free: -Infinity,
      end: null,
      shifts: fromOn(crew.pieces, soonest),
      whole: fromOn(crew.whole, soonest),
      capacity: Infinity,
    })),
    travel: travelOf(
      day,
      planned.map((route) => route.map((stop) => stops[stop]!.visit)),
      place,
    ),
    places: day.visits.length + day.crews.length,
    mark: stops.some(({ kind, visit }) => kind === 'movable' && visit.plan!.from % mark !== 0)
      ? 1
      : mark,
  }
  return { day, stops, crews, problem, planned, left }
}

/** In a plan made anew everything moves that nobody holds, whose crew hasn't begun or called ahead. */
function isMovable(day: Day, { visit, begun, from }: Expected): boolean {
  return (
    day.mode === 'replan' &&
    visit.status === 'confirmed' &&
    !begun &&
    !visit.pinned &&
    !visit.calledAhead &&
    visit.visitable &&
    visit.window.from >= 0 &&
    from >= day.now + Math.max(day.callAheadMinutes, noticeMinutes)
  )
}

interface Known {
  place: number
  soonest: number
  stops: readonly DayStop[]
  crews: readonly DayCrew[]
  vehicleOf: ReadonlyMap<number, number>
  indexOf: ReadonlyMap<number, number>
}

function problemStop(
  day: Day,
  { kind, visit, expected }: DayStop,
  { place, soonest, stops, crews, vehicleOf, indexOf }: Known,
): Stop {
  const own = visit.plan ? vehicleOf.get(visit.plan.crewId)! : -1
  const shared = { place, load: 0, after: indexOf.get(visit.after ?? -1) ?? null }
  if (kind === 'fixed') {
    const { from, to } = expected!
    return {
      ...shared,
      service: to - from,
      ready: from,
      due: from,
      latest: from,
      vehicles: [own],
      throughRests: false,
      pinned: { vehicle: own, start: from },
      // It stays, whatever becomes of what it comes after.
      after: null,
    }
  }
  const service = lengthOf(visit)
  const until = secondFrom(stops, { visit, expected }, service)
  const due = Math.min(lastStart(visit.window), until)
  const able = crews.flatMap((crew, vehicle) =>
    comesTo(crew, visit) || (vehicle === own && isAble(crew, visit)) ? [vehicle] : [],
  )
  const early = Math.min(visit.window.from, visit.plan?.from ?? Infinity)
  return {
    ...shared,
    service,
    ready: Math.max(early, soonest, firstEnd(day, visit, indexOf)),
    due,
    latest: kind === 'free' ? due : Math.min(never, until),
    vehicles: able,
    throughRests: goesThroughRests(
      able.map((vehicle) => crews[vehicle]!),
      own < 0 ? null : crews[own]!,
      visit,
    ),
    pinned: null,
  }
}

/** The latest start that leaves a linked visit its time, where that one stays and there is room before it. */
function secondFrom(
  stops: readonly DayStop[],
  { visit, expected }: Pick<DayStop, 'visit' | 'expected'>,
  service: number,
): number {
  const starts = stops.flatMap((stop) =>
    stop.kind === 'fixed' && stop.visit.after === visit.id && !stop.expected!.begun
      ? [stop.expected!.from - service]
      : [],
  )
  return Math.min(Infinity, ...starts.filter((start) => !expected || expected.from <= start))
}

/** The end of the linked visit before it, when that isn't planned with it. */
function firstEnd(day: Day, { after }: DayVisit, indexOf: ReadonlyMap<number, number>): number {
  if (after === null || indexOf.has(after)) return -Infinity
  return day.visits.find(({ id }) => id === after)?.plan?.to ?? -Infinity
}

/** BK-7: no piece between rest hours is long enough, or somebody already planned it through one. */
function goesThroughRests(able: readonly DayCrew[], own: DayCrew | null, visit: DayVisit): boolean {
  if (own && visit.plan && !fitsIn(own.pieces, visit.plan) && fitsIn(own.whole, visit.plan)) {
    return true
  }
  const length = lengthOf(visit)
  return able.every(({ pieces }) => pieces.every(({ from, to }) => to - from < length))
}

/** Why a visit without a crew can't be planned, whatever the others do. */
function whyNot(day: Day, visit: DayVisit, soonest: number): UnplacedReason | null {
  if (!visit.visitable) return 'ticketNotReady'
  const ready = Math.max(onMark(visit.window.from), onMark(soonest))
  if (ready > lastStart(visit.window)) return 'windowOver'
  const working = day.crews.filter(({ whole }) => whole.length > 0)
  const skilled = working.filter((crew) => isAble(crew, visit))
  if (skilled.length === 0) return 'noSkill'
  const near = skilled.filter((crew) => comesTo(crew, visit))
  if (near.length === 0) return 'noArea'
  const rests = goesThroughRests(near, null, visit)
  const starts = { from: ready, to: lastStart(visit.window) }
  const able = near.some(({ pieces, whole }) =>
    (rests ? whole : pieces).some((piece) => {
      const start = Math.max(starts.from, onMark(piece.from))
      return start <= starts.to && start + visit.minutes <= piece.to
    }),
  )
  return able ? null : 'noShift'
}

/** A linked visit isn't planned when the one before it can't be. */
function leaveSeconds(stops: DayStop[], left: DayProblem['left'][number][]): void {
  for (let i = stops.length - 1; i >= 0; i--) {
    const { kind, visit } = stops[i]!
    const first = left.find((one) => one.visit.id === visit.after)
    if (kind !== 'free' || !first) continue
    left.push({ visit, reason: 'firstUnplaced' })
    stops.splice(i, 1)
    i = stops.length
  }
}

/** One that has a crew before its first has one stays where it is, so that the first can go before it. */
function fixSeconds(stops: DayStop[]): void {
  const free = new Set(stops.flatMap(({ kind, visit }) => (kind === 'free' ? [visit.id] : [])))
  stops.forEach((stop, i) => {
    if (stop.kind === 'movable' && free.has(stop.visit.after ?? -1)) {
      stops[i] = { ...stop, kind: 'fixed' }
    }
  })
}

/** Between two visits as they are planned today the way takes no more than the time there is. */
function travelOf(
  day: Day,
  planned: readonly (readonly DayVisit[])[],
  place: ReadonlyMap<number, number>,
): Float64Array {
  const places = day.visits.length + day.crews.length
  const travel = new Float64Array(places * places)
  for (let from = 0; from < places; from++) {
    for (let to = 0; to < places; to++) travel[from * places + to] = day.minutes(from, to)
  }
  for (const visits of planned) {
    visits.slice(1).forEach((visit, i) => {
      const before = visits[i]!
      const cell = place.get(before.id)! * places + place.get(visit.id)!
      travel[cell] = wayOfPlan(before, visit, travel[cell]!)
    })
  }
  return travel
}

/** What is left of working time from an instant on. */
const fromOn = (pieces: readonly Piece[], time: number): Piece[] =>
  pieces.filter(({ to }) => to > time).map(({ from, to }) => ({ from: Math.max(from, time), to }))
