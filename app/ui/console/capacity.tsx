import { type KeyboardEventHandler, type ReactNode } from 'react'

import { ConsoleIcon, type ConsoleIconName } from '../icons.tsx'
import { A } from '../links.tsx'

/** How a cell looks; each but the plain shades has a word or a shape of its own. */
export type HeatLook = 'h0' | 'h1' | 'h2' | 'h3' | 'full' | 'shut' | 'over' | 'stranded' | 'none'

export interface HeatCell {
  key: string
  href: string
  look: HeatLook
  /** The word before the figures: full, closed, overbooked, must move. */
  mark?: string
  figures?: string
  /** Some places are kept: underlined with dots. */
  held?: boolean
  current?: boolean
  /** Its hours are over. */
  past?: boolean
  /** The whole of it in words. */
  label: string
}

export interface HeatGroup {
  key: string
  icon: ConsoleIconName
  name: ReactNode
  note?: ReactNode
  rows: { key: string; label: string; cells: (HeatCell | null)[] }[]
}

/** What scrolls by itself can be reached with the keyboard. */
const scrolling = { role: 'region', tabIndex: 0 }

/** Rows are windows by service, columns are days. Every cell is a link. */
export function HeatTable({
  label,
  caption,
  corner,
  days,
  groups,
  nothing,
  focusable,
  onKeyDown,
  onFocus,
}: {
  /** Names the region that scrolls sideways. */
  label: string
  caption: string
  corner: string
  days: { key: string; top: string; foot: string; today?: boolean; weekend?: boolean }[]
  groups: HeatGroup[]
  /** Read out where a day has no such window. */
  nothing: string
  /** The one cell the Tab key stops at; all of them without it. */
  focusable?: string
  onKeyDown?: KeyboardEventHandler<HTMLAnchorElement>
  onFocus?: (key: string) => void
}) {
  return (
    <div className="scroll" {...scrolling} aria-label={label}>
      <table className="heat">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{corner}</span>
            </th>
            {days.map((day) => (
              <th
                key={day.key}
                scope="col"
                className={[day.today && 'today', day.weekend && 'we'].filter(Boolean).join(' ')}
              >
                {day.top}
                <br />
                {day.foot}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody className="g" key={group.key}>
            <tr>
              <th scope="rowgroup" colSpan={days.length + 1}>
                <span>
                  <ConsoleIcon name={group.icon} small /> {group.name}{' '}
                  {group.note && <span className="muted xs">{group.note}</span>}
                </span>
              </th>
            </tr>
            {group.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, index) =>
                  cell ? (
                    <td
                      key={cell.key}
                      className={[cell.look, cell.current && 'on', cell.past && 'past']
                        .filter(Boolean)
                        .join(' ')}
                    >
                      <A
                        href={cell.href}
                        id={cellId(cell.key)}
                        title={cell.label}
                        aria-label={cell.label}
                        aria-current={cell.current || undefined}
                        tabIndex={focusable === undefined || focusable === cell.key ? 0 : -1}
                        onKeyDown={onKeyDown}
                        onFocus={onFocus && (() => onFocus(cell.key))}
                      >
                        <span className={cell.held ? 'held' : undefined}>
                          {[cell.mark, cell.figures].filter(Boolean).join(' ')}
                        </span>
                      </A>
                    </td>
                  ) : (
                    <td key={days[index]!.key} className="nil">
                      <span className="vh">{nothing}</span>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

export const cellId = (key: string) => `cell-${key}`

/** What the shades and words mean. */
export function HeatLegend({
  title,
  items,
}: {
  title: ReactNode
  items: { look: HeatLook | 'held'; mark?: ReactNode; label: ReactNode }[]
}) {
  return (
    <ul className="legend">
      <li>
        <b>{title}</b>
      </li>
      {items.map(({ look, mark, label }) => (
        <li key={look}>
          <span className={`sw ${look === 'held' ? 'h0' : look}`} aria-hidden="true">
            {look === 'held' ? <span className="held">{mark}</span> : mark}
          </span>
          {label}
        </li>
      ))}
    </ul>
  )
}

/** A list to choose a place from, opened in place; the chosen one names it. */
export function PlaceMenu({
  chosen,
  label,
  items,
}: {
  chosen: ReactNode
  label: string
  items: { href: string; label: ReactNode; current?: boolean }[]
}) {
  return (
    <details className="place-menu">
      <summary className="btn" title={label}>
        <ConsoleIcon name="pin" />
        {chosen}
        <span className="vh">{label}</span>
        <ConsoleIcon name="down" small />
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <A href={item.href} aria-current={item.current || undefined}>
              {item.label}
            </A>
          </li>
        ))}
      </ul>
    </details>
  )
}
