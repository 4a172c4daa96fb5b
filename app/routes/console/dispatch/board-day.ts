import type { BoardCrew, BoardVisit } from './board-view.server.ts'
import { type DropCrew, type DropVisit, type Pace, wayTo } from './judge-drop.ts'
import type { Change } from './moves.ts'

/** A day as the board holds it: what the server told, and on top what was just moved. */
export interface BoardDay {
  crews: readonly BoardCrew[]
  unassigned: readonly BoardVisit[]
}

/** Turns instants into minutes of a day and back: counted from its noon, which no change of the clocks moves. */
export interface DayClock {
  minuteOf: (iso: string) => number
  isoOf: (minute: number) => string
}

export function dayClock(noon: string): DayClock {
  const middle = Date.parse(noon)
  return {
    minuteOf: (iso) => Math.round((Date.parse(iso) - middle) / 60_000) + 720,
    isoOf: (minute) => new Date(middle + (minute - 720) * 60_000).toISOString(),
  }
}

/** `09:30` of a minute of the day. */
export const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The day with what is on its way to the server already at its new place; crews that nothing touches stay the same. */
export function withChanges(
  day: BoardDay,
  changes: readonly Pick<Change, 'visitId' | 'to'>[],
  pace: Pace,
): BoardDay {
  let { crews, unassigned } = day
  for (const { visitId, to } of changes) {
    const visit = findVisit({ crews, unassigned }, visitId)
    if (!visit || (to.crewId !== null && to.start === null)) continue
    const moved: BoardVisit = {
      ...visit,
      ...to,
      status: to.crewId === null ? 'proposed' : 'confirmed',
    }
    if (to.crewId !== visit.crewId || to.start !== visit.start) {
      Object.assign(moved, { delay: 'none', expected: null, expectedEnd: null, lateMinutes: 0 })
    }
    crews = crews.map((crew) => {
      const has = crew.visits.some(({ id }) => id === visitId)
      if (!has && crew.id !== to.crewId) return crew
      const others = crew.visits.filter(({ id }) => id !== visitId)
      const visits = crew.id === to.crewId && to.start !== null ? [...others, moved] : others
      return { ...crew, visits: inOrder(crew, visits, pace) }
    })
    unassigned = unassigned.filter(({ id }) => id !== visitId)
    if (to.crewId === null) unassigned = [...unassigned, moved].sort(byWindow)
  }
  return { crews, unassigned }
}

export const findVisit = ({ crews, unassigned }: BoardDay, id: number): BoardVisit | undefined =>
  unassigned.find((one) => one.id === id) ??
  crews.flatMap(({ visits }) => visits).find((one) => one.id === id)

const byWindow = (a: BoardVisit, b: BoardVisit) =>
  Number(b.windowOver) - Number(a.windowOver) ||
  a.windowStart.localeCompare(b.windowStart) ||
  a.id - b.id

function inOrder(crew: BoardCrew, visits: BoardVisit[], pace: Pace): BoardVisit[] {
  const sorted = visits.sort((a, b) => a.start!.localeCompare(b.start!) || a.id - b.id)
  return sorted.map((visit, i) => {
    const base = { point: crew.base, areaId: crew.homeAreaId }
    return {
      ...visit,
      way: wayTo(visit, { before: sorted[i - 1] ?? null, base }, pace)?.minutes ?? null,
    }
  })
}

export const dropVisitOf = (visit: BoardVisit, { minuteOf }: DayClock): DropVisit => ({
  id: visit.id,
  skill: visit.skill,
  areaId: visit.areaId,
  point: visit.point,
  minutes: visit.minutes,
  window: { from: minuteOf(visit.windowStart), to: minuteOf(visit.windowEnd) },
  movable: visit.movable,
})

export const dropCrewOf = (crew: BoardCrew, { minuteOf }: DayClock): DropCrew => ({
  id: crew.id,
  name: crew.name,
  active: crew.active,
  skills: crew.skills,
  areaIds: crew.areaIds,
  working: crew.working.map(({ start, end }) => ({ from: minuteOf(start), to: minuteOf(end) })),
  base: { point: crew.base, areaId: crew.homeAreaId },
  taken: crew.visits.map((visit) => ({
    id: visit.id,
    name: visit.name,
    from: minuteOf(visit.start!),
    to: minuteOf(visit.end!),
    point: visit.point,
    areaId: visit.areaId,
  })),
})
