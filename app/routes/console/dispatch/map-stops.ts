import type { StopLook } from '#app/ui/console/map-parts.tsx'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'

/** What a plan would put on a crew. */
export interface ProposedPlace {
  visitId: number
  crewId: number
  start: string
}

export interface DayStop {
  visit: BoardVisit
  look: StopLook
  start: string | null
}

export interface DayRoute {
  crew: BoardCrew
  stops: DayStop[]
  /** Something of it asks for the dispatcher's eye. */
  watch: boolean
}

/** A day's routes as a map shows them: with what a plan would change, in the order of time. */
export function routesOf(
  crews: readonly BoardCrew[],
  unassigned: readonly BoardVisit[],
  proposed: readonly ProposedPlace[],
): { routes: DayRoute[]; loose: BoardVisit[] } {
  const moving = new Map(proposed.map((place) => [place.visitId, place]))
  const visits = new Map(
    [...crews.flatMap((crew) => crew.visits), ...unassigned].map((visit) => [visit.id, visit]),
  )
  const routes = crews.map((crew): DayRoute => {
    const standing = crew.visits
      .filter(({ id }) => !moving.has(id))
      .map((visit) => ({ visit, look: lookOf(visit), start: visit.start }))
    const coming = proposed.flatMap(({ visitId, crewId, start }): DayStop[] => {
      const visit = crewId === crew.id ? visits.get(visitId) : undefined
      return visit ? [{ visit, look: 'proposal', start }] : []
    })
    const stops = [...standing, ...coming].sort((a, b) => timeOf(a) - timeOf(b))
    const watch = stops.some(({ look }) => ['late', 'risk', 'proposal'].includes(look))
    return { crew, stops, watch }
  })
  return { routes, loose: unassigned.filter(({ id }) => !moving.has(id)) }
}

/** Which routes are shown: those to watch and the chosen visit's, three at least; or a city's, one crew's, all. */
export function chosenRoutes(
  routes: readonly DayRoute[],
  choice: string,
  { selected, cities }: { selected: number; cities: { name: string; areaIds: number[] }[] },
): DayRoute[] {
  const busy = routes.filter(({ stops }) => stops.length > 0)
  if (choice === 'all') return busy
  const [kind, name] = [choice.slice(0, 4), choice.slice(5)]
  if (kind === 'crew') return routes.filter(({ crew }) => String(crew.id) === name)
  if (kind === 'city') {
    const areaIds = new Set(cities.find((city) => city.name === name)?.areaIds)
    return busy.filter(({ crew, stops }) =>
      crew.homeAreaId === null
        ? stops.some(({ visit }) => areaIds.has(visit.areaId ?? -1))
        : areaIds.has(crew.homeAreaId),
    )
  }
  const wanted = new Set(
    busy.filter(({ watch, stops }) => watch || stops.some(({ visit }) => visit.id === selected)),
  )
  for (const route of busy) if (wanted.size < 3) wanted.add(route)
  return busy.filter((route) => wanted.has(route))
}

function lookOf({ status, delay }: BoardVisit): StopLook {
  if (status === 'finished') return 'done'
  if (delay === 'late') return 'late'
  if (delay === 'risk' || delay === 'over') return 'risk'
  return status === 'confirmed' || status === 'proposed' ? 'planned' : 'active'
}

const timeOf = ({ start }: DayStop) => (start === null ? Infinity : Date.parse(start))
