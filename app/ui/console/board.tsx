import { Fragment, memo, type ReactNode, type Ref } from 'react'
import { BoardCard, type BoardLeg, type BoardStop, BoardWay } from './board-card.tsx'
import {
  type BoardRange,
  type BoardSpan,
  outside,
  placeClasses,
  rangeClasses,
  shownOf,
} from './board-span.ts'

export interface BoardRow {
  key: string
  name: string
  under: ReactNode
  /** All there is to say about it in short. */
  title: string
  /** When the crew works; the rest is hatched. */
  working: BoardSpan[]
  stops: BoardStop[]
  legs: BoardLeg[]
}

/** The words a board says itself. */
export interface BoardWords {
  /** Where a crew has nothing. */
  free: string
  /** Where a crew doesn't work. */
  off: string
  /** The button of a visit's menu; none for who may only look. */
  menu?: string
}

/** The tray of what has no crew, the board beside it, and what belongs to both under it. */
export function Dispatch({
  tray,
  children,
  map,
  panel,
  legend,
}: {
  tray: ReactNode
  children: ReactNode
  map?: ReactNode
  legend?: ReactNode
  /** The matter in hand. */
  panel?: ReactNode
}) {
  return (
    <div className={panel ? 'dispatch dispatch-open' : 'dispatch'}>
      {tray}
      <div className="board-stack">
        {children}
        <div className="under">
          <div className="mapbox">
            {map}
            {legend}
          </div>
          {panel}
        </div>
      </div>
    </div>
  )
}

/** Crews as rows against time. */
export function Board({
  label,
  corner,
  rows,
  range,
  rest,
  now,
  current,
  fresh,
  words,
  inside,
  foot,
}: {
  label: string
  corner: ReactNode
  rows: BoardRow[]
  range: BoardRange
  /** Hours in which nobody is visited. */
  rest: BoardSpan[]
  /** Where the clock stands, in minutes of the day, and how it is written; when it is today's board. */
  now?: { at: number; label: string }
  /** The visit whose matter is open. */
  current?: number
  fresh: ReadonlySet<number>
  words: BoardWords
  inside?: Ref<HTMLDivElement>
  /** Said under the last crew. */
  foot?: ReactNode
}) {
  const hours = Array.from({ length: range.last - range.first }, (_, i) => range.first + i)
  const clock = now && shownOf({ from: now.at, to: now.at + 5 }, range)
  return (
    <section className="board-wrap" aria-label={label}>
      <div className={`board ${rangeClasses(range)}`} ref={inside}>
        <div className="hours" aria-hidden="true">
          <span className="corner">{corner}</span>
          <div className="track">
            {hours.map((hour) => (
              <span
                key={hour}
                className={`place hour ${placeClasses({ from: hour * 60, to: hour * 60 + 60 })}`}
              >
                {String(hour).padStart(2, '0')}
              </span>
            ))}
            {clock && <b className={`place now-label ${placeClasses(clock)}`}>{now.label}</b>}
          </div>
        </div>
        <div className="track board-over" aria-hidden="true">
          {rest.map((span) => {
            const shown = shownOf(span, range)
            return shown && <i key={span.from} className={`place rest ${placeClasses(shown)}`} />
          })}
        </div>
        <ol className="crew-rows">
          {rows.map((row) => (
            <CrewRow
              key={row.key}
              row={row}
              first={range.first}
              last={range.last}
              current={row.stops.some(({ visit }) => visit === current) ? current : undefined}
              fresh={freshIn(row, fresh)}
              words={words}
            />
          ))}
        </ol>
        {clock && (
          <div className="track now-line" aria-hidden="true">
            <i className={`place ${placeClasses(clock)}`} />
          </div>
        )}
        <div className="ghost" data-ghost="" aria-hidden="true" hidden>
          <b />
          <span />
        </div>
      </div>
      {foot}
    </section>
  )
}

/** One string, so that a row whose visits nobody touched is not drawn again. */
const freshIn = ({ stops }: BoardRow, fresh: ReadonlySet<number>) =>
  stops.flatMap(({ visit }) => (visit !== undefined && fresh.has(visit) ? [visit] : [])).join(' ')

const CrewRow = memo(function CrewRow({
  row,
  first,
  last,
  current,
  fresh,
  words,
}: {
  row: BoardRow
  first: number
  last: number
  current: number | undefined
  fresh: string
  words: BoardWords
}) {
  const range: BoardRange = { first, last }
  const touched = fresh === '' ? [] : fresh.split(' ')
  const free = row.working[0] && shownOf({ from: row.working[0].from, to: last * 60 }, range)
  return (
    <li className="crew-row" data-crew={row.key}>
      <h3 title={row.title}>
        {row.name}
        <small>{row.under}</small>
      </h3>
      <ol className="lane track">
        {outside(row.working, range).map((span) => (
          <li
            key={`off-${span.from}`}
            className={`place off ${placeClasses(span)}`}
            aria-hidden="true"
          >
            {span.to - span.from >= 120 && <span>{words.off}</span>}
          </li>
        ))}
        {row.stops.length === 0 && free && (
          <li className={`place free ${placeClasses(free)}`}>{words.free}</li>
        )}
        {row.stops.map((stop) => {
          const leg = row.legs.find(({ to }) => to === stop.visit)
          return (
            <Fragment key={stop.key}>
              {leg && <BoardWay leg={leg} range={range} />}
              <BoardCard
                stop={stop}
                range={range}
                current={stop.visit !== undefined && stop.visit === current}
                fresh={touched.includes(String(stop.visit))}
                menu={words.menu}
              />
            </Fragment>
          )
        })}
      </ol>
    </li>
  )
})
