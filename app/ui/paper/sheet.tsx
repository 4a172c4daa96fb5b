import type { ReactNode } from 'react'
import type { columnWidths } from './measure.ts'
import { Qr, type QrCode } from './qr.tsx'

/** All that is printed together; `bar` is for the screen alone. */
export function PaperPage({ bar, children }: { bar?: ReactNode; children: ReactNode }) {
  return (
    <div className="paper">
      {bar}
      <main id="main">{children}</main>
    </div>
  )
}

/**
 * One side of A4. With `flows` it may run on over several: the printer counts the pages, and only one such sheet is
 * printed at a time.
 */
export function Sheet({
  label,
  flows,
  across,
  children,
}: {
  label: string
  flows?: boolean
  /** Its long side lies at the top. */
  across?: boolean
  children: ReactNode
}) {
  return (
    <article className={flows ? 'a4 flows' : across ? 'a4 across' : 'a4'} aria-label={label}>
      {children}
    </article>
  )
}

/** @param level 2 on the following pages of a sheet, and on every sheet of a page that has a heading of its own */
export function SheetTop({
  title,
  sub,
  number,
  lines = [],
  qr,
  level = 1,
}: {
  title: ReactNode
  sub?: ReactNode
  number?: ReactNode
  lines?: ReactNode[]
  qr?: QrCode | null
  level?: 1 | 2
}) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <header className={qr ? 'a4-top with-qr' : 'a4-top'}>
      <div>
        <Heading className="a4-title">{title}</Heading>
        {sub && <p>{sub}</p>}
      </div>
      <div className="a4-facts">
        {number && <p className="no">{number}</p>}
        {lines.map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </div>
      {qr && <Qr {...qr} />}
    </header>
  )
}

export function SheetSection({
  title,
  id,
  children,
}: {
  title: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export interface GridItem {
  term: ReactNode
  children: ReactNode
  /** Takes the whole width. */
  wide?: boolean
  strong?: boolean
}

/** Rows of two facts beside each other, or of one: a wide one, or one without a neighbour. */
export function rowsOfTwo<T extends { wide?: boolean }>(items: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const item of items) {
    const last = rows.at(-1)
    if (!item.wide && last?.length === 1 && !last[0]!.wide) last.push(item)
    else rows.push([item])
  }
  return rows
}

/** Facts, two beside each other; one without a neighbour takes the whole width. */
export function SheetGrid({ items }: { items: readonly GridItem[] }) {
  const laid = rowsOfTwo(items).flatMap((row) =>
    row.map((item) => ({ ...item, wide: row.length === 1 })),
  )
  return (
    <dl className="grid">
      {laid.map(({ term, children, wide, strong }, i) => (
        <div key={i} className={wide ? 'w' : undefined}>
          <dt>{term}</dt>
          <dd className={strong ? 'strong' : undefined}>{children}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Words as somebody typed them, their line breaks kept. */
export function Typed({ children }: { children: ReactNode }) {
  return <p className="typed">{children}</p>
}

export type ColumnSize = keyof typeof columnWidths

export interface Column {
  label: ReactNode
  /** A figure: to the right. */
  num?: boolean
  /** Its width; what has none takes the rest. */
  size?: ColumnSize
}

/** @param blank how many rows stay empty, to be written in by hand @param children the rows, `<tr>` */
export function SheetTable({
  label,
  head,
  children,
  blank = 0,
}: {
  /** Names the region one scrolls sideways on a phone. */
  label?: string
  head: readonly Column[]
  children?: ReactNode
  blank?: number
}) {
  return (
    <div
      className={label ? 'scroll' : undefined}
      role={label ? 'region' : undefined}
      aria-label={label}
      tabIndex={label ? 0 : undefined}
    >
      <table>
        <thead>
          <tr>
            {head.map(({ label, num, size }, i) => (
              <th key={i} scope="col" className={[num && 'num', size].filter(Boolean).join(' ')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children}
          {Array.from({ length: blank }, (_, i) => (
            <tr key={`blank-${i}`} className="blank">
              {head.map((_, k) => (
                <td key={k} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export interface SheetCheck {
  key: string | number
  text: ReactNode
  must: boolean
  /** A reading is written in its unit; what limits it has is said. */
  unit?: string | null
  limits?: string | null
}

export function SheetChecks({ items }: { items: readonly SheetCheck[] }) {
  return (
    <ul className="checks">
      {items.map(({ key, text, must, unit, limits }) => (
        <li key={key}>
          <span className="box" aria-hidden="true" />
          <span className={must ? 'must' : undefined}>{text}</span>
          {unit && (
            <span className="reading">
              <span className="to-write" aria-hidden="true" />
              {unit}
              {limits && <small> {limits}</small>}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Fields to be written in by hand. */
export function SheetTimes({ labels }: { labels: readonly string[] }) {
  return (
    <div className="times">
      {labels.map((label) => (
        <div key={label}>{label}</div>
      ))}
    </div>
  )
}

/** The lines to sign on: the first is wider. `drawing` is what was signed on a screen. */
export function SheetSign({
  label,
  lines,
}: {
  label: string
  lines: readonly { words: ReactNode; drawing?: ReactNode }[]
}) {
  return (
    <div className="sign" role="group" aria-label={label}>
      {lines.map(({ words, drawing }, i) => (
        <div key={i} className={drawing ? 'drawn' : undefined}>
          {drawing}
          <span>{words}</span>
        </div>
      ))}
    </div>
  )
}

export function SheetFoot({ children }: { children: readonly ReactNode[] }) {
  return (
    <footer className="foot">
      {children.map((one, i) => (
        <span key={i}>{one}</span>
      ))}
    </footer>
  )
}
