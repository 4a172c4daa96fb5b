import { type ReactNode } from 'react'

export type Column = {
  key?: string
  label: ReactNode
  num?: boolean
  hidden?: boolean
  /** Takes most of the width: tables below each other line up. */
  main?: boolean
}

/** Rows are plain `<tr>`; figures `<td className="num">`; `foot` is the totals' row. */
export function Table({
  label,
  lines,
  caption,
  head,
  children,
  foot,
}: {
  /** Names the region one scrolls sideways on a phone. */
  label?: string
  /** On a phone each row is lines of its own, its `th` first. */
  lines?: boolean
  caption?: ReactNode
  head: Column[]
  children: ReactNode
  foot?: ReactNode
}) {
  return (
    <div
      className={lines ? 'scroll row-lines' : 'scroll'}
      role={label ? 'region' : undefined}
      aria-label={label}
      tabIndex={label ? 0 : undefined}
    >
      <table className="tbl">
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((column, index) => (
              <th
                key={column.key ?? index}
                scope="col"
                className={column.num ? 'num' : column.main ? 'main' : undefined}
              >
                {column.hidden ? <span className="vh">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}
