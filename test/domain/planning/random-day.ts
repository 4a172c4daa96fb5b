import fc from 'fast-check'
import type { Day, DayCrew, DayVisit, Piece } from '#app/domain/planning/day.ts'
import { visitStatuses } from '#db/vocabulary/visits.ts'

const skills = ['repair', 'install', 'survey'] as const
const times = (from: number, to: number) =>
  fc.integer({ min: from / 5, max: to / 5 }).map((n) => n * 5)

const aCrew = fc.record({
  skills: fc.subarray([...skills], { minLength: 1 }),
  areaIds: fc.subarray([1, 2, 3]),
  active: fc.nat({ max: 9 }).map((n) => n > 0),
  from: times(420, 600),
  to: times(720, 1140),
  off: fc.nat({ max: 9 }).map((n) => n === 0),
  at: fc.nat({ max: 40 }),
})

const aVisit = fc.record({
  skill: fc.constantFrom(...skills),
  areaId: fc.constantFrom(1, 2, 3, null),
  minutes: times(15, 150),
  windowFrom: times(480, 960),
  windowLength: times(30, 240),
  crew: fc.option(fc.nat({ max: 5 }), { freq: 2 }),
  start: times(420, 1080),
  status: fc.constantFrom(
    'confirmed' as const,
    'confirmed' as const,
    'confirmed' as const,
    ...visitStatuses,
  ),
  pinned: fc.nat({ max: 5 }).map((n) => n === 0),
  calledAhead: fc.nat({ max: 9 }).map((n) => n === 0),
  visitable: fc.nat({ max: 9 }).map((n) => n > 0),
  linked: fc.nat({ max: 5 }).map((n) => n === 0),
  at: fc.nat({ max: 40 }),
})

/** A day as it may be: some crews off, visits planned well and badly, the clock before it or in the midst of it. */
export const aDay: fc.Arbitrary<Day> = fc
  .record({
    mode: fc.constantFrom('fill' as const, 'replan' as const),
    now: fc.oneof(
      fc.constant(-600),
      times(420, 1080).map((n) => n + 2),
    ),
    crews: fc.array(aCrew, { minLength: 1, maxLength: 5 }),
    visits: fc.array(aVisit, { maxLength: 14 }),
  })
  .map(({ mode, now, crews: drawn, visits: wanted }) => {
    const crews = drawn.map((one, i): DayCrew => {
      const whole = one.off || !one.active ? [] : [{ from: one.from, to: one.to }]
      return { id: 100 + i, ...one, whole, pieces: whole.flatMap(withoutNoon) }
    })
    const visits: DayVisit[] = []
    for (const [i, one] of wanted.entries()) visits.push(visitOf(i, one, crews, visits, now))
    const places = [...wanted, ...drawn].map(({ at }) => at)
    const minutes = (a: number, b: number) => 3 + Math.abs(places[a]! - places[b]!)
    const km = (a: number, b: number) => Math.abs(places[a]! - places[b]!) / 2
    return { day: '2026-03-11', mode, now, callAheadMinutes: 30, visits, crews, minutes, km }
  })

const withoutNoon = ({ from, to }: Piece): Piece[] =>
  [
    { from, to: Math.min(to, 720) },
    { from: Math.max(from, 810), to },
  ].filter((piece) => piece.from < piece.to)

type Drawn = typeof aVisit extends fc.Arbitrary<infer T> ? T : never

function visitOf(
  i: number,
  one: Drawn,
  crews: readonly DayCrew[],
  before: readonly DayVisit[],
  now: number,
): DayVisit {
  const crew = one.crew === null ? undefined : crews[one.crew]
  const span = { from: one.start, to: one.start + one.minutes }
  const taken = before.some(
    ({ plan }) => plan?.crewId === crew?.id && plan && plan.from < span.to && span.from < plan.to,
  )
  const plan = crew && !taken ? { crewId: crew.id, ...span } : null
  const begun = one.status !== 'confirmed' && one.status !== 'proposed'
  const status = !plan ? 'proposed' : begun && span.from < now ? one.status : 'confirmed'
  const first = one.linked
    ? before.find(({ after, window }) => after === null && window.to <= one.windowFrom)
    : undefined
  return {
    id: i + 1,
    version: 1,
    status: status === 'cancelled' ? 'finished' : status,
    skill: one.skill,
    areaId: one.areaId,
    minutes: one.minutes,
    window: { from: one.windowFrom, to: one.windowFrom + one.windowLength },
    plan,
    pinned: plan !== null && one.pinned,
    calledAhead: one.calledAhead,
    visitable: one.visitable,
    after: first?.id ?? null,
    setOut: null,
    arrived: null,
    started: status === 'working' ? span.from : null,
  }
}
