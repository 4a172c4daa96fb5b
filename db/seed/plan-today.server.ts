import type { Skill } from '#db/vocabulary/visits.ts'
import { addMinutes, dayOf } from '#app/platform/time.server.ts'
import { repaired } from './courses-done.server.ts'
import { booked, underWay, workMinutes } from './courses-open.server.ts'
import type { Crew } from './crews.server.ts'
import { near } from './plan-bookings.server.ts'
import type { MakeOpening } from './plan.server.ts'
import { evening, isOnShift, type Stop, windowOf, windows } from './roster.server.ts'
import type { Telling } from './telling.ts'

const day = 720
const agreedBefore = [2 * day, 4 * day] as const
const visited = { city: 'suzhou', which: 'pictured' } as const
/** In how many minutes a crew arrives, or arrived, that stands where it does. */
const arrivalIn = { working: -26, arrived: -8, on_the_way: 14 } as const
type Under = keyof typeof arrivalIn

/**
 * Today as it stands at the hour the demo is loaded: what is over is finished, three repairs and a delivery are under
 * way, the rest is to come. Crew 1 has five visits whatever the hour.
 */
export function tellToday(telling: Telling, opening: MakeOpening): void {
  const { crews, roster, today, now } = telling
  const [first, second] = crews as readonly [Crew, Crew]
  const isOver = (window: number) => windowOf(today, window).end <= now
  const tell = (stop: Stop, over: boolean) => {
    const sent = opening('repair', agreedBefore, visited)
    if (over) repaired(telling, sent, stop, { asking: 'due' })
    else booked(telling, sent, stop)
  }
  windows.forEach((_, window) => {
    const stop = roster.take(first, today, window)
    tell(isOver(window) ? stop : { ...stop, start: startToCome(telling, stop) }, isOver(window))
  })
  const out = outNow(telling, second, 'working')
  const early = windowOf(today, 0)
  if (early.end <= now && out.window.start.getTime() !== early.start.getTime()) {
    tell(roster.take(second, today, 0), true)
  }
  underWay(telling, opening('repair', agreedBefore, visited), out, 'working')
  const late = windowOf(today, evening)
  if (addMinutes(out.start, Math.max(...workMinutes)) <= late.start) {
    tell(roster.take(second, today, evening), false)
  }
  for (const until of ['on_the_way', 'arrived'] as const) {
    const stop = crewOutNow(telling, 'repair', until)
    underWay(telling, opening('repair', agreedBefore, near(stop)), stop, until)
  }
  const lorry = crewOutNow(telling, 'delivery', 'working')
  underWay(telling, opening('delivery', agreedBefore, near(lorry)), lorry, 'working')
}

/** At the window's beginning; in the one that has begun, as late as its work still fits. */
function startToCome({ now }: Telling, { window }: Stop): Date {
  const soon = addMinutes(now, 25)
  const latest = addMinutes(window.end, -workMinutes[0])
  if (soon <= window.start) return window.start
  return inFives(soon < latest ? soon : latest)
}

/** A crew's stop whose plan is what it does now; out of hours a call-out. */
function outNow({ now, today, roster }: Telling, crew: Crew, until: Under): Stop & { start: Date } {
  const at = inFives(addMinutes(now, arrivalIn[until]))
  const place = windowAt(today, at, until)
  if (place !== -1 && isOnShift(crew, today, place)) {
    const stop = roster.take(crew, today, place)
    return { ...stop, start: at < stop.window.start ? stop.window.start : at }
  }
  const start = new Date(Math.floor(at.getTime() / 1_800_000) * 1_800_000)
  return { crew, day: dayOf(start), window: { start, end: addMinutes(start, 120) }, start: at }
}

/** Whoever sets out early may wait for the window. */
const windowAt = (today: string, at: Date, until: Under) =>
  windows.findIndex((_, window) => {
    const { start, end } = windowOf(today, window)
    return at < end && (until === 'on_the_way' ? addMinutes(at, 30) : at) >= start
  })

/** Another crew with this skill that nobody sent out yet, on shift where one is. */
function crewOutNow(telling: Telling, skill: Skill, until: Under): Stop {
  const { crews, now, today, tickets, timeOff } = telling
  const place = windowAt(today, inFives(addMinutes(now, arrivalIn[until])), until)
  const out = new Set(tickets.flatMap(({ visits }) => visits.map((visit) => visit.crew)))
  const able = crews.filter(
    (crew) => crew.skills.includes(skill) && !out.has(crew) && crew !== timeOff.half.crew,
  )
  const onShift = able.find((crew) => place !== -1 && isOnShift(crew, today, place))
  return outNow(telling, (onShift ?? able[0])!, until)
}

const inFives = (at: Date) => new Date(Math.floor(at.getTime() / 300_000) * 300_000)
