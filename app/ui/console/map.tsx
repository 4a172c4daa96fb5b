import { type ReactNode, useId, useState } from 'react'
import { Btn } from './buttons.tsx'
import { Stop, type StopProps } from './map-parts.tsx'
import {
  metresAUnit,
  type Position,
  scaleBar,
  type Spot,
  spotOf,
  spread,
  tilesUnder,
} from './map-projection.ts'
import { useMapView } from './map-view.ts'
import { useLitVisits } from './lit-visits.ts'

export type MapStop = StopProps & { point: Position }

export interface MapRoute {
  key: string
  /** The crew's. */
  name: string
  base: Position | null
  /** In the order of the day. */
  stops: MapStop[]
}

export interface MapPlace {
  name: string
  point: Position
  /** Larger, and shown from farther away. */
  area?: boolean
}

/** Patterns and colours tell routes apart; past these they begin again. */
const routeStyles = 6
/** Names of districts are shown where so many metres or fewer are one unit. */
const districtsFrom = 60
const apart = 21

/**
 * A day's routes drawn from coordinates alone; with tiles, over them. A named figure: what it shows is said in words
 * by `children`, and every stop is a link.
 */
export function DispatchMap({
  label,
  places,
  routes,
  loose,
  tiles,
  words,
  filter,
  legend,
  onOpen,
  children,
}: {
  label: string
  places: MapPlace[]
  routes: MapRoute[]
  /** Visits on no route. */
  loose: MapStop[]
  tiles?: { url: string; credit: string } | null
  words: { nearer: string; farther: string; fit: string; none: string; picture: string }
  /** Which routes are shown. */
  filter?: ReactNode
  /** What the shapes mean that nothing else on the page says. */
  legend: ReactNode
  onOpen?: (href: string) => void
  /** The same in words. */
  children: ReactNode
}) {
  const id = useId()
  const [focused, focus] = useState<number | null>(null)
  const onRoutes = routes.flatMap(({ stops }) => stops)
  const wanted = [
    ...routes.flatMap(({ base, stops }) => [...(base ? [base] : []), ...stops.map(pointOf)]),
    ...(onRoutes.length === 0 ? loose : loose.filter(({ selected }) => selected)).map(pointOf),
  ]
  const points = wanted.length > 0 ? wanted : places.map(pointOf)
  const { ref, size, view, fits, fit, show, nearer, farther, handlers } = useMapView(points)
  useLitVisits()
  const chosen = [...onRoutes, ...loose].find(({ selected }) => selected)
  const [followed, follow] = useState(chosen?.visit)
  if (chosen?.visit !== followed) {
    follow(chosen?.visit)
    if (chosen) show(chosen.point)
  }
  if (!view) {
    return (
      <figure className="map-figure" aria-label={label}>
        <p className="map-none muted">{words.none}</p>
      </figure>
    )
  }

  const spot = (point: Position) => spotOf(view, size, point)
  const inside = ({ x, y }: Spot) =>
    x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20
  const all = [...onRoutes, ...loose]
  const actual = all.map(({ point }) => spot(point))
  const drawn = spread(actual, apart)
  const entry = all.find(({ visit }) => visit === focused) ?? all.find(({ selected }) => selected)
  const tabStop = entry?.visit ?? all[0]?.visit
  // The chosen one lies on top.
  const order = all
    .map((_, i) => i)
    .sort((a, b) => Number(all[a]!.selected === true) - Number(all[b]!.selected === true))
  const bar = scaleBar(view, 120)
  const shownPlaces = tiles
    ? []
    : places.filter(
        ({ area, point }) => (area || metresAUnit(view) <= districtsFrom) && inside(spot(point)),
      )

  return (
    <figure className="map-figure" aria-label={label}>
      <div className="map-field">
        <svg
          ref={ref}
          className="map"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="group"
          aria-label={words.picture}
          aria-describedby={`${id}-words`}
          tabIndex={0}
          {...handlers}
        >
          {tiles && (
            <g className="tiles" aria-hidden="true">
              {tilesUnder(view, size, tiles.url).map(({ key, url, x, y, side }) => (
                <image key={key} href={url} x={x} y={y} width={side} height={side} />
              ))}
            </g>
          )}
          <g aria-hidden="true">
            {shownPlaces.map(({ name, point, area }) => {
              const at = spot(point)
              return (
                <text
                  key={name}
                  className={area ? 'place area' : 'place'}
                  x={at.x}
                  y={at.y + (area ? 19 : 4)}
                >
                  {name}
                </text>
              )
            })}
            <Routes routes={routes} spot={spot} drawn={drawn} />
          </g>
          {order.map((i) => {
            const { point, ...stop } = all[i]!
            return (
              <Stop
                key={stop.visit}
                {...stop}
                at={drawn[i]!}
                from={actual[i]!}
                tabIndex={stop.visit === tabStop ? 0 : -1}
                onFocus={() => {
                  focus(stop.visit)
                  show(point)
                }}
                onOpen={onOpen}
              />
            )
          })}
          <g className="scale" transform={`translate(12 ${size.height - 12})`} aria-hidden="true">
            <path d={`M0-5V0H${bar.length.toFixed(1)}V-5`} />
            <text x={bar.length + 6} y="0">
              {bar.metres < 1000 ? `${bar.metres} m` : `${bar.metres / 1000} km`}
            </text>
          </g>
        </svg>
        <div className="map-tools">
          <Btn type="button" icon="plus" label={words.nearer} onClick={nearer} />
          <Btn type="button" icon="minus" label={words.farther} onClick={farther} />
          <Btn type="button" icon="fit" label={words.fit} onClick={fit} disabled={fits} />
        </div>
        {filter && <div className="map-filter">{filter}</div>}
        <figcaption className="map-key">
          {legend}
          {tiles?.credit && <span>{tiles.credit}</span>}
        </figcaption>
      </div>
      <div className="vh" id={`${id}-words`}>
        {children}
      </div>
    </figure>
  )
}

const pointOf = ({ point }: { point: Position }) => point

/** Each crew's way as a line with a pattern and a colour of its own, and its name where it begins. */
function Routes({
  routes,
  spot,
  drawn,
}: {
  routes: MapRoute[]
  spot: (point: Position) => Spot
  /** Where the stops of all routes stand, one after the other. */
  drawn: Spot[]
}) {
  const ends = routes.reduce<number[]>(
    (all, { stops }) => [...all, (all.at(-1) ?? 0) + stops.length],
    [],
  )
  const lines = routes.map((route, i) => {
    const stops = drawn.slice(ends[i]! - route.stops.length, ends[i])
    const base = route.base && spot(route.base)
    return { route, base, way: base ? [base, ...stops] : stops }
  })
  const starts = lines.map(({ way }) => way[0])
  return lines.map(({ route, base, way }, i) => {
    const start = starts[i]
    if (!start) return null
    // Crews that set out from one place have their names under one another.
    const above = starts
      .slice(0, i)
      .filter(
        (other) => other && Math.abs(other.x - start.x) < 60 && Math.abs(other.y - start.y) < 16,
      )
    const style = (i % routeStyles) + 1
    return (
      <g key={route.key} className={`way way-${style}`}>
        <path d={`M${way.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`} />
        {base && <circle className="base" cx={base.x} cy={base.y} r="4" />}
        <text className="crew-name" x={start.x + 9} y={start.y - 9 - above.length * 15}>
          {route.name}
        </text>
      </g>
    )
  })
}
