import { type Skill, skills } from '#db/vocabulary/visits.ts'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'

export const trayOnly = ['today', 'risk'] as const
export type TrayOnly = (typeof trayOnly)[number]

/** What the address says about which visits and crews are looked at. */
export interface TrayFilter {
  text: string
  skill: Skill | null
  only: TrayOnly | null
  urgentFirst: boolean
  areas: readonly number[]
}

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null =>
  all.find((one) => one === value) ?? null

export const readFilter = (params: URLSearchParams): TrayFilter => ({
  text: (params.get('q') ?? '').trim().slice(0, 100),
  skill: oneOf(skills, params.get('skill')),
  only: oneOf(trayOnly, params.get('only')),
  urgentFirst: params.get('first') === 'urgent',
  areas: params
    .getAll('area')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0),
})

/** So long before a window ends without a crew it is at risk. */
const riskMinutes = 120

export function filterTray(
  visits: readonly BoardVisit[],
  filter: TrayFilter,
  { noon, now }: { noon: string; now: string | null },
): BoardVisit[] {
  const text = filter.text.toLocaleLowerCase()
  const shown = visits.filter(
    (visit) =>
      (!filter.skill || visit.skill === filter.skill) &&
      inAreas(filter, visit.areaId) &&
      (text === '' || saidOf(visit).includes(text)) &&
      (filter.only !== 'today' || isOnDay(visit, noon)) &&
      (filter.only !== 'risk' || isAtRisk(visit, now)),
  )
  return filter.urgentFirst ? shown.sort((a, b) => Number(b.urgent) - Number(a.urgent)) : shown
}

const saidOf = ({ name, work, product, address, number }: BoardVisit) =>
  [name, work, product, address, number].join(' ').toLocaleLowerCase()

const inAreas = ({ areas }: TrayFilter, areaId: number | null) =>
  areas.length === 0 || (areaId !== null && areas.includes(areaId))

const isOnDay = ({ windowStart }: BoardVisit, noon: string) =>
  Math.abs(Date.parse(windowStart) - Date.parse(noon)) <= 43_200_000

export const isAtRisk = ({ windowOver, windowEnd }: BoardVisit, now: string | null) =>
  windowOver || (now !== null && Date.parse(windowEnd) - Date.parse(now) < riskMinutes * 60_000)

/** A crew without areas goes anywhere; one with visits in these areas is shown with them. */
export const crewsIn = (crews: readonly BoardCrew[], filter: TrayFilter): readonly BoardCrew[] =>
  filter.areas.length === 0
    ? crews
    : crews.filter(
        ({ areaIds, visits }) =>
          areaIds.length === 0 ||
          areaIds.some((id) => filter.areas.includes(id)) ||
          visits.some(({ areaId }) => areaId !== null && filter.areas.includes(areaId)),
      )

/** The same address with one parameter changed or, with null, taken away. */
export function addressWith(
  search: string,
  name: string,
  value: string | null,
  only?: string,
): string {
  const params = new URLSearchParams(search)
  if (value === null && only !== undefined) params.delete(name, only)
  else if (value === null) params.delete(name)
  else params.set(name, value)
  return `?${params.toString()}`
}
