import { type ReactNode } from 'react'

import { A } from '../links.tsx'

export type RosterHead = {
  key: string
  label: ReactNode
  under: ReactNode
  /** The day in full, read out and on hover. */
  full: string
  look?: 'today' | 'we'
}
export type RosterCell = {
  key: string
  /** One short word. */
  word: ReactNode
  /** The same in full, read out and on hover. */
  full: string
  look?: 'off' | 'leave'
}

/** Crews as rows against days, a word a day. */
export function RosterTable({
  label,
  corner,
  head,
  rows,
}: {
  label: string
  corner: ReactNode
  head: RosterHead[]
  rows: { key: string; href: string; name: ReactNode; right?: ReactNode; cells: RosterCell[] }[]
}) {
  return (
    <div
      className="scroll"
      role={label ? 'region' : undefined}
      aria-label={label}
      tabIndex={label ? 0 : undefined}
    >
      <table className="tbl roster">
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {head.map((day) => (
              <th key={day.key} scope="col" className={day.look} title={day.full}>
                <span aria-hidden="true">
                  {day.label}
                  <small>{day.under}</small>
                </span>
                <span className="vh">{day.full}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <A className="link" href={row.href}>
                  {row.name}
                </A>{' '}
                {row.right}
              </th>
              {row.cells.map((cell) => (
                <td key={cell.key} title={cell.full} className={cell.look && `is-${cell.look}`}>
                  <span aria-hidden="true">{cell.word}</span>
                  <span className="vh">{cell.full}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
