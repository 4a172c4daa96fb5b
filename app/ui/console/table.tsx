import { type ReactNode } from 'react'

export type Column = { key?: string; label: ReactNode; num?: boolean; hidden?: boolean }

/** Rows are plain `<tr>`; figures `<td className="num">`; `foot` is the totals' row. */
export function Table({
  label,
  caption,
  head,
  children,
  foot,
}: {
  /** Names the region one scrolls sideways on a phone. */
  label?: string
  caption?: ReactNode
  head: Column[]
  children: ReactNode
  foot?: ReactNode
}) {
  return (
    <div
      className="scroll"
      role={label ? 'region' : undefined}
      aria-label={label}
      tabIndex={label ? 0 : undefined}
    >
      <table className="tbl">
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((column, index) => (
              <th key={column.key ?? index} scope="col" className={column.num ? 'num' : undefined}>
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
