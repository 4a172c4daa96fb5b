import type { ReactNode } from 'react'
import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { type BoardRange, type BoardSpan, placeClasses, shownOf } from './board-span.ts'
import type { StatusLook } from './status.tsx'

export interface BoardMark {
  icon: ConsoleIconName
  label: string
}

export interface BoardStop {
  key: string
  /** The visit's id, for scripts; a proposal has none. */
  visit?: number
  href: string
  span: BoardSpan
  look: StatusLook
  /** A proposal is dashed, and nobody moves it. */
  kind: 'visit' | 'proposal'
  movable: boolean
  /** Read out before the name, and shown on a phone. */
  label: string
  time: string
  name: string
  what: ReactNode
  marks: BoardMark[]
  /** How far it runs over. */
  over?: BoardSpan
  saving?: 'saving' | 'failed'
}

export interface BoardLeg {
  /** The visit it leads to. */
  to: number
  span: BoardSpan
  minutes: number
  label: string
  /** There is less time than the way takes. */
  short: boolean
}

/** One visit in a crew's lane: a link, and beside it the button of its menu. */
export function BoardCard({
  stop,
  range,
  current,
  fresh,
  menu,
}: {
  stop: BoardStop
  range: BoardRange
  current: boolean
  /** Somebody else has just changed it. */
  fresh: boolean
  /** What its menu's button is called; none for who may only look. */
  menu?: string
}) {
  const shown = shownOf(stop.span, range)
  if (!shown) return null
  const classes = [
    'stop',
    `is-${stop.look.tone}`,
    stop.kind === 'proposal' && 'is-proposal',
    current && 'on',
    fresh && 'fresh',
    stop.saving && `is-${stop.saving}`,
    !stop.movable && 'is-fixed',
  ]
  const over = stop.over && shownOf(stop.over, range)
  return (
    <>
      <li className={`place ${placeClasses(shown)}`}>
        <a
          className={classes.filter(Boolean).join(' ')}
          href={stop.href}
          title={`${stop.time} ${stop.name}, ${stop.label}`}
          aria-current={current ? 'true' : undefined}
          data-visit={stop.visit}
          data-movable={stop.movable ? '' : undefined}
          draggable={stop.movable}
        >
          <span>
            <ConsoleIcon name={stop.look.icon} />
            <span className="vh">{stop.label} </span>
            <span className="clock-words">{stop.time}</span>
            <b>{stop.name}</b>
            {stop.marks.map((mark) => (
              <span className="mark" key={mark.icon} title={mark.label}>
                <ConsoleIcon name={mark.icon} />
                <span className="mark-words">{mark.label}</span>
              </span>
            ))}
          </span>
          <span>
            <small>{stop.what}</small>
          </span>
        </a>
        {menu && stop.visit !== undefined && (
          <button
            type="button"
            className="stop-menu"
            aria-haspopup="menu"
            aria-label={`${menu}: ${stop.name}`}
            data-menu={stop.visit}
          >
            <ConsoleIcon name="dots" small />
          </button>
        )}
      </li>
      {over && <li className={`place over ${placeClasses(over)}`} aria-hidden="true" />}
    </>
  )
}

/** The way between two stops, in minutes. */
export function BoardWay({ leg, range }: { leg: BoardLeg; range: BoardRange }) {
  const shown = shownOf(leg.span, range)
  if (!shown) return null
  return (
    <li
      className={`place way${leg.short ? ' is-short' : ''} ${placeClasses(shown)}`}
      title={leg.label}
    >
      <span className="vh">{leg.label}</span>
      <span aria-hidden="true">
        {leg.minutes}′{leg.short && '!'}
      </span>
    </li>
  )
}
