import { useLocation, useNavigate } from '@remix-run/react'
import { memo, useMemo, useState } from 'react'
import { useWords } from '#app/i18n/use-words.ts'
import { DispatchMap, type MapStop } from '#app/ui/console/map.tsx'
import { KeyShape } from '#app/ui/console/map-parts.tsx'
import type { BoardCrew, BoardVisit } from './board-view.server.ts'
import { chosenRoutes, type DayStop, type ProposedPlace, routesOf } from './map-stops.ts'
import type { MapView } from './map-view.server.ts'

interface DayOnMap extends MapView {
  crews: readonly BoardCrew[]
  unassigned: readonly BoardVisit[]
  proposed: readonly ProposedPlace[]
}

/**
 * The day on a map: each crew's way from stop to stop, and where those live who wait for a crew. Drawn anew only when
 * one of them changed: the board around it is drawn far more often.
 */
export const BoardMap = memo(DayMap, (before, after) =>
  (Object.keys(after) as (keyof DayOnMap)[]).every((key) => same(before[key], after[key])),
)

const same = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, i) => item === b[i])
    : a === b

function DayMap({ crews, unassigned, proposed, places, cities, tiles }: DayOnMap) {
  const { t, format, locale } = useWords()
  const navigate = useNavigate()
  // The day and the filters stay when a stop is opened.
  const { pathname, search } = useLocation()
  const selected = Number(/\/visits\/(\d+)$/.exec(pathname)?.[1] ?? NaN)
  const [choice, choose] = useState('watch')
  const day = useMemo(() => routesOf(crews, unassigned, proposed), [crews, unassigned, proposed])
  const shown = chosenRoutes(day.routes, choice, { selected, cities })
  const comma = locale === 'en' ? ', ' : '，'
  const said = (parts: (string | false | undefined)[]) => parts.filter(Boolean).join(comma)

  const stateOf = ({ visit, look }: DayStop) => {
    if (look === 'proposal') return t('dispatch:legend.proposal')
    if (visit.delay !== 'none') return t(`dispatch:state.${visit.delay}`)
    return t(`words:visitStatus.${visit.status}`)
  }
  const stopOf = (visit: BoardVisit, more: Omit<MapStop, 'visit' | 'href' | 'point'>) => {
    if (!visit.point) return []
    const href = `/console/dispatch/visits/${visit.id}${search}`
    const common = { selected: visit.id === selected, rough: !visit.exact }
    return [{ visit: visit.id, href, point: visit.point, ...common, ...more }]
  }
  const about = ({ exact }: BoardVisit) => !exact && t('dispatch:map.rough')
  const stopWords = (crew: BoardCrew, stop: DayStop, n: number) =>
    said([
      t('dispatch:map.stop', { crew: crew.name, n }),
      stop.visit.name,
      stop.start !== null && format.time(stop.start),
      stateOf(stop),
      about(stop.visit),
    ])

  const routes = shown.map(({ crew, stops }) => ({
    key: String(crew.id),
    name: crew.name,
    base: crew.base,
    stops: stops.flatMap((stop, i) =>
      stopOf(stop.visit, { look: stop.look, number: i + 1, label: stopWords(crew, stop, i + 1) }),
    ),
  }))
  const loose = day.loose.flatMap((visit) =>
    stopOf(visit, {
      look: 'unassigned',
      label: said([
        t('dispatch:tray.title'),
        visit.name,
        t(`words:skill.${visit.skill}`),
        format.span(visit.windowStart, visit.windowEnd),
        about(visit),
      ]),
    }),
  )

  return (
    <DispatchMap
      label={t('dispatch:map.title')}
      places={places}
      routes={routes}
      loose={loose}
      tiles={tiles}
      onOpen={(href) => navigate(href, { preventScrollReset: true })}
      words={{
        nearer: t('dispatch:map.nearer'),
        farther: t('dispatch:map.farther'),
        fit: t('dispatch:map.fit'),
        none: t('dispatch:map.none'),
        picture: t('dispatch:map.picture'),
      }}
      filter={
        <select
          className="in"
          aria-label={t('dispatch:map.choose')}
          value={choice}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="watch">{t('dispatch:map.watch')}</option>
          <option value="all">{t('dispatch:map.all')}</option>
          {cities.length > 1 &&
            cities.map(({ name }) => (
              <option key={name} value={`city ${name}`}>
                {name}
              </option>
            ))}
          {crews.map(({ id, name }) => (
            <option key={id} value={`crew ${id}`}>
              {name}
            </option>
          ))}
        </select>
      }
      legend={
        <>
          <span>
            <KeyShape look="base" />
            {t('dispatch:map.base')}
          </span>
          <span>
            <KeyShape look="unassigned" />
            {t('dispatch:tray.title')}
          </span>
        </>
      }
    >
      <ul>
        {shown.map(({ crew, stops }) => (
          <li key={crew.id}>
            {crew.name}
            <ol>
              {stops.map((stop) => (
                <li key={stop.visit.id}>
                  {said([
                    stop.look !== 'proposal' &&
                      stop.visit.way !== null &&
                      t('dispatch:map.way', { minutes: stop.visit.way }),
                    stop.visit.name,
                    stop.visit.areaName,
                    stop.start !== null && format.time(stop.start),
                    stateOf(stop),
                    stop.visit.point === null && t('dispatch:map.nowhere'),
                  ])}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </DispatchMap>
  )
}
