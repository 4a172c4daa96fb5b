import type { ReactNode } from 'react'
import { ConsoleIcon } from '../icons.tsx'
import { A } from '../links.tsx'
import type { StatusLook } from './status.tsx'

/** The hours the board shows; what lies outside stands at its edge. */
export const boardHours = { from: 8, to: 21 } as const

const quarters = (boardHours.to - boardHours.from) * 4
const hours = Array.from({ length: boardHours.to - boardHours.from }, (_, i) => boardHours.from + i)

/** Quarter hours since the board's first hour. */
export interface BoardSpan {
  from: number
  to: number
}

export interface BoardStop {
  key: string
  href: string
  span: BoardSpan
  look: StatusLook
  late?: boolean
  /** Read out before the name, and shown on a phone. */
  label: string
  time: string
  name: ReactNode
  what: ReactNode
}

export interface BoardRow {
  key: string
  name: ReactNode
  under: ReactNode
  members: ReactNode
  /** When the crew works; the rest is hatched. */
  working: BoardSpan[]
  stops: BoardStop[]
}

/** The tray of what has no crew, and the board beside it. */
export function Dispatch({ tray, children }: { tray: ReactNode; children: ReactNode }) {
  return (
    <div className="dispatch">
      {tray}
      <div>{children}</div>
    </div>
  )
}

/** Crews as rows against time. */
export function Board({
  label,
  corner,
  rows,
  now,
  empty,
}: {
  label: string
  corner: ReactNode
  rows: BoardRow[]
  /** Where the clock stands, when it is today's board. */
  now?: number
  /** Said where a crew has nothing. */
  empty: ReactNode
}) {
  return (
    <section className="board-wrap" aria-label={label}>
      <div className="board">
        <div className="hours" aria-hidden="true">
          <span>{corner}</span>
          {hours.map((hour) => (
            <span key={hour}>{String(hour).padStart(2, '0')}</span>
          ))}
        </div>
        <div className="board-over" aria-hidden="true">
          {hours.map((hour, index) => (
            <span key={hour} className={`hr ${place({ from: index * 4, to: index * 4 + 4 })}`} />
          ))}
          {now !== undefined && now >= 0 && now < quarters && (
            <i className={`now ${place({ from: now, to: now + 1 })}`} />
          )}
        </div>
        <ol>
          {rows.map((row) => (
            <li className="crew-row" key={row.key}>
              <h3>
                {row.name}
                <small>{row.under}</small>
                <small>{row.members}</small>
              </h3>
              <Lane row={row} empty={empty} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function Lane({ row, empty }: { row: BoardRow; empty: ReactNode }) {
  return (
    <ol className="lane">
      {outside(row.working).map((span) => (
        <li key={`rest-${span.from}`} className={`rest ${place(span)}`} aria-hidden="true" />
      ))}
      {row.stops.length === 0 && <li className={`free ${place(whole(row.working))}`}>{empty}</li>}
      {row.stops.map((stop) => (
        <li key={stop.key} className={place(stop.span)}>
          <A
            className={`stop is-${stop.look.tone}${stop.late ? ' is-late' : ''}`}
            href={stop.href}
            title={`${stop.time} ${stop.label}`}
          >
            <span>
              <ConsoleIcon name={stop.look.icon} />
              <span className="clock-words">{stop.time}</span>
              <span className="vh">{stop.label}</span>
              <b>{stop.name}</b>
            </span>
            <span>
              <small>{stop.what}</small>
            </span>
          </A>
        </li>
      ))}
    </ol>
  )
}

function place({ from, to }: BoardSpan): string {
  const start = Math.min(Math.max(from, 0), quarters - 1)
  const end = Math.min(Math.max(to, start + 1), quarters)
  return `from-${start} long-${end - start}`
}

const whole = (working: BoardSpan[]): BoardSpan => ({
  from: working[0]?.from ?? 0,
  to: working.at(-1)?.to ?? quarters,
})

function outside(working: BoardSpan[]): BoardSpan[] {
  const gaps: BoardSpan[] = []
  let last = 0
  for (const { from, to } of working) {
    if (from > last) gaps.push({ from: last, to: Math.min(from, quarters) })
    last = Math.max(last, to)
  }
  if (last < quarters) gaps.push({ from: last, to: quarters })
  return gaps
}
